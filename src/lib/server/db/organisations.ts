/** What every room that lists or adds organisations shares: who still takes part in a region, and a new row with what it is outside it. */
import { inArray, isNull } from 'drizzle-orm';
import type { Authorized, Subject } from '../use-case.ts';
import type { Db } from './open.ts';
import { formerName, organisation, publicBody, regionOrganisation } from './schema.ts';

/** For lists to choose from: an organisation that left is in none of them. */
export const TAKES_PART = isNull(regionOrganisation.endedOn);

export interface NewOrganisation {
	slug: string;
	name: string;
	shortName: string;
	kind: string;
	localAccess?: string | null;
	standing?: string | null;
	/** The organisation that it is outside the region; left out when it is a new one. */
	publicBodyId?: number | null;
}

/** Answers the id of the row, which takes part in the region from now on. */
export function insertOrganisationIn(
	db: Db,
	_by: Authorized<Subject>,
	regionId: number,
	{ standing = null, publicBodyId, ...columns }: NewOrganisation,
	now: Date,
): number {
	const body = publicBodyId ?? insertBody(db, columns, now);
	const { id } = db
		.insert(organisation)
		.values({ ...columns, publicBodyId: body, createdAt: now })
		.returning({ id: organisation.id })
		.get();
	db.insert(regionOrganisation).values({ regionId, organisationId: id, standing }).run();
	return id;
}

function insertBody(db: Db, { name, kind }: { name: string; kind: string }, now: Date): number {
	return db.insert(publicBody).values({ name, kind, createdAt: now }).returning({ id: publicBody.id }).get()
		.id;
}

/** What these organisations were called before, by their id. */
export function listFormerNames(db: Db, organisationIds: readonly number[]) {
	if (organisationIds.length === 0) return [];
	return db
		.select()
		.from(formerName)
		.where(inArray(formerName.organisationId, [...organisationIds]))
		.orderBy(formerName.until, formerName.id)
		.all();
}
