/** SQL for importing a table: the round with its drafts, and the upload that is kept. */
import { eq } from 'drizzle-orm';
import { itemRef } from '#lib/domain/item-ref.ts';
import type { Db } from '../db/open.ts';
import { agenda, goalVersion, importUpload, item, status, statusRound, theme } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import { chunks } from './imports.repo.ts';
import type { TableSubject } from './table-import-rules.ts';

interface NewItem {
	id: number;
	goalVersionId: number | null;
}

/** The items of an agenda that has just been written, by the name they have in an address. */
export function listNewItems(db: Db, slug: string): { agendaId: number; items: Map<string, NewItem> } {
	const rows = db
		.select({
			agendaId: agenda.id,
			id: item.id,
			code: theme.code,
			number: item.number,
			goalVersionId: goalVersion.id,
		})
		.from(agenda)
		.innerJoin(item, eq(item.agendaId, agenda.id))
		.innerJoin(theme, eq(theme.id, item.themeId))
		.leftJoin(goalVersion, eq(goalVersion.itemId, item.id))
		.where(eq(agenda.slug, slug))
		.all();
	const agendaId = rows[0]?.agendaId;
	if (agendaId === undefined) throw new Error(`The agenda ${slug} has no items`);
	const items = rows.map(({ code, number, id, goalVersionId }): [string, NewItem] => [
		itemRef(code, number),
		{ id, goalVersionId },
	]);
	return { agendaId, items: new Map(items) };
}

export function insertRound(
	db: Db,
	_by: Authorized<TableSubject>,
	values: Omit<typeof statusRound.$inferInsert, 'id' | 'version'>,
): number {
	return db.insert(statusRound).values(values).returning({ id: statusRound.id }).get().id;
}

export function insertStatuses(
	db: Db,
	_by: Authorized<TableSubject>,
	rows: readonly (typeof status.$inferInsert)[],
): { id: number; itemId: number }[] {
	return chunks(rows).flatMap((some) =>
		db.insert(status).values(some).returning({ id: status.id, itemId: status.itemId }).all(),
	);
}

export function insertUpload(
	db: Db,
	_by: Authorized<TableSubject>,
	values: Omit<typeof importUpload.$inferInsert, 'id'>,
): number {
	return db.insert(importUpload).values(values).returning({ id: importUpload.id }).get().id;
}
