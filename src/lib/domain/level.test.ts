import { describe, expect, test } from 'vitest';
import { isLevel, LEVELS, levelsFor, needsReason, nextLevel, rankOf } from './level.ts';

describe('the ladder', () => {
	test('has four rungs in order; that of a doorlopend item stops at groen', () => {
		expect(levelsFor('result')).toEqual(['rood', 'oranje', 'groen', 'donkergroen']);
		expect(levelsFor('ongoing')).toEqual(['rood', 'oranje', 'groen']);
		expect(LEVELS.map(rankOf)).toEqual([0, 1, 2, 3]);
	});

	test.each([
		['rood', 'oranje', 'oranje'],
		['oranje', 'groen', 'groen'],
		['groen', 'donkergroen', null],
		['donkergroen', null, null],
	] as const)('has after %s: %s, and %s for a doorlopend item', (level, result, ongoing) => {
		expect(nextLevel(level, 'result')).toBe(result);
		if (level !== 'donkergroen') expect(nextLevel(level, 'ongoing')).toBe(ongoing);
	});

	test.each([
		['rood', true],
		['oranje', true],
		['groen', false],
		['donkergroen', false],
	] as const)('asks at %s for a reason: %s', (level, expected) => {
		expect(needsReason(level)).toBe(expected);
	});

	test.each(['', 'Rood', 'geel', 0, null, undefined, ['rood']])('does not take %j for a level', (value) => {
		expect(isLevel(value)).toBe(false);
	});
});
