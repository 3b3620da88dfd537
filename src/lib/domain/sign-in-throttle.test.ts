import { describe, expect, test } from 'vitest';
import {
	afterFailure,
	afterSuccess,
	PACE,
	secondsToWait,
	waitAfter,
	type Counter,
	type CounterKind,
	type Tries,
} from './sign-in-throttle.ts';

const START = new Date('2021-01-04T09:00:00Z');
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);
const HOUR = 3600;
const DAY = 24 * HOUR;
const counter = (failures: number): Counter => ({ failures, lastFailureAt: START, blockedUntil: null });

describe('the wait after failures', () => {
	test.each<[CounterKind, number, number]>([
		['pair', 0, 0],
		['pair', 4, 0],
		['pair', 5, 2],
		['pair', 6, 4],
		['pair', 12, 256],
		['pair', 14, 900],
		['pair', 1_000_000, 900],
		['device', 5, 2],
		['code', 5, 2],
		['account', 19, 0],
		['account', 20, 2],
		['address', 29, 0],
		['address', 30, 10],
		['address', 31, 20],
		['address', 59, 300],
		['address', 1_000_000, 300],
		['tally', 1_000_000, 0],
	])('of %s with %i of them is %i seconds', (kind, failures, seconds) => {
		expect(waitAfter(failures, kind)).toBe(seconds);
	});

	test('is the longest of all counters, in whole seconds, and over when its time is', () => {
		const until = (seconds: number): Counter => ({ ...counter(9), blockedUntil: later(seconds) });
		const tries = { pair: until(4.2), account: until(2), address: null };
		expect([0, 3, 4.2, 5].map((seconds) => secondsToWait(tries, later(seconds)))).toEqual([5, 2, 0, 0]);
		expect(secondsToWait({ pair: null }, START)).toBe(0);
	});
});

describe('one failure', () => {
	const after = (pair: number, account = 0, address = 0) => {
		const {
			pair: p,
			account: a,
			address: d,
		} = afterFailure(
			{
				pair: pair === 0 ? null : counter(pair),
				account: account === 0 ? null : counter(account),
				address: address === 0 ? null : counter(address),
			},
			START,
		);
		return [p?.failures ?? 0, a?.failures ?? 0, d?.failures ?? 0];
	};

	test.each([
		{ what: 'the first of an account here', given: [0, 0, 0], adds: [1, 1, 1] },
		{ what: 'a second one, which the address has counted already', given: [1, 1, 1], adds: [2, 2, 1] },
		{ what: 'the last free one', given: [4, 4, 1], adds: [5, 5, 1] },
		{ what: 'one beyond, which no longer weighs on the account', given: [5, 5, 1], adds: [6, 5, 2] },
		{ what: 'one beyond, where many places try this account', given: [5, 20, 1], adds: [6, 21, 2] },
	])('adds to pair, account and address: $what', ({ given: [pair = 0, account = 0, address = 0], adds }) => {
		expect(after(pair, account, address)).toEqual(adds);
	});

	test('by a browser that is known for the account adds to that browser alone', () => {
		expect(afterFailure({ device: null }, START)).toEqual({ device: counter(1) });
	});

	test('after a day of rest is the first again', () => {
		const rested = later(DAY + 1);
		expect(afterFailure({ pair: counter(4), account: counter(19), address: counter(29) }, rested)).toEqual({
			pair: { failures: 1, lastFailureAt: rested, blockedUntil: null },
			account: { failures: 1, lastFailureAt: rested, blockedUntil: null },
			address: { failures: 1, lastFailureAt: rested, blockedUntil: null },
		});
	});
});

describe('a success', () => {
	test('forgets what the account counted, and gives the address back what this account added', () => {
		const tries: Tries = { pair: counter(7), account: counter(20), address: counter(33) };
		expect(afterSuccess(tries, START)).toEqual({ pair: null, account: null, address: counter(30) });
	});

	test('leaves the address as it was before the try that succeeded, without a wait for who shares it', () => {
		const before: Tries = { pair: null, account: null, address: counter(33) };
		const counted = afterFailure(before, START);
		expect(counted.address?.blockedUntil).not.toBeNull();
		expect(afterSuccess(counted, START).address).toEqual(counter(33));
	});

	test('of a known browser forgets that browser’s failures and nothing else', () => {
		expect(afterSuccess({ device: counter(4) }, START)).toEqual({ device: null });
	});
});

/** Keeps the counts as the server does, by account, address and the two together. */
function makeServer() {
	const kept = new Map<string, Counter | null>();
	const keysOf = (account: number, address: number) =>
		({
			pair: `pair ${account} ${address}`,
			account: `account ${account}`,
			address: `address ${address}`,
		}) as const;
	const triesOf = (account: number, address: number): Tries => {
		const keys = keysOf(account, address);
		return {
			pair: kept.get(keys.pair) ?? null,
			account: kept.get(keys.account) ?? null,
			address: kept.get(keys.address) ?? null,
		};
	};
	return {
		waits: (account: number, address: number, now: Date) => secondsToWait(triesOf(account, address), now),
		fail(account: number, address: number, now: Date) {
			const after = afterFailure(triesOf(account, address), now);
			const keys = keysOf(account, address);
			for (const kind of ['pair', 'account', 'address'] as const) kept.set(keys[kind], after[kind] ?? null);
		},
	};
}

/** How many guesses somebody makes who tries whenever any of these accounts or addresses lets one through. */
function guessesIn(
	seconds: number,
	{ accounts, addresses }: { accounts: number; addresses: number },
): number {
	const server = makeServer();
	let guesses = 0;
	for (let second = 0; second < seconds; second += 1) {
		const now = later(second);
		for (let account = 0; account < accounts; account += 1) {
			for (let address = 0; address < addresses; address += 1) {
				while (server.waits(account, address, now) === 0) {
					server.fail(account, address, now);
					guesses += 1;
				}
			}
		}
	}
	return guesses;
}

describe('somebody who guesses without a rest', () => {
	test.each([
		{ what: 'one account from one address', accounts: 1, addresses: 1, hour: 16, day: 108 },
		{ what: 'one account from three addresses', accounts: 1, addresses: 3, hour: 48, day: 324 },
		{ what: 'one account from fifty addresses', accounts: 1, addresses: 50, hour: 31, day: 123 },
		{ what: 'two hundred accounts from one address', accounts: 200, addresses: 1, hour: 172, day: 448 },
	])(
		'makes so many guesses at $what: $hour in an hour, $day in a day',
		({ accounts, addresses, hour, day }) => {
			expect(guessesIn(HOUR, { accounts, addresses })).toBe(hour);
			expect(guessesIn(DAY, { accounts, addresses })).toBe(day);
		},
	);
});

describe('somebody else', () => {
	test('goes on from another address, however long one machine tries their account', () => {
		const server = makeServer();
		for (let second = 0; second < DAY; second += 1)
			if (server.waits(1, 1, later(second)) === 0) server.fail(1, 1, later(second));
		expect(server.waits(1, 1, later(DAY))).toBeGreaterThan(0);
		expect(server.waits(1, 2, later(DAY))).toBe(0);
	});

	test('in the same office goes on when colleagues type wrong, each a few times', () => {
		const server = makeServer();
		for (let account = 1; account < PACE.address.free; account += 1)
			for (let turn = 0; turn < PACE.pair.free; turn += 1) server.fail(account, 1, START);
		expect(server.waits(99, 1, START)).toBe(0);
	});

	test('in the same office waits minutes at most when one machine there tries many accounts', () => {
		const server = makeServer();
		let longest = 0;
		for (let second = 0; second < HOUR; second += 1) {
			for (let account = 0; account < 200; account += 1)
				if (server.waits(account, 1, later(second)) === 0) server.fail(account, 1, later(second));
			longest = Math.max(longest, server.waits(999, 1, later(second)));
		}
		expect(longest).toBeLessThanOrEqual(300);
	});
});
