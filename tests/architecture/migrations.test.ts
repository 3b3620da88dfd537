/** Migrations are run on data, not on empty tables: every table of the schema before is filled first. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#lib/server/config.ts';
import { migrateDatabase, MIGRATIONS_FOLDER, pendingMigrations } from '#lib/server/db/migrate.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import * as schema from '#lib/server/db/schema.ts';
import { countRows, fillEveryTable, listTables } from '../support/fill-tables.ts';

const Journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string(), when: z.number() })) });
const JOURNAL = Journal.parse(
	JSON.parse(readFileSync(join(MIGRATIONS_FOLDER, 'meta/_journal.json'), 'utf8')),
);

const workplace = mkdtempSync(join(tmpdir(), 'migrations-'));
afterAll(() => rmSync(workplace, { recursive: true }));
let folders = 0;

/** A folder with the first migrations only, and one more of our own when `extra` is given. */
function folderWith(count: number, extra?: string): string {
	folders += 1;
	const folder = join(workplace, String(folders));
	cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
	const entries = JOURNAL.entries.slice(0, count);
	if (extra !== undefined) {
		const last = entries.at(-1);
		entries.push({ ...last, tag: 'extra', when: (last?.when ?? 0) + 1 });
		writeFileSync(join(folder, 'extra.sql'), extra);
	}
	writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify({ ...JOURNAL, entries }));
	return folder;
}

function migrated(folder?: string, path = ':memory:'): Db {
	const db = openDatabase(path);
	onTestFinished(() => void db.$client.close());
	migrateDatabase(db, folder);
	return db;
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
const foreignKeysOf = (db: Db) => db.$client.pragma('foreign_keys', { simple: true });

describe('migrating', () => {
	const later = JOURNAL.entries.map(({ tag }, index) => ({ tag, index })).slice(1);

	test.each(later)('with data up to the newest schema from before $tag loses no row', ({ index }) => {
		const db = migrated(folderWith(index));
		fillEveryTable(db);
		const before = countRows(db);
		expect(Math.min(...before.values())).toBeGreaterThan(0);
		migrateDatabase(db);
		expect(pendingMigrations(db)).toBe(0);
		const after = countRows(db);
		for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows]);
		expect(db.$client.pragma('foreign_key_check')).toEqual([]);
		expect(foreignKeysOf(db)).toBe(1);
	});

	test('gives every organisation its own record outside the regions, and a region the longest reminder of its agendas', () => {
		const before = JOURNAL.entries.findIndex(({ tag }) => tag.includes('vertrouwen'));
		const db = migrated(folderWith(before));
		fillEveryTable(db);
		db.$client.exec("UPDATE agenda SET reminder_days = 9, state = 'adopted', region_id = 1 WHERE id = 1");
		db.$client.exec("UPDATE agenda SET reminder_days = 30, state = 'closed', region_id = 1 WHERE id = 2");
		db.$client.exec("UPDATE organisation SET name = 'RBL', kind = 'leerplicht'");
		migrateDatabase(db);
		const rows = db.$client.prepare(
			'SELECT o.id, o.public_body_id AS body, b.name, b.kind FROM organisation o JOIN public_body b ON b.id = o.public_body_id ORDER BY o.id',
		);
		expect(rows.all()).toEqual([
			{ id: 1, body: 1, name: 'RBL', kind: 'leerplicht' },
			{ id: 2, body: 2, name: 'RBL', kind: 'leerplicht' },
		]);
		expect(db.$client.prepare('SELECT reminder_days FROM region ORDER BY id').pluck().all()).toEqual([9, 5]);
	});

	test('twice changes nothing the second time', () => {
		const db = migrated();
		const before = db.$client.serialize();
		migrateDatabase(db);
		expect(db.$client.serialize().equals(before)).toBe(true);
	});

	test('that rebuilds a table keeps the rows that refer to it', () => {
		const all = JOURNAL.entries.length;
		const db = migrated(folderWith(all));
		fillEveryTable(db);
		const before = countRows(db);
		migrateDatabase(db, folderWith(all, rebuildOf(db, 'organisation')));
		expect(countRows(db)).toEqual(before);
		expect(foreignKeysOf(db)).toBe(1);
	});

	test('that would break a reference is refused and leaves the old data untouched', () => {
		const all = JOURNAL.entries.length;
		const db = migrated(folderWith(all));
		fillEveryTable(db);
		const before = db.$client.serialize();
		const broken = folderWith(all, 'DELETE FROM `organisation`;');
		expect(() => migrateDatabase(db, broken)).toThrow('refer to a row that is gone');
		expect(db.$client.serialize().equals(before)).toBe(true);
		expect(pendingMigrations(db, broken)).toBe(1);
		expect(foreignKeysOf(db)).toBe(1);
	});

	test('that fails halfway leaves the old data untouched', () => {
		const all = JOURNAL.entries.length;
		const db = migrated(folderWith(all));
		fillEveryTable(db);
		const before = db.$client.serialize();
		const half = 'DELETE FROM `setting`;--> statement-breakpoint\nDELETE FROM `no_such_table`;';
		expect(() => migrateDatabase(db, folderWith(all, half))).toThrow('no_such_table');
		expect(db.$client.serialize().equals(before)).toBe(true);
		expect(foreignKeysOf(db)).toBe(1);
	});
});

describe('a program that is killed in the middle of a migration', () => {
	/** Deletes, and then works for minutes before it is done. */
	const SLOW = `DELETE FROM \`setting\`;--> statement-breakpoint
		CREATE TABLE traag (n integer);--> statement-breakpoint
		WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 300000000) INSERT INTO traag SELECT n FROM c;`;

	test('finds the old data untouched at the next start, with a copy beside it, and migrates then', async () => {
		const path = join(workplace, 'killed.db');
		const all = JOURNAL.entries.length;
		const filled = openDatabase(path);
		migrateDatabase(filled, folderWith(all));
		fillEveryTable(filled);
		const before = countRows(filled);
		filled.$client.close();
		const code = `import { openDatabase } from '#lib/server/db/open.ts';
			import { migrateDatabase } from '#lib/server/db/migrate.ts';
			migrateDatabase(openDatabase(process.argv[1]), process.argv[2]);`;
		const args = ['--input-type=module', '-e', code, path, folderWith(all, SLOW)];
		const child = spawn(process.execPath, args, { cwd: projectRoot(), stdio: 'ignore' });
		// Pages of the unfinished migration are on the disk by then.
		for (let tries = 0; sizeOf(`${path}-wal`) < 1_000_000; tries += 1) {
			if (tries > 600 || child.exitCode !== null) throw new Error('The migration did not begin');
			await wait(20);
		}
		child.kill('SIGKILL');
		await once(child, 'exit');
		const db = openDatabase(path);
		onTestFinished(() => void db.$client.close());
		expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(countRows(db)).toEqual(before);
		expect(existsSync(`${path}.voor-migratie-${JOURNAL.entries.at(-1)?.when}`)).toBe(true);
		migrateDatabase(db, folderWith(all, 'CREATE TABLE vlug (n integer);'));
		expect(db.$client.prepare('SELECT count(*) FROM vlug').pluck().get()).toBe(0);
		expect(countRows(db).get('region')).toBe(before.get('region'));
	});
});

describe('the copy before a migration', () => {
	test('is written beside a database file that has data', () => {
		const path = join(workplace, 'with-data.db');
		const all = JOURNAL.entries.length;
		const db = migrated(folderWith(all), path);
		fillEveryTable(db);
		const before = countRows(db);
		migrateDatabase(db, folderWith(all, 'DELETE FROM `setting`;'));
		const copy = `${path}.voor-migratie-${JOURNAL.entries.at(-1)?.when}`;
		expect(existsSync(copy)).toBe(true);
		const kept = openDatabase(copy);
		expect(countRows(kept)).toEqual(before);
		kept.$client.close();
	});

	test('is not written for a new database', () => {
		const path = join(workplace, 'new.db');
		migrated(undefined, path);
		const copies = JOURNAL.entries.filter(({ when }) => existsSync(`${path}.voor-migratie-${when}`));
		expect(copies).toEqual([]);
	});
});

describe('the schema in the code', () => {
	const tables = Object.values(schema).filter((one) => one instanceof SQLiteTable);
	const db = openDatabase(':memory:');
	migrateDatabase(db);
	const read = (pragma: string, table: string) =>
		Row.array().parse(db.$client.pragma(`${pragma}(\`${table}\`)`));

	test('has the tables that the migrations make', () => {
		expect(tables.map((table) => getTableConfig(table).name).sort()).toEqual(listTables(db).sort());
	});

	test.each(tables.map((table) => ({ table, name: getTableConfig(table).name })))(
		'has the columns, references and unique indexes of $name as the migrations make it',
		({ table, name }) => {
			const config = getTableConfig(table);
			const keys = new Set(config.primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
			const columns = config.columns.map((one) => ({
				name: one.name,
				type: one.getSQLType(),
				required: one.notNull || keys.has(one.name),
				isKey: one.primary || keys.has(one.name),
			}));
			const actual = read('table_info', name).map((one) => ({
				name: one['name'],
				type: String(one['type']).toLowerCase(),
				required: one['notnull'] === 1,
				isKey: Number(one['pk']) > 0,
			}));
			// A column that a later migration adds comes last in the table.
			expect(actual.sort(byName)).toEqual(columns.sort(byName));
			const references = config.foreignKeys.map((key) => {
				const { columns: from, foreignTable, foreignColumns } = key.reference();
				return [from[0]?.name, getTableConfig(foreignTable).name, foreignColumns[0]?.name].join(' ');
			});
			const actualReferences = read('foreign_key_list', name);
			expect(actualReferences.map((one) => [one['from'], one['table'], one['to']].join(' ')).sort()).toEqual(
				references.sort(),
			);
			expect(actualReferences.filter((one) => one['on_delete'] !== 'NO ACTION')).toEqual([]);
			const indexes = [
				...config.indexes.map((one) => [one.config.name, one.config.unique ? 1 : 0].join(' ')),
				...config.columns.filter((one) => one.isUnique).map((one) => `${one.uniqueName} 1`),
			];
			const actualIndexes = read('index_list', name).filter((one) => one['origin'] === 'c');
			expect(actualIndexes.map((one) => [one['name'], one['unique']].join(' ')).sort()).toEqual(
				indexes.sort(),
			);
		},
	);

	test('keeps every trigger that was made and not dropped by name: rebuilding a table drops them without a word', () => {
		const made = new Set<string>();
		for (const { tag } of JOURNAL.entries) {
			const sql = readFileSync(join(MIGRATIONS_FOLDER, `${tag}.sql`), 'utf8');
			for (const [, verb, name = ''] of sql.matchAll(
				/(CREATE|DROP) TRIGGER (?:IF (?:NOT )?EXISTS )?`?(\w+)/g,
			)) {
				if (verb === 'CREATE') made.add(name);
				else made.delete(name);
			}
		}
		const names = db.$client.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all();
		expect(names.sort()).toEqual([...made].sort());
		for (const table of ['adoption', 'audit', 'goal_version']) {
			expect(names).toEqual(expect.arrayContaining([`${table}_no_update`, `${table}_no_delete`]));
		}
	});
});

const byName = (a: { name: unknown }, b: { name: unknown }) => String(a.name).localeCompare(String(b.name));
const Row = z.record(z.string(), z.unknown());

/** What drizzle-kit writes when a column must change: a new table, the rows copied, the old one dropped. */
function rebuildOf(db: Db, table: string): string {
	const sql = z
		.string()
		.parse(db.$client.prepare('SELECT sql FROM sqlite_master WHERE name = ?').pluck().get(table));
	return [
		'PRAGMA foreign_keys=OFF;',
		`${sql.replace(`\`${table}\``, `\`__new_${table}\``)};`,
		`INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\`;`,
		`DROP TABLE \`${table}\`;`,
		`ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`,
		'PRAGMA foreign_keys=ON;',
	].join('--> statement-breakpoint\n');
}
