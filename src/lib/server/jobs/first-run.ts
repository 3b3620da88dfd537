/** Lets a job happen once, also after a restart and with two servers on one database. */
import type { Db } from '../db/open.ts';
import type { Authorized, Subject } from '../use-case.ts';
import { insertRun } from './jobs.repo.ts';

/**
 * True for the first who asks with this key, false ever after. Ask it in the transaction that also does the work: when
 * that fails, the row goes with it and the job can run again.
 */
export function isFirstRun(db: Db, by: Authorized<Subject>, key: string, now: Date): boolean {
	return insertRun(db, by, { key, ranAt: now });
}
