import { describe, expect, test } from 'vitest';
import {
	isLate,
	isLetterVisible,
	isLocked,
	judgeStep,
	LETTER_STATES,
	needsNote,
	weightOf,
	type LetterState,
	type StepVerdict,
} from './council-letter.ts';
import { addDays, parseDay, type Day } from './day.ts';

const today = parseDay('2021-01-14') ?? addDays(never(), 0);
const last = addDays(today, -10);
function never(): Day {
	throw new Error('This day exists');
}

/** What may follow what, written out by hand. */
const ALLOWED: Record<LetterState, readonly LetterState[]> = {
	draft: ['to-college'],
	'to-college': ['to-council', 'draft'],
	'to-council': ['amended', 'to-college'],
	amended: ['to-council'],
};

describe('a step of a letter', () => {
	const pairs = LETTER_STATES.flatMap((from) => LETTER_STATES.map((to) => ({ from, to })));

	test.each(pairs)('from $from to $to exists only when the road goes there', ({ from, to }) => {
		const verdict = judgeStep({ from, to, on: today, note: 'Omdat.' }, { last, today });
		expect(verdict).toBe(ALLOWED[from].includes(to) ? 'allowed' : 'no-such-move');
	});

	test.each<[LetterState, LetterState, boolean]>([
		['draft', 'to-college', false],
		['to-college', 'to-council', false],
		['to-council', 'amended', true],
		['to-college', 'draft', true],
		['to-council', 'to-college', true],
		['amended', 'to-council', true],
	])('from %s to %s asks for a note: %s', (from, to, expected) => {
		expect(needsNote(from, to)).toBe(expected);
		const verdict = judgeStep({ from, to, on: today, note: '' }, { last, today });
		expect(verdict).toBe(expected ? 'needs-note' : 'allowed');
	});

	test.each<[number, StepVerdict]>([
		[-11, 'too-early'],
		[-10, 'allowed'],
		[0, 'allowed'],
		[1, 'in-future'],
	])('%i days from today, ten after the one before, is %s', (days, expected) => {
		const step = { from: 'draft', to: 'to-college', on: addDays(today, days), note: '' } as const;
		expect(judgeStep(step, { last, today })).toBe(expected);
	});
});

test.each<[LetterState, number | null, boolean]>([
	['draft', -1, true],
	['to-college', -1, true],
	['draft', 0, false],
	['draft', null, false],
	['to-council', -1, false],
	['amended', -1, false],
])('%s with a last day %s days from today is late: %s', (state, days, expected) => {
	expect(isLate(state, days === null ? null : addDays(today, days), today)).toBe(expected);
});

test.each<[LetterState, boolean, boolean]>([
	['draft', false, false],
	['to-college', true, false],
	['to-council', true, true],
	['amended', true, true],
])('%s is locked: %s, and seen outside the REA: %s', (state, locked, seen) => {
	expect(isLocked(state)).toBe(locked);
	expect([isLetterVisible(state, 'drafts'), isLetterVisible(state, 'submitted')]).toEqual([true, seen]);
	expect(isLetterVisible(state, 'adopted')).toBe(seen);
});

test('a thema without a weight, or with one that does not exist, gets the usual one', () => {
	const weights = { thuiszitters: 3, preventie: 0, algemeen: 7 };
	expect(['thuiszitters', 'preventie', 'algemeen', 'onbekend'].map((one) => weightOf(weights, one))).toEqual([
		3, 0, 2, 2,
	]);
});
