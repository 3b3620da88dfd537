/** SQL for the number that comes with a status. */
import { eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { statusMeasurement } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { StatusSubject } from './status.repo.ts';

export interface Measurement {
	value: number;
	/** Why another level was chosen than the number proposes; empty when it was not. */
	differsBecause: string;
}

export function findMeasurement(db: Db, statusId: number): Measurement | null {
	return (
		db
			.select({ value: statusMeasurement.value, differsBecause: statusMeasurement.differsBecause })
			.from(statusMeasurement)
			.where(eq(statusMeasurement.statusId, statusId))
			.get() ?? null
	);
}

/** Null takes the number away: no number is not 0. */
export function writeMeasurement(
	db: Db,
	_subject: Authorized<StatusSubject>,
	statusId: number,
	measurement: Measurement | null,
): void {
	if (measurement === null) {
		db.delete(statusMeasurement).where(eq(statusMeasurement.statusId, statusId)).run();
		return;
	}
	db.insert(statusMeasurement)
		.values({ statusId, ...measurement })
		.onConflictDoUpdate({ target: statusMeasurement.statusId, set: measurement })
		.run();
}
