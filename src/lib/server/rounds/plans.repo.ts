/** SQL for what is planned: how long a round is open, what hangs on it, and taking away one that never began. */
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import {
	agenda,
	contribution,
	meetingRound,
	roundException,
	source,
	status,
	statusRound,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { AgendaSubject, RoundSubject } from './rounds.repo.ts';

export function updateFillingDays(db: Db, subject: Authorized<AgendaSubject>, fillingDays: number): void {
	db.update(agenda)
		.set({ fillingDays, version: subject.agenda.version + 1 })
		.where(eq(agenda.id, subject.agenda.id))
		.run();
}

const HANGING_ON_ROUND = [status, contribution, source, roundException, meetingRound] as const;

/** Whether a status, a contribution, a source, a reopening or a meeting refers to the round. */
export function isRoundUsed(db: Db, roundId: number): boolean {
	return HANGING_ON_ROUND.some(
		(table) =>
			db.select({ id: table.roundId }).from(table).where(eq(table.roundId, roundId)).limit(1).get() !==
			undefined,
	);
}

export function deleteRound(db: Db, subject: Authorized<RoundSubject>): void {
	db.delete(statusRound).where(eq(statusRound.id, subject.round.id)).run();
}

/** Every round of an agenda with its days and whether it could be taken away, oldest first. */
export function listPlans(db: Db, agendaId: number) {
	return db
		.select({
			id: statusRound.id,
			slug: statusRound.slug,
			period: statusRound.period,
			state: statusRound.state,
			opensOn: statusRound.opensOn,
			closesOn: statusRound.closesOn,
			discussedOn: statusRound.discussedOn,
			version: statusRound.version,
		})
		.from(statusRound)
		.where(eq(statusRound.agendaId, agendaId))
		.orderBy(asc(statusRound.opensOn))
		.all()
		.map((round) => ({ ...round, isUsed: round.state !== 'planned' || isRoundUsed(db, round.id) }));
}
