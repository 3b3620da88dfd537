/** SQL for the priorities of an agenda per schooljaar. */
import { and, asc, count, eq, isNull, ne } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Db } from '../db/open.ts';
import { agenda, item, priority, priorityItem, statusRound, theme } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export interface AgendaSubject {
	scope: Scope;
	agenda: typeof agenda.$inferSelect;
}

export interface PrioritySubject extends AgendaSubject {
	priority: typeof priority.$inferSelect;
}

export function findAgendaSubject(db: Db, slug: string): AgendaSubject | null {
	const row = db.select().from(agenda).where(eq(agenda.slug, slug)).get();
	return row ? { agenda: row, scope: { kind: 'region', regionId: row.regionId, organisationIds: [] } } : null;
}

export function findPrioritySubject(
	db: Db,
	input: { agenda: string; priority: number },
): PrioritySubject | null {
	const subject = findAgendaSubject(db, input.agenda);
	if (!subject) return null;
	const row = db
		.select()
		.from(priority)
		.where(
			and(
				eq(priority.id, input.priority),
				eq(priority.agendaId, subject.agenda.id),
				isNull(priority.archivedAt),
			),
		)
		.get();
	return row ? { ...subject, priority: row } : null;
}

/** Those in use, by schooljaar and in their order, each with the items it is about. */
export function listPrioritiesOf(db: Db, agendaId: number) {
	const rows = db
		.select()
		.from(priority)
		.where(and(eq(priority.agendaId, agendaId), isNull(priority.archivedAt)))
		.orderBy(asc(priority.schoolYear), asc(priority.position), asc(priority.id))
		.all();
	const links = db
		.select({
			priorityId: priorityItem.priorityId,
			id: item.id,
			number: item.number,
			shortTitle: item.shortTitle,
			themeCode: theme.code,
			themeName: theme.name,
		})
		.from(priorityItem)
		.innerJoin(item, eq(item.id, priorityItem.itemId))
		.innerJoin(theme, eq(theme.id, item.themeId))
		.where(eq(item.agendaId, agendaId))
		.orderBy(asc(theme.position), asc(item.position), asc(item.number))
		.all();
	const items = Map.groupBy(links, (link) => link.priorityId);
	return rows.map((row) => ({ ...row, items: items.get(row.id) ?? [] }));
}

export type PriorityRow = ReturnType<typeof listPrioritiesOf>[number];

/** The items of the agenda, by id, with the title that the audit trail keeps. */
export function listItemTitles(db: Db, agendaId: number): Map<number, string> {
	const rows = db
		.select({ id: item.id, title: item.shortTitle })
		.from(item)
		.where(eq(item.agendaId, agendaId))
		.all();
	return new Map(rows.map((row) => [row.id, row.title]));
}

export function countOpenedRounds(db: Db, agendaId: number): number {
	const opened = and(eq(statusRound.agendaId, agendaId), ne(statusRound.state, 'planned'));
	return db.select({ rounds: count() }).from(statusRound).where(opened).get()?.rounds ?? 0;
}

export function insertPriority(
	db: Db,
	subject: Authorized<AgendaSubject>,
	values: Pick<typeof priority.$inferInsert, 'schoolYear' | 'text' | 'position'>,
): number {
	return db
		.insert(priority)
		.values({ ...values, agendaId: subject.agenda.id })
		.returning({ id: priority.id })
		.get().id;
}

export function updatePriority(
	db: Db,
	subject: Authorized<PrioritySubject>,
	values: Partial<Pick<typeof priority.$inferInsert, 'schoolYear' | 'text' | 'position' | 'archivedAt'>>,
): void {
	db.update(priority)
		.set({ ...values, version: subject.priority.version + 1 })
		.where(eq(priority.id, subject.priority.id))
		.run();
}

export function deletePriority(db: Db, subject: Authorized<PrioritySubject>): void {
	writePriorityItems(db, subject, subject.priority.id, []);
	db.delete(priority).where(eq(priority.id, subject.priority.id)).run();
}

export function placePriority(
	db: Db,
	_by: Authorized<PrioritySubject>,
	row: { id: number; version: number },
	position: number,
): void {
	db.update(priority)
		.set({ position, version: row.version + 1 })
		.where(eq(priority.id, row.id))
		.run();
}

/** Replaces the items that the priority is about. */
export function writePriorityItems(
	db: Db,
	_by: Authorized<AgendaSubject>,
	priorityId: number,
	items: readonly number[],
): void {
	db.delete(priorityItem).where(eq(priorityItem.priorityId, priorityId)).run();
	for (const itemId of items) db.insert(priorityItem).values({ priorityId, itemId }).run();
}
