/** How far every item of a round is; items that were archived before it opened are not asked for. */
import { countsInRound, outOfUseSince } from '#lib/domain/archive.ts';
import type { Day } from '#lib/domain/day.ts';
import type { RoundState } from '#lib/domain/workflow.ts';
import type { Db } from '../db/open.ts';
import { listItemsOfRound } from './rounds.repo.ts';

/** In the order of the agenda. */
export function progressOf(db: Db, round: ProgressRound) {
	return listItemsOfRound(db, round).filter(({ archivedAt, themeArchivedAt, state }) =>
		countsInRound(outOfUseSince(archivedAt, themeArchivedAt), round, state !== null),
	);
}

interface ProgressRound {
	id: number;
	agendaId: number;
	opensOn: Day;
	openedAt: Date | null;
	state: RoundState;
}

export type ProgressRow = ReturnType<typeof progressOf>[number];
