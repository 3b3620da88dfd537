/** Opens the embedded database with the settings that keep every acknowledged write. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { faultOf } from './faults.ts';
import { noteFailure, noteLock, PATIENCE_MS, refuseUnsafeWrite, startGuard } from './guard.ts';

export type Db = BetterSQLite3Database & { $client: SQLite.Database };

/** `:memory:` or a Buffer made by `serialize()` gives a database without a file. */
export function openDatabase(source: string | Buffer): Db {
	if (typeof source === 'string' && source !== ':memory:') mkdirSync(dirname(source), { recursive: true });
	const client = new SQLite(source);
	client.pragma(`busy_timeout = ${PATIENCE_MS}`);
	client.pragma('journal_mode = WAL');
	client.pragma('synchronous = FULL');
	client.pragma('foreign_keys = ON');
	const db = drizzle(client);
	startGuard(db);
	return db;
}

/** Opens a database file that must exist and that stays as it is: no row, setting or migration is written. */
export function openForReading(path: string): Db {
	const client = new SQLite(path, { readonly: true, fileMustExist: true });
	client.pragma(`busy_timeout = ${PATIENCE_MS}`);
	return drizzle(client);
}

/**
 * Takes a file of its own for this process alone, until it is closed or the process is gone. Null when another process has
 * it for longer than `patience` milliseconds. Throws when there can be no such file.
 */
export function lockFile(path: string, patience: number): { close(): void } | null {
	const client = new SQLite(path, { timeout: patience });
	try {
		// Nothing is ever written in it, so that there is no second file to leave behind.
		client.pragma('journal_mode = MEMORY');
		client.exec('BEGIN EXCLUSIVE');
		return client;
	} catch (failure) {
		client.close();
		if (faultOf(failure) === 'busy') return null;
		throw failure;
	}
}

/** Whether every page of this database file can be read and fits; false for what is no database. */
export function isWhole(path: string): boolean {
	let db: Db | null = null;
	try {
		db = openForReading(path);
		return db.$client.pragma('quick_check(1)', { simple: true }) === 'ok';
	} catch {
		return false;
	} finally {
		db?.$client.close();
	}
}

/**
 * Runs `work` in one transaction; statements of `db` itself take part, since there is one connection. Writes nothing when
 * the file is damaged, gone or another one.
 */
export function inTransaction<T>(db: Db, behaviour: 'immediate' | 'deferred', work: () => T): T {
	const transaction = db.$client.transaction(work);
	try {
		if (behaviour === 'deferred') return transaction.deferred();
		refuseUnsafeWrite(db);
		const result = transaction.immediate();
		noteLock(db);
		return result;
	} catch (failure) {
		noteFailure(db, failure);
		throw failure;
	}
}

/** Keeps one prepared statement per database, since building the SQL costs more than running it. */
export function prepared<Statement>(build: (db: Db) => Statement): (db: Db) => Statement {
	const statements = new WeakMap<Db, Statement>();
	return (db) => {
		const known = statements.get(db);
		if (known) return known;
		const made = build(db);
		statements.set(db, made);
		return made;
	};
}
