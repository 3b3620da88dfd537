/** Rows in every table of whatever schema a database has, by reading that schema: parents first, so that references hold. */
import { z } from 'zod';
import type { Db } from '#lib/server/db/open.ts';

const Column = z.object({ name: z.string(), type: z.string(), pk: z.number() });
const Reference = z.object({ from: z.string(), table: z.string(), to: z.string() });
const Cell = z.union([z.string(), z.number(), z.null()]);

const ROWS_PER_TABLE = 2;

/** Without SQLite's own tables and the bookkeeping of the migrations. */
export function listTables(db: Db): string[] {
	const names = db.$client.prepare(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
	);
	return z
		.array(z.string())
		.parse(names.pluck().all())
		.filter((name) => !name.startsWith('__'));
}

export function countRows(db: Db): Map<string, number> {
	return rowCounter(db)();
}

/** For who counts often: all tables of today's schema in one statement, which is prepared once. */
export function rowCounter(db: Db): () => Map<string, number> {
	const tables = listTables(db);
	const counts = tables.map((table) => `(SELECT count(*) FROM \`${table}\`)`);
	const statement = db.$client.prepare(`SELECT ${counts.join(', ')}`).raw();
	return () => {
		const row = z.array(z.number()).parse(statement.get());
		return new Map(tables.map((table, index) => [table, row[index] ?? 0]));
	};
}

/** Every column gets a value, also those that may be empty. */
export function fillEveryTable(db: Db): void {
	for (const table of parentsFirst(db)) {
		for (let row = 1; row <= ROWS_PER_TABLE; row += 1) insertRow(db, table, row);
	}
}

function insertRow(db: Db, table: string, row: number): void {
	const columns = z.array(Column).parse(db.$client.pragma(`table_info(\`${table}\`)`));
	const references = referencesOf(db, table);
	const values = columns.map((column) => {
		const reference = references.find((one) => one.from === column.name && one.table !== table);
		if (reference) return parentValue(db, reference, row);
		return column.type.toLowerCase() === 'integer' ? row : `${column.name} ${row}`;
	});
	const names = columns.map((column) => `\`${column.name}\``).join(', ');
	const places = columns.map(() => '?').join(', ');
	db.$client.prepare(`INSERT INTO \`${table}\` (${names}) VALUES (${places})`).run(values);
}

function parentValue(db: Db, { table, to }: z.infer<typeof Reference>, row: number): z.infer<typeof Cell> {
	return Cell.parse(
		db.$client
			.prepare(`SELECT \`${to}\` FROM \`${table}\` LIMIT 1 OFFSET ?`)
			.pluck()
			.get(row - 1),
	);
}

function referencesOf(db: Db, table: string): z.infer<typeof Reference>[] {
	return z.array(Reference).parse(db.$client.pragma(`foreign_key_list(\`${table}\`)`));
}

function parentsFirst(db: Db): string[] {
	const waiting = new Set(listTables(db));
	const ordered: string[] = [];
	while (waiting.size > 0) {
		const ready = [...waiting].filter((table) =>
			referencesOf(db, table).every((one) => one.table === table || !waiting.has(one.table)),
		);
		if (ready.length === 0)
			throw new Error(`Tables refer to each other in a circle: ${[...waiting].join(', ')}`);
		for (const table of ready) waiting.delete(table);
		ordered.push(...ready);
	}
	return ordered;
}
