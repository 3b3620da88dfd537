/** The figures that a monitor reads from the database and the disk. */
import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { newestCopyAt } from '../backup/nightly.ts';
import { knownFault } from '../db/guard.ts';
import { countPrintJobs } from '../reports/report-pdf.ts';
import { query, type Context } from '../use-case.ts';
import type { Figures } from './metrics.ts';
import { countLetterRuns, countSessions, countWaitingMails } from './metrics.repo.ts';

type Counts = Pick<Figures, 'queues' | 'sessions'>;

/** How much waits and how many people are signed in. Nothing of any region. */
export const countForMonitor = query({
	name: 'metrics.count',
	permission: 'system.run',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run: ({ db, now }): Counts => ({
		queues: { mail: countWaitingMails(db, now), pdf: countPrintJobs(), letters: countLetterRuns(db) },
		sessions: countSessions(db, now),
	}),
});

export interface Places {
	databasePath: string;
	backupFolder: string;
	/** Pages that wait for changes of others. */
	listeners: number;
}

/** A database that cannot be read gives `databaseUp: false` and no counts, so that the monitor still gets the rest. */
export function readFigures(context: Context, { databasePath, backupFolder, listeners }: Places): Figures {
	const counts = countOrNull(context);
	const copy = newestCopyAt(backupFolder);
	const { bavail, bsize } = statfsSync(dirname(databasePath));
	return {
		databaseBytes: sizeOf(databasePath),
		walBytes: sizeOf(`${databasePath}-wal`),
		diskFreeBytes: bavail * bsize,
		databaseUp: counts !== null && knownFault(context.db) === null,
		queues: counts?.queues ?? {},
		sessions: counts?.sessions ?? 0,
		listeners,
		backupAgeSeconds: copy === null ? null : Math.round((context.now.getTime() - copy.getTime()) / 1000),
	};
}

function countOrNull(context: Context): Counts | null {
	try {
		return countForMonitor(context);
	} catch {
		return null;
	}
}

function sizeOf(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
