/** SQL for writing how an item is measured, and whether anybody measured yet. */
import { and, eq } from 'drizzle-orm';
import type { Measure } from '#lib/domain/measure.ts';
import type { Db } from '../db/open.ts';
import { itemMeasure, status, statusMeasurement } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { GoalSubject } from './goals.repo.ts';

/** Whether any status of the item holds a number. */
export function hasMeasurements(db: Db, itemId: number): boolean {
	return (
		db
			.select({ id: statusMeasurement.statusId })
			.from(statusMeasurement)
			.innerJoin(status, and(eq(status.id, statusMeasurement.statusId), eq(status.itemId, itemId)))
			.limit(1)
			.get() !== undefined
	);
}

export function writeMeasure(
	db: Db,
	{ item }: Authorized<GoalSubject>,
	measure: Measure,
	version: number,
): void {
	const { unit, direction, thresholds } = measure;
	const values = { unit, direction, ...thresholds, version };
	db.insert(itemMeasure)
		.values({ itemId: item.id, ...values })
		.onConflictDoUpdate({ target: itemMeasure.itemId, set: values })
		.run();
}

export function deleteMeasure(db: Db, { item }: Authorized<GoalSubject>): void {
	db.delete(itemMeasure).where(eq(itemMeasure.itemId, item.id)).run();
}
