import { describe, expect, test } from 'vitest';
import { item, period, status, theme } from '../../../tests/support/facts.ts';
import { LEVELS } from './level.ts';
import {
	answerOf,
	countLevels,
	hasLevel,
	itemsOf,
	lastLevelOf,
	noCounts,
	standingsIn,
	WORST_FIRST,
} from './rollup.ts';

const K1 = period('2020-K1');
const K2 = period('2020-K2');
const K3 = period('2020-K3');

describe('the answer of an item', () => {
	const known = item({ statuses: [status('2020-K1', 'rood'), status('2020-K2', 'groen')] });

	test('is the status of that round and no other', () => {
		expect(answerOf(known, K1)).toMatchObject({ kind: 'answered', status: { level: 'rood' } });
	});

	test('is never carried over: a missing status is unanswered, with what was last known', () => {
		expect(answerOf(known, K3)).toMatchObject({
			kind: 'unanswered',
			lastKnown: { level: 'groen', period: K2 },
		});
	});

	test('does not look into the future for what was last known', () => {
		const later = item({ statuses: [status('2020-K3', 'groen')] });
		expect(answerOf(later, K2)).toEqual({ kind: 'unanswered', lastKnown: null });
	});
});

describe('the counts of a round', () => {
	const items = [
		...LEVELS.map((level, index) => item({ number: index + 1, statuses: [status('2020-K2', level)] })),
		item({ number: 5, statuses: [status('2020-K1', 'donkergroen')] }),
		item({ number: 6 }),
		item({ number: 7, statuses: [status('2020-K2', 'oranje')] }),
	];

	test('count every item once, the unanswered apart', () => {
		expect(countLevels(items, K2)).toEqual({
			rood: 1,
			oranje: 2,
			groen: 1,
			donkergroen: 1,
			'not-applicable': 0,
			unanswered: 2,
		});
	});

	test.each([K1, K2, K3])('add up to the number of items in %s', (one) => {
		const sum = Object.values(countLevels(items, one)).reduce((total, count) => total + count, 0);
		expect(sum).toBe(items.length);
	});

	test('are all 0 without items, and every call gives its own', () => {
		expect(countLevels([], K1)).toEqual(noCounts());
		expect(noCounts()).not.toBe(noCounts());
	});

	test('stand in an order that has every level once, worst first', () => {
		expect(Object.keys(noCounts()).sort()).toEqual([...WORST_FIRST].sort());
		expect(WORST_FIRST).toEqual([...LEVELS, 'not-applicable', 'unanswered']);
	});
});

test('the items of an agenda are those of its themas, in order', () => {
	const themes = [
		theme({ items: [item({ number: 1 }), item({ number: 2 })] }),
		theme({ items: [item({ number: 3 })] }),
	];
	expect(itemsOf(themes).map((one) => one.number)).toEqual([1, 2, 3]);
});

describe('n.v.t.', () => {
	const LADDER = [...LEVELS, 'not-applicable', null] as const;
	const at = (index: number) => LADDER[index % LADDER.length] ?? null;
	const some = (seed: number) => {
		let state = seed;
		const next = () => (state = (state * 1103515245 + 12345) % 2147483648) >> 8;
		return Array.from({ length: next() % 40 }, (_, index) =>
			item({
				number: index + 1,
				statuses: ['2020-K1', '2020-K2', '2020-K3'].flatMap((when) => {
					const standing = at(next());
					return standing === null ? [] : [status(when, standing)];
				}),
			}),
		);
	};

	test('is an answer and no level: it is counted apart', () => {
		const items = [
			item({ number: 1, statuses: [status('2020-K2', 'not-applicable')] }),
			item({ number: 2, statuses: [status('2020-K1', 'not-applicable')] }),
		];
		expect(countLevels(items, K2)).toEqual({ ...noCounts(), 'not-applicable': 1, unanswered: 1 });
		expect(items[0] && answerOf(items[0], K2).kind).toBe('answered');
	});

	test('leaves the last level known', () => {
		const known = item({ statuses: [status('2020-K1', 'oranje'), status('2020-K2', 'not-applicable')] });
		expect(lastLevelOf(known, K3)).toMatchObject({ level: 'oranje', period: K1 });
		expect(lastLevelOf(item({ statuses: [status('2020-K1', 'not-applicable')] }), K3)).toBeNull();
	});

	test('keeps every count adding up to the number of items, for any agenda', () => {
		for (let seed = 1; seed <= 200; seed += 1) {
			const items = some(seed);
			for (const one of [K1, K2, K3]) {
				const counts = countLevels(items, one);
				expect(WORST_FIRST.reduce((sum, standing) => sum + counts[standing], 0)).toBe(items.length);
				expect(counts['not-applicable'] + counts.unanswered).toBe(
					items.filter((each) => {
						const answer = answerOf(each, one);
						return answer.kind === 'unanswered' || !hasLevel(answer.status);
					}).length,
				);
			}
		}
	});

	test('has a place in the order only where it occurs', () => {
		expect(standingsIn([noCounts()])).not.toContain('not-applicable');
		expect(standingsIn([noCounts(), { ...noCounts(), 'not-applicable': 2 }])).toEqual([...WORST_FIRST]);
	});
});
