/** SQL for adoptions: freezing a round, and finding what was frozen. */
import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Db } from '../db/open.ts';
import { adoption, agenda, region, statusRound } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export interface RoundToAdopt {
	scope: Scope;
	round: typeof statusRound.$inferSelect;
	agendaSlug: string;
	boardForum: string;
}

export function findRoundToAdopt(db: Db, slug: string): RoundToAdopt | null {
	const row = db
		.select({
			round: statusRound,
			agendaSlug: agenda.slug,
			regionId: region.id,
			boardForum: region.boardForum,
		})
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(statusRound.slug, slug))
		.get();
	if (!row) return null;
	const { round, agendaSlug, boardForum, regionId } = row;
	return { round, agendaSlug, boardForum, scope: { kind: 'region', regionId, organisationIds: [] } };
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
): number {
	const { now, ...columns } = values;
	const { id } = db
		.insert(adoption)
		.values({ ...columns, roundId: subject.round.id, agendaId: subject.round.agendaId, createdAt: now })
		.returning({ id: adoption.id })
		.get();
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

/** By the slug of the round that was adopted. */
export function findAdoption(db: Db, slug: string) {
	const row = db
		.select({ ...LISTED, snapshot: adoption.snapshot, regionId: region.id })
		.from(adoption)
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(agenda, eq(agenda.id, adoption.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(statusRound.slug, slug))
		.get();
	return row
		? { ...row, scope: { kind: 'region', regionId: row.regionId, organisationIds: [] } as const }
		: null;
}
