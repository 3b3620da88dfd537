/**
 * Keeps an eye on one open database: whether its file is still the one that was opened, whether writing works, and whether
 * a page turned out to be damaged. After damage nothing is written until the file is whole again.
 */
import { statSync } from 'node:fs';
import { DatabaseFaultError, faultOf, type DatabaseFault } from './faults.ts';

/** The part of a connection that is guarded here. */
export interface Guarded {
	$client: {
		name: string;
		memory: boolean;
		pragma(source: string, options?: { simple?: boolean }): unknown;
	};
}

/** Somebody else may write for a moment: an import, a copy that is put back. */
export const PATIENCE_MS = 5000;
/** Once that was not enough, nobody else waits so long: while SQLite waits, the server answers nobody. */
const IMPATIENCE_MS = 100;

interface Watch {
	/** Device and number of the file; null for a database without a file. */
	identity: string | null;
	/** What the database failed of last; null once it works again. */
	fault: DatabaseFault | null;
}

const watches = new WeakMap<object, Watch>();

function watchOf(db: Guarded): Watch {
	const known = watches.get(db.$client);
	if (known) return known;
	const watch: Watch = { identity: identityOf(db), fault: null };
	watches.set(db.$client, watch);
	return watch;
}

/** Remembers which file this is. */
export function startGuard(db: Guarded): void {
	watchOf(db);
}

function identityOf({ $client }: Guarded): string | null {
	if ($client.memory || $client.name === '') return null;
	const found = statSync($client.name, { throwIfNoEntry: false });
	return found ? `${found.dev}:${found.ino}` : 'missing';
}

/** `replaced`: there is another file in its place, so that this connection writes where nobody reads. */
export function fileState(db: Guarded): 'same' | 'missing' | 'replaced' {
	const now = identityOf(db);
	if (now === 'missing') return 'missing';
	return now === watchOf(db).identity ? 'same' : 'replaced';
}

/** Throws when the database must not be written to. */
export function refuseUnsafeWrite(db: Guarded): void {
	if (fileState(db) !== 'same') throw new DatabaseFaultError('missing');
	if (watchOf(db).fault === 'damaged') throw new DatabaseFaultError('damaged');
}

/** Remembers why a transaction failed, when that was the database. */
export function noteFailure(db: Guarded, failure: unknown): void {
	const fault = faultOf(failure);
	const watch = watchOf(db);
	if (fault === null || watch.fault === 'damaged') return;
	watch.fault = fault;
	if (fault === 'busy') db.$client.pragma(`busy_timeout = ${IMPATIENCE_MS}`);
}

/** The lock to write was had, so nobody holds it any more. Says nothing about the disk: not every command writes a row. */
export function noteLock(db: Guarded): void {
	const watch = watchOf(db);
	if (watch.fault !== 'busy') return;
	watch.fault = null;
	db.$client.pragma(`busy_timeout = ${PATIENCE_MS}`);
}

/** What the database failed of last; null when it works as far as is known. */
export function knownFault(db: Guarded): DatabaseFault | null {
	return watchOf(db).fault;
}

/** The cause is gone: a row was written, or the file was looked through and is whole. */
export function forgetFault(db: Guarded): void {
	watchOf(db).fault = null;
	db.$client.pragma(`busy_timeout = ${PATIENCE_MS}`);
}
