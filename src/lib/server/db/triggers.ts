/** The locks of the database: triggers that refuse to change what may never change, held against the migrations. */
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { lastApplied, MIGRATIONS_FOLDER } from './migrate.ts';
import type { Db } from './open.ts';

export interface DamagedTrigger {
	name: string;
	state: 'missing' | 'changed';
}

/** Those that a migration of this database made and that are gone or say something else now. */
export function damagedTriggers(db: Db): DamagedTrigger[] {
	const found = new Map(foundTriggers(db));
	return [...expectedTriggers(db)].flatMap(([name, text]): DamagedTrigger[] => {
		const now = found.get(name);
		if (now === undefined) return [{ name, state: 'missing' }];
		return now === text ? [] : [{ name, state: 'changed' }];
	});
}

/** A table that is rebuilt takes its triggers along, so a later migration may make the same one again. */
function expectedTriggers(db: Db): Map<string, string> {
	const last = lastApplied(db);
	const expected = new Map<string, string>();
	const statements = readMigrationFiles({ migrationsFolder: MIGRATIONS_FOLDER })
		.filter((migration) => last !== null && migration.folderMillis <= last)
		.flatMap((migration) => migration.sql);
	for (const statement of statements) {
		const made = /^\s*CREATE TRIGGER [`"]?(\w+)/i.exec(statement)?.[1];
		const dropped = /^\s*DROP TRIGGER (?:IF EXISTS )?[`"]?(\w+)/i.exec(statement)?.[1];
		if (made) expected.set(made, plain(statement));
		if (dropped) expected.delete(dropped);
	}
	return expected;
}

function foundTriggers(db: Db): [name: string, text: string][] {
	const rows: unknown[] = db.$client
		.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
		.raw()
		.all();
	return rows.flatMap((row): [string, string][] =>
		Array.isArray(row) ? [[String(row[0]), plain(String(row[1]))]] : [],
	);
}

function plain(statement: string): string {
	return statement.replace(/\s+/g, ' ').replace(/;\s*$/, '').trim();
}
