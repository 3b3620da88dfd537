/**
 * One server per database: two would do each other's jobs again and count other live connections. The lock is one of SQLite
 * on a file of its own, so it goes with the process, however that ends; copies and commands do not need it.
 */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ConfigError } from '../config.ts';
import { lockFile } from './open.ts';

/** A server that was told to stop takes five seconds at most, and the next one may be started meanwhile. */
const PATIENCE_MS = 7000;

interface Lock {
	close(): void;
}

/** Kept, since the lock goes when nobody holds it any more. */
const held = new Set<Lock>();

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
	const lock = takeSlot(databasePath, patience);
	if (lock === null) {
		throw new ConfigError(
			'Er draait al een server op deze database. Stop die eerst, of zet in DATABASE_PATH een andere database.',
		);
	}
	held.add(lock);
	return () => {
		held.delete(lock);
		lock.close();
	};
}

function takeSlot(databasePath: string, patience: number): Lock | null {
	try {
		return lockFile(slotOf(databasePath), patience);
	} catch {
		// There can be no file: the start itself says what is wrong with the folder or the disk.
		return { close: () => undefined };
	}
}
