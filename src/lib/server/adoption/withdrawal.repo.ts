/** SQL for taking an adoption back: who acted on it, keeping it word for word among those that were withdrawn, and listing those. */
import { and, count, desc, eq, gte, inArray, isNotNull, isNull, like, ne, or, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import {
	adoption,
	adoptionMeeting,
	agenda,
	amendment,
	audit,
	letter,
	letterRun,
	region,
	statusRound,
	withdrawnAdoption,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { AdoptionRecord } from './adoption.repo.ts';

type Known = Pick<AdoptionRecord, 'id' | 'slug' | 'roundId'>;

/** What people did with an adoption since it was made, in numbers. */
export interface ActedOn {
	letters: number;
	/** Correcties, and with them meetings that were added. */
	amendments: number;
	/** Documents and letters that others than this person took away; and those of this person. */
	takenByOthers: number;
	takenByThisPerson: number;
}

export function countActedOn(db: Db, { id, slug }: Known, userId: number | null): ActedOn {
	const amount = (table: typeof letter | typeof letterRun | typeof amendment) =>
		db.select({ amount: count() }).from(table).where(eq(table.adoptionId, id)).get()?.amount ?? 0;
	const added = db
		.select({ amount: count() })
		.from(adoptionMeeting)
		.where(and(eq(adoptionMeeting.adoptionId, id), isNotNull(adoptionMeeting.text)))
		.get();
	const isThisPerson = userId === null ? sql`0` : eq(audit.actorId, userId);
	const isOther = userId === null ? sql`1` : or(ne(audit.actorId, userId), isNull(audit.actorId));
	return {
		letters: amount(letter) + amount(letterRun),
		amendments: Math.max(amount(amendment), added?.amount ?? 0),
		takenByOthers: countTaken(db, { id, slug }, isOther),
		takenByThisPerson: countTaken(db, { id, slug }, isThisPerson),
	};
}

/** A document by its address, since the adoption was made; a letter by the adoption it is about. */
function countTaken(db: Db, { id, slug }: Pick<Known, 'id' | 'slug'>, who: ReturnType<typeof or>): number {
	const madeAt = db.select({ at: adoption.createdAt }).from(adoption).where(eq(adoption.id, id));
	const document = and(
		eq(audit.entity, 'document'),
		eq(audit.action, 'access.note-download'),
		like(audit.entityId, `/rapporten/${slug}/%`),
		gte(audit.at, madeAt),
	);
	const letters = and(
		inArray(audit.action, ['letter.export', 'letter.export-run']),
		eq(audit.entity, 'adoption'),
		eq(audit.entityId, String(id)),
	);
	const row = db
		.select({ amount: count() })
		.from(audit)
		.where(and(or(document, letters), who))
		.get();
	return row?.amount ?? 0;
}

/** Moves it: what was adopted stays in the database word for word, but no page or document is made from it any more. */
export function moveToWithdrawn(
	db: Db,
	subject: Authorized<Known>,
	values: { reason: string; withdrawnById: number | null; withdrawnByName: string; withdrawnAt: Date },
): void {
	const { id, roundId } = subject;
	const row = db.select().from(adoption).where(eq(adoption.id, id)).get();
	if (!row) throw new Error(`The adoption ${id} is gone`);
	db.insert(withdrawnAdoption)
		.values({ ...row, ...values })
		.run();
	db.delete(adoptionMeeting).where(eq(adoptionMeeting.adoptionId, id)).run();
	db.delete(adoption).where(eq(adoption.id, id)).run();
	db.update(statusRound)
		.set({ state: 'closed', version: sql`${statusRound.version} + 1` })
		.where(eq(statusRound.id, roundId))
		.run();
}

/** Of these regions, newest first, without what was in them. */
export function listWithdrawnOf(db: Db, regionIds: readonly number[]) {
	if (regionIds.length === 0) return [];
	return db
		.select({
			period: statusRound.period,
			roundSlug: statusRound.slug,
			adoptedOn: withdrawnAdoption.adoptedOn,
			forum: withdrawnAdoption.forum,
			hash: withdrawnAdoption.hash,
			reason: withdrawnAdoption.reason,
			by: withdrawnAdoption.withdrawnByName,
			at: withdrawnAdoption.withdrawnAt,
			agendaTitle: agenda.title,
			regionName: region.name,
		})
		.from(withdrawnAdoption)
		.innerJoin(statusRound, eq(statusRound.id, withdrawnAdoption.roundId))
		.innerJoin(agenda, eq(agenda.id, withdrawnAdoption.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(inArray(region.id, [...regionIds]))
		.orderBy(desc(withdrawnAdoption.withdrawnAt), desc(withdrawnAdoption.id))
		.all();
}

export type WithdrawnLine = ReturnType<typeof listWithdrawnOf>[number];

/** Every one there is, for the control. */
export function listWithdrawn(db: Db) {
	return db
		.select({
			id: withdrawnAdoption.id,
			slug: statusRound.slug,
			snapshot: withdrawnAdoption.snapshot,
			hash: withdrawnAdoption.hash,
		})
		.from(withdrawnAdoption)
		.innerJoin(statusRound, eq(statusRound.id, withdrawnAdoption.roundId))
		.all();
}
