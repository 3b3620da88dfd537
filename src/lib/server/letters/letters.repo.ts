/** SQL for letters: of which gemeenten and adoptions, what was typed in them, and the road they went. */
import { and, asc, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import { COUNCIL_KIND } from '#lib/domain/council-letter.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import { StoredSections } from '#lib/input/letters.ts';
import type { Db } from '../db/open.ts';
import {
	adoption,
	agenda,
	letter,
	letterStep,
	letterTemplate,
	organisation,
	region,
	regionOrganisation,
	statusRound,
	user,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export interface AdoptionSubject {
	scope: Extract<Scope, { kind: 'region' }>;
	adoption: { id: number; slug: string; period: Period; adoptedOn: Day; agendaTitle: string };
	region: { id: number; slug: string; name: string };
}

export type LetterRow = typeof letter.$inferSelect;
export type TemplateRow = Omit<typeof letterTemplate.$inferSelect, 'sections'> & {
	sections: ReturnType<typeof StoredSections.parse>;
};

export interface Gemeente {
	id: number;
	slug: string;
	name: string;
	shortName: string;
}

export interface LetterSubject extends AdoptionSubject {
	organisation: Gemeente;
	/** Null while nothing was saved. */
	letter: LetterRow | null;
	/** Null while the gemeente follows the first model. */
	template: TemplateRow | null;
}

/** By the slug of the adopted round; the scope is the region as a whole. */
export function findAdoptionSubject(db: Db, slug: string): AdoptionSubject | null {
	const row = db
		.select({
			id: adoption.id,
			slug: statusRound.slug,
			period: statusRound.period,
			agendaTitle: agenda.title,
			adoptedOn: adoption.adoptedOn,
			regionId: region.id,
			regionSlug: region.slug,
			name: region.name,
		})
		.from(adoption)
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(agenda, eq(agenda.id, adoption.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(statusRound.slug, slug))
		.get();
	if (!row) return null;
	const { regionId, regionSlug, name, ...found } = row;
	return {
		scope: { kind: 'region', regionId, organisationIds: [] },
		adoption: found,
		region: { id: regionId, slug: regionSlug, name },
	};
}

/** Those with a gemeenteraad, by name. */
export function listGemeenten(db: Db, regionId: number): Gemeente[] {
	return db
		.select({
			id: organisation.id,
			slug: organisation.slug,
			name: organisation.name,
			shortName: organisation.shortName,
		})
		.from(organisation)
		.innerJoin(regionOrganisation, eq(regionOrganisation.organisationId, organisation.id))
		.where(and(eq(regionOrganisation.regionId, regionId), eq(organisation.kind, COUNCIL_KIND)))
		.orderBy(asc(organisation.name))
		.all();
}

/** The scope is this gemeente within the region. */
export function findLetterSubject(
	db: Db,
	input: { round: string; organisation: string },
): LetterSubject | null {
	const subject = findAdoptionSubject(db, input.round);
	const found =
		subject && listGemeenten(db, subject.region.id).find((one) => one.slug === input.organisation);
	if (!found) return null;
	const row = db
		.select()
		.from(letter)
		.where(and(eq(letter.adoptionId, subject.adoption.id), eq(letter.organisationId, found.id)))
		.get();
	return {
		...subject,
		scope: { ...subject.scope, organisationIds: [found.id] },
		organisation: found,
		letter: row ?? null,
		template: findTemplate(db, subject.region.id, found.id),
	};
}

export function findTemplate(db: Db, regionId: number, organisationId: number): TemplateRow | null {
	const row = db
		.select()
		.from(letterTemplate)
		.where(and(eq(letterTemplate.regionId, regionId), eq(letterTemplate.organisationId, organisationId)))
		.get();
	return row ? { ...row, sections: StoredSections.parse(row.sections) } : null;
}

export function listLetters(db: Db, adoptionId: number): LetterRow[] {
	return db.select().from(letter).where(eq(letter.adoptionId, adoptionId)).all();
}

/** Writes over the row of the subject, or makes it; answers its id. */
export function writeLetter(
	db: Db,
	subject: Authorized<LetterSubject>,
	values: Partial<Omit<typeof letter.$inferInsert, 'id' | 'adoptionId' | 'organisationId' | 'version'>>,
	now: Date,
): number {
	const { letter: known, adoption: of, organisation: by } = subject;
	if (known) {
		db.update(letter)
			.set({ ...values, version: known.version + 1 })
			.where(eq(letter.id, known.id))
			.run();
		return known.id;
	}
	return db
		.insert(letter)
		.values({ ...values, adoptionId: of.id, organisationId: by.id, createdAt: now })
		.returning({ id: letter.id })
		.get().id;
}

/** For every gemeente whose letter is not with the council yet; a letter that was not there is made. */
export function writeDueDay(
	db: Db,
	subject: Authorized<AdoptionSubject>,
	organisationIds: readonly number[],
	{ dueOn, now }: { dueOn: Day; now: Date },
): void {
	const known = listLetters(db, subject.adoption.id);
	for (const organisationId of organisationIds) {
		const row = known.find((one) => one.organisationId === organisationId);
		if (row) {
			db.update(letter)
				.set({ dueOn, version: row.version + 1 })
				.where(eq(letter.id, row.id))
				.run();
		} else {
			db.insert(letter)
				.values({ adoptionId: subject.adoption.id, organisationId, dueOn, createdAt: now })
				.run();
		}
	}
}

export function insertStep(
	db: Db,
	_by: Authorized<LetterSubject>,
	values: Omit<typeof letterStep.$inferInsert, 'id'>,
): void {
	db.insert(letterStep).values(values).run();
}

/** Of these letters, oldest first, without the letter as it was sent. */
export function listSteps(db: Db, letterIds: readonly number[]) {
	if (letterIds.length === 0) return [];
	return db
		.select({
			id: letterStep.id,
			letterId: letterStep.letterId,
			state: letterStep.state,
			on: letterStep.on,
			note: letterStep.note,
			author: user.name,
			at: letterStep.createdAt,
			hasSent: sql<boolean>`${letterStep.sent} is not null`.mapWith(Boolean),
		})
		.from(letterStep)
		.leftJoin(user, eq(user.id, letterStep.authorId))
		.where(inArray(letterStep.letterId, [...letterIds]))
		.orderBy(asc(letterStep.id))
		.all();
}

export type StepRow = ReturnType<typeof listSteps>[number];

/** The letter as the college got it: at this step, or the last time. Null when it never was sent. */
export function findSent(db: Db, letterId: number, step: number | null): { text: string; at: Date } | null {
	const row = db
		.select({ text: letterStep.sent, at: letterStep.createdAt })
		.from(letterStep)
		.where(
			and(
				eq(letterStep.letterId, letterId),
				isNotNull(letterStep.sent),
				...(step === null ? [] : [eq(letterStep.id, step)]),
			),
		)
		.orderBy(desc(letterStep.id))
		.get();
	return row?.text ? { text: row.text, at: row.at } : null;
}

/** Letters whose last day is over and that are not with the council yet, in these regions. */
export function listLateLetters(db: Db, regionIds: readonly number[], today: Day) {
	if (regionIds.length === 0) return [];
	return db
		.select({
			regionId: agenda.regionId,
			organisationId: letter.organisationId,
			dueOn: letter.dueOn,
			roundSlug: statusRound.slug,
			period: statusRound.period,
			organisationSlug: organisation.slug,
		})
		.from(letter)
		.innerJoin(organisation, eq(organisation.id, letter.organisationId))
		.innerJoin(adoption, eq(adoption.id, letter.adoptionId))
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(agenda, eq(agenda.id, adoption.agendaId))
		.where(
			and(
				inArray(agenda.regionId, [...regionIds]),
				inArray(letter.state, ['draft', 'to-college']),
				lt(letter.dueOn, today),
			),
		)
		.orderBy(asc(letter.dueOn))
		.all();
}
