/** Counting attempts to prove who somebody is: every one counts as a failure before it is looked at, until it succeeds. */
import type { AuditEntry } from '../use-case.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { FAILURES_TO_TELL, type AccountChange } from '#lib/domain/second-factor.ts';
import { afterFailure, afterSuccess, secondsToWait } from '#lib/domain/sign-in-throttle.ts';
import type { Db } from '../db/open.ts';
import { deleteForgotten, findTries, saveTries } from './throttle.repo.ts';
import { tallyKey, type TryKeys } from './throttle.ts';

interface Moment {
	db: Db;
	now: Date;
}

/** Throws `throttled` when one of these counters must wait; `what` begins its sentence. */
export function countTry(
	{ db, now }: Moment,
	keys: TryKeys,
	what = 'Er is te vaak geprobeerd in te loggen.',
): void {
	const tries = findTries(db, keys);
	const wait = secondsToWait(tries, now);
	if (wait > 0) {
		throw new DomainError('throttled', `${what} Wacht ${waitWords(wait)} en probeer het dan weer.`, {
			retryAfterSeconds: wait,
		});
	}
	saveTries(db, keys, afterFailure(tries, now));
}

/** A success forgets the failures of these counters, and gives an address that others share its own tries back. */
export function forgetTries({ db, now }: Moment, keys: TryKeys): void {
	saveTries(db, keys, afterSuccess(findTries(db, keys), now));
	deleteForgotten(db, now);
}

type Guessed = { userId: number; what: 'password' | 'code' };

/** The audit rows of a refusal; after many in a row, from wherever, one that the person hears of. */
export function refusalEntries({ db, now }: Moment, { userId, what }: Guessed): AuditEntry[] {
	const keys = { tally: tallyKey(userId, what) };
	const after = afterFailure(findTries(db, keys), now);
	saveTries(db, keys, after);
	const refused: AuditEntry = { entity: 'account', entityId: userId, after: { refused: what } };
	if ((after.tally?.failures ?? 0) % FAILURES_TO_TELL !== 0) return [refused];
	const changed: AccountChange = what === 'password' ? 'password-guessed' : 'code-guessed';
	return [refused, { entity: 'account', entityId: userId, after: { changed } }];
}

/** The person came in, so that what was refused before is no row of failures any more. */
export function forgetRefusals(moment: Moment, { userId, what }: Guessed): void {
	forgetTries(moment, { tally: tallyKey(userId, what) });
}

function waitWords(seconds: number): string {
	if (seconds < 60) return seconds === 1 ? '1 seconde' : `${seconds} seconden`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}
