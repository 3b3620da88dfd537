/** SQL for the letterheads of gemeenten. */
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import { COUNCIL_KIND, type LetterheadFormat } from '#lib/domain/council-letter.ts';
import type { Db } from '../db/open.ts';
import { letterhead, organisation, region, regionOrganisation, storedFile, user } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export interface OwnerSubject {
	scope: Extract<Scope, { kind: 'region' }>;
	region: { id: number; slug: string; name: string };
	organisation: { id: number; slug: string; name: string; shortName: string };
}

export interface LetterheadSubject extends OwnerSubject {
	letterhead: LetterheadRow;
}

/** Null also for an organisation without a gemeenteraad. */
export function findOwner(db: Db, input: { region: string; organisation: string }): OwnerSubject | null {
	const row = db
		.select({
			region: { id: region.id, slug: region.slug, name: region.name },
			organisation: {
				id: organisation.id,
				slug: organisation.slug,
				name: organisation.name,
				shortName: organisation.shortName,
			},
		})
		.from(regionOrganisation)
		.innerJoin(region, eq(region.id, regionOrganisation.regionId))
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(
			and(
				eq(region.slug, input.region),
				eq(organisation.slug, input.organisation),
				eq(organisation.kind, COUNCIL_KIND),
			),
		)
		.get();
	return (
		(row && {
			...row,
			scope: { kind: 'region', regionId: row.region.id, organisationIds: [row.organisation.id] },
		}) ??
		null
	);
}

const SHOWN = {
	id: letterhead.id,
	format: letterhead.format,
	version: letterhead.version,
	createdAt: letterhead.createdAt,
	usedAt: letterhead.usedAt,
	removedAt: letterhead.removedAt,
	hash: storedFile.hash,
	fileName: storedFile.name,
	fileSize: storedFile.size,
	fileType: storedFile.type,
	author: user.name,
};

const rowsOf = (db: Db) =>
	db
		.select(SHOWN)
		.from(letterhead)
		.innerJoin(storedFile, eq(storedFile.id, letterhead.fileId))
		.leftJoin(user, eq(user.id, letterhead.authorId));

const ofOwner = ({ regionId, organisationId }: LetterheadOwner) =>
	and(eq(letterhead.regionId, regionId), eq(letterhead.organisationId, organisationId));

export interface LetterheadOwner {
	regionId: number;
	organisationId: number;
}

export const ownerOf = ({ region: of, organisation: by }: OwnerSubject): LetterheadOwner => ({
	regionId: of.id,
	organisationId: by.id,
});

/** Newest first, also those that were removed. */
export function listLetterheadsOf(db: Db, owner: LetterheadOwner) {
	return rowsOf(db).where(ofOwner(owner)).orderBy(desc(letterhead.id)).all();
}

export type LetterheadRow = ReturnType<typeof listLetterheadsOf>[number];

/** The one that letters are made on; null when there is none. */
export function findInUse(db: Db, owner: LetterheadOwner, format: LetterheadFormat): LetterheadRow | null {
	const row = rowsOf(db)
		.where(
			and(
				ofOwner(owner),
				eq(letterhead.format, format),
				isNotNull(letterhead.usedAt),
				isNull(letterhead.removedAt),
			),
		)
		.orderBy(desc(letterhead.usedAt), desc(letterhead.id))
		.get();
	return row ?? null;
}

/** Null also for one of another gemeente. */
export function findLetterhead(
	db: Db,
	input: { region: string; organisation: string; letterhead: number },
): LetterheadSubject | null {
	const owner = findOwner(db, input);
	const row =
		owner &&
		rowsOf(db)
			.where(and(ofOwner(ownerOf(owner)), eq(letterhead.id, input.letterhead)))
			.get();
	return row ? { ...owner, letterhead: row } : null;
}

interface NewLetterhead {
	format: LetterheadFormat;
	file: { hash: string; name: string; type: string; size: number };
	authorId: number | null;
	createdAt: Date;
}

/** Only after its content has been stored. Answers its id. */
export function insertLetterhead(db: Db, subject: Authorized<OwnerSubject>, values: NewLetterhead): number {
	const { format, file, authorId, createdAt } = values;
	const owner = ownerOf(subject);
	const fileId = db
		.insert(storedFile)
		.values({ ...file, authorId, createdAt, regionId: owner.regionId })
		.returning({ id: storedFile.id })
		.get().id;
	return db
		.insert(letterhead)
		.values({ ...owner, format, fileId, authorId, createdAt })
		.returning({ id: letterhead.id })
		.get().id;
}

export function updateLetterhead(
	db: Db,
	{ letterhead: row }: Authorized<LetterheadSubject>,
	values: { usedAt: Date } | { removedAt: Date },
): void {
	db.update(letterhead)
		.set({ ...values, version: row.version + 1 })
		.where(eq(letterhead.id, row.id))
		.run();
}
