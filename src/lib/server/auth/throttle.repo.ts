/** SQL for the counters of failed tries; what they mean is in domain/sign-in-throttle.ts. */
import { and, eq, gte, inArray, lt, or } from 'drizzle-orm';
import { FORGET_AFTER_SECONDS, type Counter, type Tries } from '#lib/domain/sign-in-throttle.ts';
import type { Db } from '../db/open.ts';
import { signInThrottle } from '../db/schema.ts';
import { accountKey, codeKeys, type TryKeys } from './throttle.ts';

/** Each counter under its kind; null for one without failures. */
export function findTries(db: Db, keys: TryKeys): Tries {
	const rows = db
		.select()
		.from(signInThrottle)
		.where(inArray(signInThrottle.key, Object.values(keys)))
		.all();
	const found = new Map(rows.map(({ key, ...counter }) => [key, counter]));
	return Object.fromEntries(Object.entries(keys).map(([kind, key]) => [kind, found.get(key) ?? null]));
}

export function saveTries(db: Db, keys: TryKeys, tries: Tries): void {
	for (const [kind, key] of Object.entries(keys)) {
		const counter = new Map(Object.entries(tries)).get(kind) ?? null;
		if (counter === null) db.delete(signInThrottle).where(eq(signInThrottle.key, key)).run();
		else saveCounter(db, key, counter);
	}
}

function saveCounter(db: Db, key: string, counter: Counter): void {
	db.insert(signInThrottle)
		.values({ key, ...counter })
		.onConflictDoUpdate({ target: signInThrottle.key, set: counter })
		.run();
}

/** Forgets all that keeps somebody out of this account, from wherever it was tried. */
export function clearAccount(db: Db, { id, email }: { id: number; email: string }): void {
	// A space parts the account from the address, and `!` is the sign after it.
	const ofPair = and(gte(signInThrottle.key, `pair:${email} `), lt(signInThrottle.key, `pair:${email}!`));
	const own = inArray(signInThrottle.key, [accountKey(email), ...Object.values(codeKeys(id, null))]);
	db.delete(signInThrottle).where(or(own, ofPair)).run();
}

/** Sweeps up what is forgotten by now. */
export function deleteForgotten(db: Db, now: Date): void {
	const before = new Date(now.getTime() - FORGET_AFTER_SECONDS * 1000);
	db.delete(signInThrottle).where(lt(signInThrottle.lastFailureAt, before)).run();
}
