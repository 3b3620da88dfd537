/** SQL for the agendapunten of an agenda while they are being changed. */
import { and, asc, count, desc, eq } from 'drizzle-orm';
import type { Uses } from '#lib/domain/archive.ts';
import { parseItemRef } from '#lib/domain/item-ref.ts';
import type { Level } from '#lib/domain/level.ts';
import type { Db } from '../db/open.ts';
import {
	action,
	agenda,
	goalVersion,
	item,
	itemAxisValue,
	itemInvolved,
	itemMeasure,
	priorityItem,
	region,
	status,
	theme,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import { countOpenedRounds, type EditSubject } from './agenda-editing.repo.ts';

export type ItemRow = typeof item.$inferSelect;
type NewItem = Omit<typeof item.$inferInsert, 'id' | 'version' | 'agendaId'>;

export interface ItemSubject extends EditSubject {
	item: ItemRow;
	theme: typeof theme.$inferSelect;
}

export function findItemSubject(db: Db, input: { agenda: string; item: string }): ItemSubject | null {
	const ref = parseItemRef(input.item);
	if (!ref) return null;
	const row = db
		.select({ agenda, region, theme, item })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(and(eq(agenda.slug, input.agenda), eq(theme.code, ref.themeCode), eq(item.number, ref.number)))
		.get();
	return row ? { ...row, scope: { kind: 'region', regionId: row.region.id, organisationIds: [] } } : null;
}

/** In their order within each thema, archived ones too. */
export function listItems(db: Db, agendaId: number): ItemRow[] {
	return db
		.select()
		.from(item)
		.where(eq(item.agendaId, agendaId))
		.orderBy(asc(item.position), asc(item.number))
		.all();
}

export function listInvolved(db: Db, agendaId: number): { itemId: number; organisationId: number }[] {
	return db
		.select({ itemId: itemInvolved.itemId, organisationId: itemInvolved.organisationId })
		.from(itemInvolved)
		.innerJoin(item, eq(item.id, itemInvolved.itemId))
		.where(eq(item.agendaId, agendaId))
		.all();
}

export function insertItem(
	db: Db,
	agendaId: number,
	_by: Authorized<Pick<EditSubject, 'scope'>>,
	values: NewItem,
): number {
	return db
		.insert(item)
		.values({ ...values, agendaId })
		.returning({ id: item.id })
		.get().id;
}

export function updateItem(db: Db, subject: Authorized<ItemSubject>, values: Partial<NewItem>): void {
	db.update(item)
		.set({ ...values, version: subject.item.version + 1 })
		.where(eq(item.id, subject.item.id))
		.run();
}

/** The order has the version of the agenda, not of each item. */
export function placeItem(db: Db, _by: Authorized<EditSubject>, id: number, position: number): void {
	db.update(item).set({ position }).where(eq(item.id, id)).run();
}

/** Replaces who takes part and which values of the second axis the item has. */
export function writeItemLinks(
	db: Db,
	_by: Authorized<Pick<EditSubject, 'scope'>>,
	itemId: number,
	links: { involved: readonly number[]; axisValues: readonly number[] },
): void {
	db.delete(itemInvolved).where(eq(itemInvolved.itemId, itemId)).run();
	db.delete(itemAxisValue).where(eq(itemAxisValue.itemId, itemId)).run();
	for (const organisationId of links.involved)
		db.insert(itemInvolved).values({ itemId, organisationId }).run();
	for (const axisValueId of links.axisValues) db.insert(itemAxisValue).values({ itemId, axisValueId }).run();
}

/** Only for an item without statuses, goals, acties and priorities. */
export function deleteItem(db: Db, subject: Authorized<ItemSubject>): void {
	writeItemLinks(db, subject, subject.item.id, { involved: [], axisValues: [] });
	db.delete(itemMeasure).where(eq(itemMeasure.itemId, subject.item.id)).run();
	db.delete(item).where(eq(item.id, subject.item.id)).run();
}

export function usesOfItem(db: Db, { id, agendaId }: { id: number; agendaId: number }): Uses {
	const rows = { rows: count() };
	return {
		statuses: db.select(rows).from(status).where(eq(status.itemId, id)).get()?.rows ?? 0,
		goals: db.select(rows).from(goalVersion).where(eq(goalVersion.itemId, id)).get()?.rows ?? 0,
		actions: db.select(rows).from(action).where(eq(action.itemId, id)).get()?.rows ?? 0,
		priorities: db.select(rows).from(priorityItem).where(eq(priorityItem.itemId, id)).get()?.rows ?? 0,
		items: 0,
		openedRounds: countOpenedRounds(db, agendaId),
	};
}

/** The goal for donkergroen as it is now, and every level the item was ever given. */
export function findTopOfLadder(db: Db, itemId: number): { goal: string | null; levels: (Level | null)[] } {
	const newest = db
		.select({ donkergroen: goalVersion.donkergroen })
		.from(goalVersion)
		.where(eq(goalVersion.itemId, itemId))
		.orderBy(desc(goalVersion.number))
		.limit(1)
		.get();
	const levels = db.select({ level: status.level }).from(status).where(eq(status.itemId, itemId)).all();
	return { goal: newest?.donkergroen ?? null, levels: levels.map((one) => one.level) };
}
