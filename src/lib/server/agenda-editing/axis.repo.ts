/** SQL for the second axis of an agenda: its values and which items have them. */
import { asc, count, eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { axisValue, item, itemAxisValue } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { EditSubject, RegionSubject } from './agenda-editing.repo.ts';

export interface AxisValue {
	id: number;
	name: string;
	/** How many items have it. */
	items: number;
}

export function listAxisValues(db: Db, agendaId: number): AxisValue[] {
	return db
		.select({ id: axisValue.id, name: axisValue.name, items: count(itemAxisValue.itemId) })
		.from(axisValue)
		.leftJoin(itemAxisValue, eq(itemAxisValue.axisValueId, axisValue.id))
		.where(eq(axisValue.agendaId, agendaId))
		.groupBy(axisValue.id)
		.orderBy(asc(axisValue.position))
		.all();
}

export function insertAxisValueOf(
	db: Db,
	_by: Authorized<RegionSubject>,
	agendaId: number,
	values: { name: string; position: number },
): number {
	return db
		.insert(axisValue)
		.values({ ...values, agendaId })
		.returning({ id: axisValue.id })
		.get().id;
}

export function renameAxisValue(db: Db, _by: Authorized<EditSubject>, id: number, name: string): void {
	db.update(axisValue).set({ name }).where(eq(axisValue.id, id)).run();
}

export function deleteAxisValue(db: Db, _by: Authorized<EditSubject>, id: number): void {
	db.delete(axisValue).where(eq(axisValue.id, id)).run();
}

export function listItemAxisValues(db: Db, agendaId: number): { itemId: number; axisValueId: number }[] {
	return db
		.select({ itemId: itemAxisValue.itemId, axisValueId: itemAxisValue.axisValueId })
		.from(itemAxisValue)
		.innerJoin(item, eq(item.id, itemAxisValue.itemId))
		.where(eq(item.agendaId, agendaId))
		.all();
}
