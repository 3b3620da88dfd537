import { describe, expect, test } from 'vitest';
import { goals, item, period, status } from '../../../tests/support/facts.ts';
import { proposeAgenda } from './agenda-proposal.ts';
import type { Level } from './level.ts';
import { comparedRound, compareWith, hasMoved, lookAt, meetingBefore, stillnessOf } from './meeting-look.ts';

const [first, before, now] = ['2020-K1', '2020-K2', '2020-K3'].map(period);
const rounds = [first, before, now].flatMap((one) => one ?? []);
const NOW = period('2020-K3');

const two = (from: Level, to: Level, texts: [string, string], unchanged = false) =>
	item({
		statuses: [
			status('2020-K2', from, { narrative: texts[0] }),
			status('2020-K3', to, { narrative: texts[1], unchanged }),
		],
	});

describe('an item', () => {
	test.each([
		['without an answer', item({ statuses: [status('2020-K2', 'groen')] }), 'unanswered'],
		['twice on rood, also with a new text', two('rood', 'rood', ['a', 'b']), 'same-low'],
		['twice on oranje', two('oranje', 'oranje', ['a', 'a'], true), 'same-low'],
		['with geen wijziging', two('groen', 'groen', ['a', 'b'], true), 'no-new-text'],
		['with the same text', two('groen', 'groen', ['a', ' a\n']), 'no-new-text'],
		['not when something new was written at groen', two('groen', 'groen', ['a', 'b']), null],
		['not when it moved, whatever the text', two('oranje', 'groen', ['a', 'a']), null],
		['not at its first answer', item({ statuses: [status('2020-K3', 'rood')] }), null],
	] as const)('stands still, or not: %s', (_name, one, expected) => {
		expect(stillnessOf(one, rounds, NOW)).toBe(expected);
	});

	test('nobody does in the very first round', () => {
		expect(
			stillnessOf(item({ statuses: [status('2020-K1', 'rood')] }), rounds, period('2020-K1')),
		).toBeNull();
	});

	test('two answers around an unanswered round are no new text only when somebody said so', () => {
		const gap = (unchanged: boolean) =>
			item({ statuses: [status('2020-K1', 'groen'), status('2020-K3', 'groen', { unchanged })] });
		expect(stillnessOf(gap(true), rounds, NOW)).toBe('no-new-text');
		expect(stillnessOf(gap(false), rounds, NOW)).toBeNull();
	});
});

describe('the look of a meeting', () => {
	test('what moved since the previous meeting is not still, even when the last round changed nothing', () => {
		const climbed = item({
			statuses: [status('2020-K1', 'rood'), status('2020-K2', 'oranje'), status('2020-K3', 'oranje')],
		});
		const look = lookAt(climbed, rounds, { before: period('2020-K1'), now: NOW });
		expect(look).toMatchObject({ change: { move: 'up', from: 'rood', to: 'oranje' }, still: null });
		expect(lookAt(climbed, rounds, { before: period('2020-K2'), now: NOW }).still).toBe('same-low');
	});

	test('a move by a changed goal is a move of its own kind', () => {
		const changed = item({
			goals: [goals(), goals({ number: 2, changedLevels: ['groen'] })],
			statuses: [
				status('2020-K2', 'groen', { goalVersion: 1 }),
				status('2020-K3', 'oranje', { goalVersion: 2 }),
			],
		});
		const look = lookAt(changed, rounds, { before: period('2020-K2'), now: NOW });
		expect([look.change.move, hasMoved(look)]).toEqual(['goal-changed', true]);
	});

	test.each([
		['the round of the previous meeting', ['2020-K1'], '2020-K1'],
		['the newest of its rounds', ['2020-K1', '2020-K2'], '2020-K2'],
		['the round before when the previous meeting looked at this same round', ['2020-K3'], '2020-K2'],
		['the round before when there was no previous meeting', [], '2020-K2'],
		['the round before when this reader cannot see that of the previous meeting', ['2019-K4'], '2020-K2'],
	])('compares with %s', (_name, previous, expected) => {
		expect(comparedRound(rounds, previous.map(period), NOW)).toBe(expected);
	});

	test('compares with nothing in the first round', () => {
		expect(comparedRound(rounds, [], period('2020-K1'))).toBeNull();
	});
});

describe('the proposed agenda', () => {
	const at = (number: number, from: Level | null, to: Level | null, escalation = '') =>
		item({
			number,
			statuses: [
				...(from ? [status('2020-K2', from)] : []),
				...(to ? [status('2020-K3', to, { narrative: 'nieuw', escalation })] : []),
			],
		});
	const propose = (items: ReturnType<typeof at>[]) =>
		proposeAgenda(
			items.map((one) => lookAt(one, rounds, { before: period('2020-K2'), now: NOW })),
			NOW,
		).map(({ ref, kind }) => `${ref} ${kind}`);

	test.each([
		['rood', at(1, 'rood', 'rood'), 'discuss'],
		['oranje', at(1, 'oranje', 'oranje'), 'discuss'],
		['what went up to groen', at(1, 'oranje', 'groen'), 'discuss'],
		['what fell to groen', at(1, 'donkergroen', 'groen'), 'discuss'],
		['what stayed on groen', at(1, 'groen', 'groen'), 'formality'],
		['a first groen', at(1, null, 'groen'), 'formality'],
		['what was not answered', at(1, 'groen', null), 'discuss'],
	])('%s is there as expected', (_name, one, kind) => {
		expect(propose([one])).toEqual([`thema-1 ${kind}`]);
	});

	test('a question to the board comes first and is discussed, whatever the level', () => {
		const items = [at(1, 'rood', 'rood'), at(2, 'groen', 'groen'), at(3, 'groen', 'groen', 'Mag het?')];
		expect(propose(items)).toEqual(['thema-3 discuss', 'thema-1 discuss', 'thema-2 formality']);
	});

	test('within a part the items keep the order of the agenda', () => {
		const items = [
			at(4, 'groen', 'groen'),
			at(2, 'rood', 'rood'),
			at(1, 'groen', 'groen'),
			at(3, 'rood', 'oranje'),
		];
		expect(propose(items)).toEqual([
			'thema-2 discuss',
			'thema-3 discuss',
			'thema-4 formality',
			'thema-1 formality',
		]);
	});
});

describe('the meeting to compare with', () => {
	const meetings = [
		{ name: 'spring', periods: [period('2020-K1')] },
		{ name: 'summer', periods: [period('2020-K2')] },
		{ name: 'autumn', periods: [period('2020-K3')] },
	];

	test.each([
		['the one before the newest that looked at the round', meetings, 'summer'],
		['the last one of earlier rounds, while none looked at this round', meetings.slice(0, 2), 'summer'],
		['nothing when the only meeting looked at this round', meetings.slice(2), undefined],
		['nothing without meetings', [], undefined],
		['never one that looked at no round', [{ name: 'empty', periods: [] }], undefined],
		[
			'the first of two that looked at the same round',
			[...meetings, { name: 'again', periods: [period('2020-K3')] }],
			'autumn',
		],
	])('is %s', (_name, all, expected) => {
		expect(meetingBefore(all, NOW)?.name).toBe(expected);
	});

	test('is named only when its round is the one that is compared with', () => {
		const [spring, , autumn] = meetings;
		expect(compareWith(rounds, spring ?? null, NOW)).toEqual({ before: '2020-K1', meeting: spring });
		expect(compareWith(rounds, autumn ?? null, NOW)).toEqual({ before: '2020-K2', meeting: null });
		expect(compareWith(rounds, null, NOW)).toEqual({ before: '2020-K2', meeting: null });
	});
});
