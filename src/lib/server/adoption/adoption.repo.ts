/** SQL for adoptions: freezing a round, and finding what was frozen. */
import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { AmendmentFacts } from '#lib/domain/amendment.ts';
import { dayOf, type Day } from '#lib/domain/day.ts';
import { prepared, type Db } from '../db/open.ts';
import { adoption, adoptionMeeting, agenda, amendment, region, statusRound } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export interface RoundToAdopt {
	scope: Scope;
	round: typeof statusRound.$inferSelect;
	agendaSlug: string;
	agendaTitle: string;
	boardForum: string;
	officialForum: string;
}

export function findRoundToAdopt(db: Db, slug: string): RoundToAdopt | null {
	const row = db
		.select({
			round: statusRound,
			agendaSlug: agenda.slug,
			agendaTitle: agenda.title,
			regionId: region.id,
			boardForum: region.boardForum,
			officialForum: region.officialForum,
		})
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(statusRound.slug, slug))
		.get();
	if (!row) return null;
	const { regionId, ...found } = row;
	return { ...found, scope: { kind: 'region', regionId, organisationIds: [] } };
}

/** The other rounds of the same agenda that have started and that no OOGO has adopted yet. */
export function listOtherStartedRounds(db: Db, round: { id: number; agendaId: number }) {
	return db
		.select({ period: statusRound.period })
		.from(statusRound)
		.where(
			and(
				eq(statusRound.agendaId, round.agendaId),
				inArray(statusRound.state, ['open', 'closed']),
				ne(statusRound.id, round.id),
			),
		)
		.all();
}

/** `meetingIds` are the meetings that the snapshot holds. */
export function insertAdoption(
	db: Db,
	subject: Authorized<RoundToAdopt>,
	values: {
		adoptedOn: Day;
		forum: string;
		snapshot: string;
		hash: string;
		authorId: number | null;
		now: Date;
	},
	meetingIds: readonly number[],
): number {
	const { now, ...columns } = values;
	const { id } = db
		.insert(adoption)
		.values({ ...columns, roundId: subject.round.id, agendaId: subject.round.agendaId, createdAt: now })
		.returning({ id: adoption.id })
		.get();
	for (const meetingId of meetingIds)
		db.insert(adoptionMeeting).values({ adoptionId: id, meetingId, createdAt: now }).run();
	db.update(statusRound)
		.set({ state: 'adopted', version: subject.round.version + 1 })
		.where(eq(statusRound.id, subject.round.id))
		.run();
	return id;
}

const LISTED = {
	slug: statusRound.slug,
	period: statusRound.period,
	adoptedOn: adoption.adoptedOn,
	forum: adoption.forum,
	hash: adoption.hash,
	agendaTitle: agenda.title,
	agendaSlug: agenda.slug,
	regionName: region.name,
};

/** Newest first. */
export function listAdoptionsOf(db: Db, regionIds: readonly number[]) {
	if (regionIds.length === 0) return [];
	return db
		.select(LISTED)
		.from(adoption)
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(agenda, eq(agenda.id, adoption.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(inArray(region.id, [...regionIds]))
		.orderBy(desc(adoption.adoptedOn), desc(adoption.id))
		.all();
}

const bySlug = prepared((db: Db) =>
	db
		.select({
			...LISTED,
			id: adoption.id,
			roundId: adoption.roundId,
			snapshot: adoption.snapshot,
			regionId: region.id,
		})
		.from(adoption)
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(agenda, eq(agenda.id, adoption.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(statusRound.slug, sql.placeholder('slug')))
		.prepare(),
);

/** By the slug of the round that was adopted. */
export function findAdoption(db: Db, slug: string) {
	const row = bySlug(db).get({ slug });
	return row
		? { ...row, scope: { kind: 'region', regionId: row.regionId, organisationIds: [] } as const }
		: null;
}

export type AdoptionRecord = NonNullable<ReturnType<typeof findAdoption>>;

const siblings = prepared((db: Db) =>
	db
		.select({ slug: statusRound.slug, period: statusRound.period, adoptedOn: adoption.adoptedOn })
		.from(adoption)
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(agenda, eq(agenda.id, adoption.agendaId))
		.where(eq(agenda.slug, sql.placeholder('slug')))
		.orderBy(asc(statusRound.period))
		.prepare(),
);

/** Every adopted round of the agenda, oldest first. */
export function listAdoptionsOfAgenda(db: Db, slug: string) {
	return siblings(db).all({ slug });
}

const AMENDED = {
	itemRef: amendment.itemRef,
	part: amendment.part,
	was: amendment.was,
	becomes: amendment.becomes,
	reason: amendment.reason,
	author: amendment.authorName,
	at: amendment.createdAt,
};

const amendments = prepared((db: Db) =>
	db
		.select(AMENDED)
		.from(amendment)
		.where(eq(amendment.adoptionId, sql.placeholder('adoptionId')))
		.orderBy(asc(amendment.id))
		.prepare(),
);

/** In the order in which they were made. */
export function listAmendments(db: Db, adoptionId: number): AmendmentFacts[] {
	return amendments(db).all({ adoptionId }).map(amendmentFacts);
}

function amendmentFacts({ at, ...row }: Omit<AmendmentFacts, 'on'> & { at: Date }): AmendmentFacts {
	return { ...row, on: dayOf(at) };
}

const amendmentsOfAgenda = prepared((db: Db) =>
	db
		.select({ ...AMENDED, slug: statusRound.slug, period: statusRound.period })
		.from(amendment)
		.innerJoin(adoption, eq(adoption.id, amendment.adoptionId))
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.where(eq(adoption.agendaId, sql.placeholder('agendaId')))
		.orderBy(asc(amendment.id))
		.prepare(),
);

/** Of every adopted round of the agenda, in the order in which they were made. */
export function listAmendmentsOfAgenda(db: Db, agendaId: number) {
	return amendmentsOfAgenda(db)
		.all({ agendaId })
		.map(({ slug, period, ...row }) => ({ slug, period, ...amendmentFacts(row) }));
}

export function insertAmendment(
	db: Db,
	subject: Authorized<AdoptionRecord>,
	values: Omit<typeof amendment.$inferInsert, 'id' | 'adoptionId'>,
): number {
	return db
		.insert(amendment)
		.values({ ...values, adoptionId: subject.id })
		.returning({ id: amendment.id })
		.get().id;
}
