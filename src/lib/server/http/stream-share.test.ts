import { describe, expect, test } from 'vitest';
import {
	hasPlace,
	MOST_CONNECTIONS,
	MOST_PER_PERSON,
	MOST_PER_REGION,
	MOST_PER_SESSION,
	type Listener,
} from './stream-share.ts';

const listener = (values: Partial<Listener>): Listener => ({ token: 'a', userId: 1, regionId: 1, ...values });
const many = (count: number, make: (index: number) => Partial<Listener>) =>
	Array.from({ length: count }, (_, index) => listener(make(index)));
/** A session, and a person, for each. */
const apart = (index: number) => ({ token: `s${index}`, userId: 100 + index });

describe('a place to listen live', () => {
	test.each([
		['the first', [], {}, true],
		['the last of a session', many(MOST_PER_SESSION - 1, () => ({})), {}, true],
		['one more of a session', many(MOST_PER_SESSION, () => ({})), {}, false],
		['the last of a person', many(MOST_PER_PERSON - 1, (index) => ({ token: `s${index}` })), {}, true],
		[
			'one more of a person, in a new session',
			many(MOST_PER_PERSON, (index) => ({ token: `s${index}` })),
			{},
			false,
		],
		[
			'another person then',
			many(MOST_PER_PERSON, (index) => ({ token: `s${index}` })),
			{ userId: 2, token: 'b' },
			true,
		],
		['the last of a region', many(MOST_PER_REGION - 1, apart), {}, true],
		['one more of a region', many(MOST_PER_REGION, apart), {}, false],
		['another region then', many(MOST_PER_REGION, apart), { regionId: 2 }, true],
		[
			'one more of all',
			many(MOST_CONNECTIONS, (index) => ({ ...apart(index), regionId: index })),
			{ regionId: -1 },
			false,
		],
	] as const)('is there for %s', (_what, open, newcomer, expected) => {
		expect(hasPlace(open, listener(newcomer))).toBe(expected);
	});
});
