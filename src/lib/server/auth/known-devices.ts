/**
 * Browsers that are known for an account: whoever signed in there before goes on while a stranger guesses. Being known opens
 * nothing; it only gives failed tries a counter of their own.
 */
import { inTransaction, type Db } from '../db/open.ts';
import { deleteOldDevices, findKnownDevice, saveKnownDevice } from './known-devices.repo.ts';
import { hashToken, newToken } from './tokens.ts';

export const KNOWN_DAYS = 180;
export const MOST_PER_PERSON = 10;
/** A browser that several people use keeps a value for each; the one used last comes first. */
export const MOST_PER_BROWSER = 5;

interface Moment {
	db: Db;
	now: Date;
}

const since = (now: Date) => new Date(now.getTime() - KNOWN_DAYS * 86_400_000);

/** The hash under which a browser with these cookie values is known for this account; null for a stranger. */
export function knownAs(
	{ db, now }: Moment,
	where: { email: string } | { userId: number },
	tokens: readonly string[],
): string | null {
	// Asked in the same way for who has no cookie and for an address without an account.
	return findKnownDevice(db, where, tokens.slice(0, MOST_PER_BROWSER).map(hashToken), since(now));
}

/** From now on this browser is known for this person. Gives the values that its cookie must hold. */
export function rememberDevice(moment: Moment, userId: number, tokens: readonly string[]): string[] {
	const { db, now } = moment;
	const known = knownAs(moment, { userId }, tokens);
	// A value that came from elsewhere is never taken over: who put it there would know it too.
	const token = tokens.find((one) => hashToken(one) === known) ?? newToken();
	inTransaction(db, 'immediate', () => {
		saveKnownDevice(db, { tokenHash: hashToken(token), userId, now });
		deleteOldDevices(db, userId, { most: MOST_PER_PERSON, since: since(now) });
	});
	return [token, ...tokens.filter((one) => one !== token)].slice(0, MOST_PER_BROWSER);
}
