/**
 * One server per database: two would do each other's jobs again and count other live connections. The lock is one of SQLite
 * on a file of its own, so it goes with the process, however that ends; copies and commands do not need it.
 */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SQLite from 'better-sqlite3';
import { ConfigError } from '../config.ts';

/** A server that was told to stop takes five seconds at most, and the next one may be started meanwhile. */
const PATIENCE_MS = 7000;

/** Kept, since the lock goes when nobody holds it any more. */
const held = new Set<SQLite.Database>();

/** The file of the lock; empty, and left where it is. The same for every way to write the path of the database. */
export function slotOf(databasePath: string): string {
	const folder = dirname(databasePath);
	mkdirSync(folder, { recursive: true });
	const real = existsSync(databasePath)
		? realpathSync(databasePath)
		: join(realpathSync(folder), basename(databasePath));
	return `${real}.in-gebruik`;
}

/** Throws a ConfigError when another server has this database. Answers how to let it go. */
export function holdDatabase(databasePath: string, patience = PATIENCE_MS): () => void {
	const client = openSlot(databasePath, patience);
	if (client === null) return () => undefined;
	held.add(client);
	return () => {
		held.delete(client);
		client.close();
	};
}

/** Null when there can be no file: the start itself then says what is wrong with the folder or the disk. */
function openSlot(databasePath: string, patience: number): SQLite.Database | null {
	let client: SQLite.Database | null = null;
	try {
		client = new SQLite(slotOf(databasePath), { timeout: patience });
		// Nothing is ever written in it, so that there is no second file to leave behind.
		client.pragma('journal_mode = MEMORY');
		client.exec('BEGIN EXCLUSIVE');
		return client;
	} catch (failure) {
		client?.close();
		if (!(failure instanceof SQLite.SqliteError) || failure.code !== 'SQLITE_BUSY') return null;
		throw new ConfigError(
			'Er draait al een server op deze database. Stop die eerst, of zet in DATABASE_PATH een andere database.',
			{ cause: failure },
		);
	}
}
