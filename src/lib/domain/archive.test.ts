import { describe, expect, test } from 'vitest';
import { day, facts, item, period, round, theme } from '../../../tests/support/facts.ts';
import { countsInRound, factsOfRound, NO_USES, outOfUseSince, wayToRemove } from './archive.ts';
import { countLevels } from './rollup.ts';
import type { RoundState } from './workflow.ts';

describe('removing', () => {
	test('deletes what was never used', () => {
		expect(wayToRemove(NO_USES)).toBe('delete');
	});

	test.each(['statuses', 'goals', 'actions', 'priorities', 'items', 'openedRounds'] as const)(
		'archives what has %s',
		(use) => {
			expect(wayToRemove({ ...NO_USES, [use]: 1 })).toBe('archive');
		},
	);
});

test.each([
	[null, null, null],
	['2020-05-01', null, '2020-05-01'],
	[null, '2020-05-01', '2020-05-01'],
	['2020-05-01', '2020-04-01', '2020-04-01'],
	['2020-03-01', '2020-04-01', '2020-03-01'],
])('an item archived on %s in a theme archived on %s is out of use since %s', (own, themes, since) => {
	const at = (text: string | null) => (text === null ? null : new Date(`${text}T10:00:00Z`));
	expect(outOfUseSince(at(own), at(themes))).toEqual(at(since));
});

const cases: [archivedOn: string | null, state: RoundState, hasStatus: boolean, counts: boolean][] = [
	[null, 'planned', false, true],
	[null, 'open', false, true],
	[null, 'adopted', false, true],
	['2020-03-31', 'open', false, false],
	['2020-03-31', 'closed', false, false],
	['2020-03-31', 'adopted', false, false],
	['2020-03-31', 'open', true, true],
	['2020-03-31', 'adopted', true, true],
	['2020-04-01', 'open', false, true],
	['2020-04-02', 'adopted', false, true],
	['2020-04-02', 'planned', false, false],
	['2020-04-02', 'planned', true, true],
];
test.each(cases)(
	'archived on %s: in a round from 1 April that is %s, with a status %s, it counts %s',
	(archivedOn, state, hasStatus, counts) => {
		const planned = { opensOn: day('2020-04-01'), openedAt: null, state };
		const archivedAt = archivedOn === null ? null : new Date(`${archivedOn}T10:00:00Z`);
		expect(countsInRound(archivedAt, planned, hasStatus)).toBe(counts);
	},
);

test.each([
	['earlier than planned', '2020-03-20T08:00:00Z', '2020-03-25T10:00:00Z', true],
	['later than planned, after it was archived', '2020-04-06T08:00:00Z', '2020-04-03T10:00:00Z', false],
	['an hour before it was archived', '2020-04-01T08:00:00Z', '2020-04-01T09:00:00Z', true],
	['an hour after it was archived', '2020-04-01T10:00:00Z', '2020-04-01T09:00:00Z', false],
])('a round that really opened %s decides by that moment', (_when, opened, archived, counts) => {
	const round = { opensOn: day('2020-04-01'), openedAt: new Date(opened), state: 'open' } as const;
	expect(countsInRound(new Date(archived), round, false)).toBe(counts);
});

describe('the facts of one round', () => {
	const gone = item({ number: 2, outside: [period('2020-K2')] });
	const all = facts({
		themes: [theme({ items: [item(), gone] }), theme({ code: 'oud', items: [gone] }), theme({ items: [] })],
		rounds: [round('2020-K1'), round('2020-K2')],
	});

	test('leave out the items that do not count, and a theme of which nothing is left', () => {
		const of = (at: string) => factsOfRound(all, period(at)).themes.map((one) => one.items.length);
		expect(of('2020-K1')).toEqual([2, 1, 0]);
		expect(of('2020-K2')).toEqual([1, 0]);
	});

	test('are also what is counted', () => {
		expect(countLevels([item(), gone], period('2020-K1')).unanswered).toBe(2);
		expect(countLevels([item(), gone], period('2020-K2')).unanswered).toBe(1);
	});
});
