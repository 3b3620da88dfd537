/** Counting attempts to prove who somebody is: every one counts as a failure before it is looked at, until it succeeds. */
import type { AuditEntry } from '../use-case.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { FAILURES_TO_TELL, type AccountChange } from '#lib/domain/second-factor.ts';
import type { Db } from '../db/open.ts';
import { addFailure, clearFailures, countFailures, forgiveFailure, secondsToWait } from './auth.repo.ts';
import { addressKey } from './throttle.ts';

interface Moment {
	db: Db;
	now: Date;
}

/** `key` is of the account, `address` that of the connection. */
export interface AttemptBy {
	key: string;
	address: string;
}

/** Throws `throttled` when the account or the address must wait. */
export function countTry({ db, now }: Moment, { key, address }: AttemptBy): void {
	const wait = Math.max(secondsToWait(db, key, now), secondsToWait(db, addressKey(address), now));
	if (wait > 0) {
		throw new DomainError(
			'throttled',
			`Er is te vaak geprobeerd in te loggen. Wacht ${waitWords(wait)} en probeer het dan weer.`,
			{ retryAfterSeconds: wait },
		);
	}
	addFailure(db, key, 'account', now);
	addFailure(db, addressKey(address), 'address', now);
}

/** A success forgets the failures of the account, and its own try of the address that others share. */
export function forgetTries(db: Db, { key, address }: AttemptBy): void {
	clearFailures(db, key);
	forgiveFailure(db, addressKey(address));
}

/** The audit rows of a refusal; after many in a row one that the person hears of. */
export function refusalEntries(
	db: Db,
	{ key, userId, what }: { key: string; userId: number; what: 'password' | 'code' },
): AuditEntry[] {
	const refused: AuditEntry = { entity: 'account', entityId: userId, after: { refused: what } };
	if (countFailures(db, key) % FAILURES_TO_TELL !== 0) return [refused];
	const changed: AccountChange = what === 'password' ? 'password-guessed' : 'code-guessed';
	return [refused, { entity: 'account', entityId: userId, after: { changed } }];
}

function waitWords(seconds: number): string {
	if (seconds < 60) return seconds === 1 ? '1 seconde' : `${seconds} seconden`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}
