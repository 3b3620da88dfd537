/** How an item is measured, for every feature that shows or asks for a number. */
import { eq } from 'drizzle-orm';
import type { Measure } from '#lib/domain/measure.ts';
import type { Db } from './open.ts';
import { itemMeasure } from './schema.ts';

export type MeasureRecord = Measure & { version: number };

/** Null for an item without a measure. */
export function findMeasure(db: Db, itemId: number): MeasureRecord | null {
	const row = db.select().from(itemMeasure).where(eq(itemMeasure.itemId, itemId)).get();
	if (!row) return null;
	const { unit, direction, version, rood, oranje, groen, donkergroen } = row;
	return { unit, direction, version, thresholds: { rood, oranje, groen, donkergroen } };
}
