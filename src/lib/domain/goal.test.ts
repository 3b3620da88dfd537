import { describe, expect, test } from 'vitest';
import { changedLevels, isComplete, neededFor, NO_GOALS, type GoalTexts, settledGoals } from './goal.ts';

const TEXTS: GoalTexts = { rood: 'r', oranje: 'o', groen: 'g', donkergroen: 'd' };

describe('goals', () => {
	test('are complete when every rung that the item has, has a text', () => {
		expect(isComplete(TEXTS, 'result')).toBe(true);
		expect(isComplete({ ...TEXTS, donkergroen: null }, 'ongoing')).toBe(true);
		expect(isComplete({ ...TEXTS, donkergroen: null }, 'result')).toBe(false);
		expect(isComplete({ ...TEXTS, rood: '  ' }, 'ongoing')).toBe(false);
	});

	test('differ on the rungs with another text; nothing and an empty text are the same', () => {
		expect(changedLevels(NO_GOALS, TEXTS)).toEqual(['rood', 'oranje', 'groen', 'donkergroen']);
		expect(changedLevels(TEXTS, { ...TEXTS, groen: 'anders' })).toEqual(['groen']);
		expect(changedLevels(NO_GOALS, { ...NO_GOALS, rood: '' })).toEqual([]);
		expect(changedLevels(TEXTS, { ...TEXTS, rood: null })).toEqual(['rood']);
	});

	test('say what is still needed: the rung above, and nothing while no level is known: rood is nothing to reach', () => {
		expect(neededFor(TEXTS, 'oranje', 'result')).toEqual({ level: 'groen', text: 'g' });
		expect(neededFor(TEXTS, null, 'result')).toBeNull();
		expect(neededFor(NO_GOALS, 'rood', 'ongoing')).toEqual({ level: 'oranje', text: null });
		expect(neededFor(TEXTS, 'donkergroen', 'result')).toBeNull();
		expect(neededFor(TEXTS, 'groen', 'ongoing')).toBeNull();
	});
});

test.each([
	['a version nobody used or decided on stays with the REA', [{ number: 1 }], [], []],
	['a version that a visible status was judged by is seen', [{ number: 1 }, { number: 2 }], [1], [1]],
	[
		'a version before a used one is seen too, so that its changes can be followed',
		[{ number: 1 }, { number: 2 }],
		[2],
		[1, 2],
	],
	[
		'a decided version is seen before it is used',
		[{ number: 1 }, { number: 2, decision: { state: 'adopted' } }],
		[1],
		[1, 2],
	],
])('outside the REA %s', (_name, versions, used, expected) => {
	const statuses = used.map((goalVersion) => ({ goalVersion }));
	expect(settledGoals(versions, statuses).map(({ number }) => number)).toEqual(expected);
});
