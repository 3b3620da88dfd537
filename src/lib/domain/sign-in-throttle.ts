/**
 * How often somebody may try to prove who they are, and how long a next try then waits. Pure. A browser that signed in to the
 * account before has a counter of its own, so that a stranger who guesses keeps nobody out who is known.
 */

export interface Counter {
	/** In a row, without a success and without a day of rest. */
	failures: number;
	lastFailureAt: Date;
	blockedUntil: Date | null;
}

/** After so many failures a next try waits. */
interface Pace {
	free: number;
	/** `slow` is for what many people share: it grows by as much each time, and stays short. */
	growth: 'doubling' | 'slow';
}

/**
 * What is counted. `device`: a browser that is known for this account. `pair`: one account from one address. `account`: one
 * account from all addresses together. `address`: one address for all accounts together. `code`: the second step of one
 * account. `confirm`: proving to be there in one session. `reset`: asking for a link. `tally`: only to tell the person.
 */
export const PACE = {
	device: { free: 5, growth: 'doubling' },
	pair: { free: 5, growth: 'doubling' },
	account: { free: 20, growth: 'doubling' },
	address: { free: 30, growth: 'slow' },
	code: { free: 5, growth: 'doubling' },
	confirm: { free: 5, growth: 'doubling' },
	reset: { free: 5, growth: 'doubling' },
	tally: { free: Number.POSITIVE_INFINITY, growth: 'slow' },
} as const satisfies Record<string, Pace>;
export type CounterKind = keyof typeof PACE;

/** The counters that one try looks at and adds to; null for one without failures. */
export type Tries = Partial<Record<CounterKind, Counter | null>>;

export const LONGEST_WAIT_SECONDS = 15 * 60;
const SLOW_STEP_SECONDS = 10;
const LONGEST_SLOW_WAIT_SECONDS = 5 * 60;
/** Failures are forgotten when there was none for this long. */
export const FORGET_AFTER_SECONDS = 24 * 60 * 60;

/** Seconds to wait after this many failures in a row; 0 while they are still free. */
export function waitAfter(failures: number, kind: CounterKind): number {
	const { free, growth } = PACE[kind];
	const beyond = failures - free + 1;
	if (beyond < 1) return 0;
	if (growth === 'slow') return Math.min(LONGEST_SLOW_WAIT_SECONDS, SLOW_STEP_SECONDS * beyond);
	return Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(beyond, 20));
}

/** Seconds that a try with these counters still waits; 0 when it may be made. */
export function secondsToWait(tries: Tries, now: Date): number {
	const waits = Object.values(tries).map((one) => (one?.blockedUntil?.getTime() ?? 0) - now.getTime());
	return Math.max(0, ...waits.map((left) => Math.ceil(left / 1000)));
}

/**
 * The counters after one more failure. Whoever keeps trying one account from one place is held by that pair alone: a place
 * adds no more than its free tries to what the account counts, until so many places took part that the account waits for
 * every browser it does not know; from then on each try counts. The address counts an account once, and again only for tries beyond the free ones: an office where
 * somebody types wrong is not a place from where many accounts are tried.
 */
export function afterFailure(tries: Tries, now: Date): Tries {
	const before = failuresOf(tries.pair, now);
	const isBeyondFree = before >= PACE.pair.free;
	const isTriedFromMany = failuresOf(tries.account, now) >= PACE.account.free;
	const counts: Partial<Record<CounterKind, boolean>> =
		'pair' in tries
			? { account: !isBeyondFree || isTriedFromMany, address: before === 0 || isBeyondFree }
			: {};
	const after: Tries = {};
	for (const kind of kindsOf(tries))
		after[kind] = counts[kind] === false ? (tries[kind] ?? null) : oneMore(tries[kind], kind, now);
	return after;
}

/**
 * The counters after a success that was counted as a failure first: all is forgotten, but an address is shared by others
 * and only gives back what this account added to it.
 */
export function afterSuccess(tries: Tries, now: Date): Tries {
	const after: Tries = {};
	for (const kind of kindsOf(tries)) after[kind] = null;
	const { address } = tries;
	if (!address) return after;
	const made = failuresOf(tries.pair, now);
	const added = 'pair' in tries ? Math.min(made, 1) + Math.max(0, made - PACE.pair.free) : 1;
	const failures = address.failures - added;
	return { ...after, address: failures > 0 ? { ...address, failures, blockedUntil: null } : null };
}

/** In a row until now; 0 when the last was too long ago. */
export function failuresOf(counter: Counter | null | undefined, now: Date): number {
	return counter && !isForgotten(counter, now) ? counter.failures : 0;
}

export function isForgotten({ lastFailureAt }: Pick<Counter, 'lastFailureAt'>, now: Date): boolean {
	return now.getTime() - lastFailureAt.getTime() > FORGET_AFTER_SECONDS * 1000;
}

function oneMore(counter: Counter | null | undefined, kind: CounterKind, now: Date): Counter {
	const failures = failuresOf(counter, now) + 1;
	const wait = waitAfter(failures, kind);
	return {
		failures,
		lastFailureAt: now,
		blockedUntil: wait > 0 ? new Date(now.getTime() + wait * 1000) : null,
	};
}

const KINDS = Object.keys(PACE).filter((word): word is CounterKind => word in PACE);

function kindsOf(tries: Tries): CounterKind[] {
	return KINDS.filter((kind) => kind in tries);
}
