/** How far every item of a round is; items that were archived before it opened are not asked for. */
import { countsInRound, outOfUseSince } from '#lib/domain/archive.ts';
import { dayOf, type Day } from '#lib/domain/day.ts';
import type { RoundState } from '#lib/domain/workflow.ts';
import type { Db } from '../db/open.ts';
import { listItemsOfRound } from './rounds.repo.ts';

/** In the order of the agenda. */
export function progressOf(db: Db, round: { id: number; agendaId: number; opensOn: Day; state: RoundState }) {
	return listItemsOfRound(db, round).filter(({ archivedAt, themeArchivedAt, state }) => {
		const since = outOfUseSince(archivedAt && dayOf(archivedAt), themeArchivedAt && dayOf(themeArchivedAt));
		return countsInRound(since, round, state !== null);
	});
}

export type ProgressRow = ReturnType<typeof progressOf>[number];
