/** SQL for the second axis of an imported agenda: its values, and which items have them. */
import type { Db } from '../db/open.ts';
import { axisValue, itemAxisValue } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { ImportSubject } from './import-rules.ts';
import { chunks } from './imports.repo.ts';

/** In this order; answers their ids by name. */
export function insertAxisValues(
	db: Db,
	_by: Authorized<ImportSubject>,
	agendaId: number,
	names: readonly string[],
): Map<string, number> {
	const rows = names.map((name, position) => ({ agendaId, name, position }));
	const inserted = chunks(rows).flatMap((some) =>
		db.insert(axisValue).values(some).returning({ id: axisValue.id, name: axisValue.name }).all(),
	);
	return new Map(inserted.map(({ id, name }) => [name, id]));
}

export function insertItemAxisValues(
	db: Db,
	_by: Authorized<ImportSubject>,
	rows: readonly (typeof itemAxisValue.$inferInsert)[],
): void {
	for (const some of chunks(rows)) db.insert(itemAxisValue).values(some).run();
}
