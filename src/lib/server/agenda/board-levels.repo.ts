/** The levels that a meeting of the board set itself; they count once the round is adopted. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { prepared, type Db } from '../db/open.ts';
import { boardLevel, statusRound } from '../db/schema.ts';

const boardLevels = prepared((db: Db) =>
	db
		.select({
			roundId: boardLevel.roundId,
			itemId: boardLevel.itemId,
			level: boardLevel.level,
			reason: boardLevel.reason,
		})
		.from(statusRound)
		.innerJoin(boardLevel, eq(boardLevel.roundId, statusRound.id))
		.where(and(eq(statusRound.agendaId, sql.placeholder('agendaId')), isNull(boardLevel.withdrawnAt)))
		.prepare(),
);

export type BoardLevelRow = ReturnType<ReturnType<typeof boardLevels>['all']>[number];

export function findBoardLevels(db: Db, agendaId: number): BoardLevelRow[] {
	return boardLevels(db).all({ agendaId });
}
