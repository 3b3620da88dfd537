/** SQL for copying from the previous agenda what has no room of its own: the newest goals of its items. */
import { asc, eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { goalVersion, item } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

export type GoalRow = typeof goalVersion.$inferSelect;

/** The newest version per item. */
export function listNewestGoals(db: Db, agendaId: number): Map<number, GoalRow> {
	const rows = db
		.select({ goal: goalVersion })
		.from(goalVersion)
		.innerJoin(item, eq(item.id, goalVersion.itemId))
		.where(eq(item.agendaId, agendaId))
		.orderBy(asc(goalVersion.number))
		.all();
	return new Map(rows.map(({ goal }) => [goal.itemId, goal]));
}

export function insertFirstGoals(
	db: Db,
	_by: Authorized<Subject>,
	values: Omit<typeof goalVersion.$inferInsert, 'id' | 'number'>,
): void {
	db.insert(goalVersion)
		.values({ ...values, number: 1 })
		.run();
}
