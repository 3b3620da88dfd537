/** Brings a database to the newest schema, or leaves it untouched: foreign keys off outside the transaction, checked within it. */
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { projectRoot } from '../config.ts';
import { inTransaction, type Db } from './open.ts';

export const MIGRATIONS_FOLDER = join(projectRoot(), 'drizzle');

/** How many migrations this database still needs. */
export function pendingMigrations(db: Db, folder = MIGRATIONS_FOLDER): number {
	return listPending(db, folder).length;
}

function listPending(db: Db, folder: string): MigrationMeta[] {
	const last = lastApplied(db);
	const known = readMigrationFiles({ migrationsFolder: folder });
	return known.filter((migration) => last === null || migration.folderMillis > last);
}

/** When the newest migration that this database had was made; null for an empty database. */
export function lastApplied(db: Db): number | null {
	const table = db.$client
		.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'")
		.get();
	if (!table) return null;
	const last: unknown = db.$client.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get();
	return typeof last === 'number' ? last : null;
}

/**
 * Why this program must leave a database alone: a `newer` version migrated it, or its migrations are `other` than the
 * first ones of this program, so that those to come would build on something else. Null when it can be migrated.
 */
export function strangeHistory(db: Db, folder = MIGRATIONS_FOLDER): 'newer' | 'other' | null {
	const last = lastApplied(db);
	if (last === null) return null;
	const known = readMigrationFiles({ migrationsFolder: folder });
	if (last > (known.at(-1)?.folderMillis ?? 0)) return 'newer';
	const applied = db.$client
		.prepare('SELECT hash FROM __drizzle_migrations ORDER BY created_at')
		.pluck()
		.all();
	return applied.every((hash, place) => hash === known[place]?.hash) ? null : 'other';
}

/** Throws, with the old data in place, when a migration fails or would break a reference between tables. */
export function migrateDatabase(db: Db, folder = MIGRATIONS_FOLDER, { keepCopy = true } = {}): void {
	const pending = listPending(db, folder);
	if (pending.length === 0) return;
	if (keepCopy) backUpBefore(db);
	// SQLite ignores this inside a transaction, and a table that is rebuilt would take the rows that refer to it along.
	db.$client.pragma('foreign_keys = OFF');
	try {
		inTransaction(db, 'immediate', () => {
			for (const migration of pending) apply(db, migration);
			refuseBrokenReferences(db);
		});
	} finally {
		db.$client.pragma('foreign_keys = ON');
	}
}

/** Keeps the books as drizzle's own migrator does, which commits before the references can be checked. */
function apply(db: Db, { sql, hash, folderMillis }: MigrationMeta): void {
	for (const statement of sql) db.$client.exec(statement);
	db.$client.exec(
		'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
	);
	db.$client
		.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
		.run(hash, folderMillis);
}

function refuseBrokenReferences(db: Db): void {
	const broken = db.$client.pragma('foreign_key_check');
	if (!Array.isArray(broken) || broken.length === 0) return;
	throw new Error(`A migration left ${broken.length} rows that refer to a row that is gone`);
}

/** Writes a copy beside a database file that has data, named by the last migration it had; an older such copy is replaced. */
function backUpBefore(db: Db): void {
	const last = lastApplied(db);
	const file = db.$client.name;
	if (last === null || db.$client.memory || file === '') return;
	const copy = `${file}.voor-migratie-${last}`;
	const unfinished = `${copy}.onaf`;
	rmSync(unfinished, { force: true });
	try {
		db.$client.prepare('VACUUM INTO ?').run(unfinished);
		renameSync(unfinished, copy);
	} finally {
		// What did not fit would only keep the disk full.
		rmSync(unfinished, { force: true });
	}
}
