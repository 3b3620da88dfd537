/** SQL that counts what waits and who is signed in, over all regions together. */
import { and, count, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { letterRun, mail, session } from '../db/schema.ts';

export function countSessions(db: Db, now: Date): number {
	const alive = gt(session.expiresAt, Math.floor(now.getTime() / 1000));
	return db.select({ rows: count() }).from(session).where(alive).get()?.rows ?? 0;
}

/** Mails that were neither sent nor given up. */
export function countWaitingMails(db: Db, now: Date): number {
	const open = and(isNull(mail.sentAt), isNull(mail.claimedAt), gt(mail.expiresAt, now));
	const notRefused = or(eq(mail.problem, ''), gt(mail.nextAttemptAt, now));
	return db.select({ rows: count() }).from(mail).where(and(open, notRefused)).get()?.rows ?? 0;
}

/** Sets of letters that are being made or wait for their turn. */
export function countLetterRuns(db: Db): number {
	const busy = inArray(letterRun.state, ['waiting', 'running']);
	return db.select({ rows: count() }).from(letterRun).where(busy).get()?.rows ?? 0;
}
