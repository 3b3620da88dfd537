/** Whether the program can do its work, for whoever watches over it. Shows nothing of any region. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../config.ts';
import { faultOf, type DatabaseFault } from '../db/faults.ts';
import { fileState, forgetFault, knownFault } from '../db/guard.ts';
import { pendingMigrations } from '../db/migrate.ts';
import { inTransaction, isWhole, type Db } from '../db/open.ts';
import { FAULT_SENTENCE } from './fault-sentences.ts';

const STATE_OF_FAULT = {
	busy: 'bezet',
	full: 'schijf vol',
	'read-only': 'alleen lezen',
	disk: 'schijffout',
	damaged: 'beschadigd',
	missing: 'weg',
} as const satisfies Record<DatabaseFault, string>;

export interface Health {
	versie: string;
	database: 'goed' | 'verouderd' | 'onbereikbaar' | (typeof STATE_OF_FAULT)[DatabaseFault];
	/** What is wrong, in a sentence; left out when nothing is. */
	uitleg?: string;
}

let version: string | undefined;

export function programVersion(): string {
	version ??= z
		.object({ version: z.string() })
		.parse(JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8'))).version;
	return version;
}

export function checkHealth(db: Db): Health {
	const versie = programVersion();
	try {
		const fault = fileState(db) === 'missing' ? 'missing' : stillWrong(db);
		if (fault !== null) return { versie, ...unhealthy(fault) };
		db.$client.prepare('SELECT count(*) FROM region').get();
		return { versie, database: pendingMigrations(db) === 0 ? 'goed' : 'verouderd' };
	} catch (failure) {
		// The answer itself says it; the database's own error is in the log of whatever broke it.
		const fault = faultOf(failure);
		return { versie, ...(fault === null ? { database: 'onbereikbaar' as const } : unhealthy(fault)) };
	}
}

/** What `/gezond` says when the database could not even be opened for the request. */
export function healthAt(fault: DatabaseFault): Health {
	return { versie: programVersion(), ...unhealthy(fault) };
}

const unhealthy = (fault: DatabaseFault) => ({
	database: STATE_OF_FAULT[fault],
	uitleg: FAULT_SENTENCE[fault],
});

/** Whether what went wrong before still does: a damaged file is looked through, and otherwise a write is tried. */
export function stillWrong(db: Db): DatabaseFault | null {
	const fault = knownFault(db);
	if (fault === null) return null;
	try {
		if (fault === 'damaged') {
			if (!isWhole(db.$client.name)) return 'damaged';
			forgetFault(db);
		}
		inTransaction(db, 'immediate', () => tryWriting(db));
		forgetFault(db);
		return null;
	} catch (failure) {
		return faultOf(failure) ?? fault;
	}
}

/** Writes the number that stands in the header of every database file, as it was. */
function tryWriting(db: Db): void {
	const number = z.number().parse(db.$client.pragma('user_version', { simple: true }));
	db.$client.pragma(`user_version = ${number}`);
}
