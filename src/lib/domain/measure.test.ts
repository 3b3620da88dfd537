import { describe, expect, test } from 'vitest';
import type { ItemKind, Level } from './level.ts';
import { differsFromMeasure, misplacedThreshold, proposeLevel, type Measure } from './measure.ts';

const NONE = { rood: null, oranje: null, groen: null, donkergroen: null };
const share: Measure = {
	unit: '%',
	direction: 'up',
	thresholds: { rood: null, oranje: 50, groen: 75, donkergroen: 95 },
};
const weeks: Measure = {
	unit: 'weken',
	direction: 'down',
	thresholds: { rood: null, oranje: 12, groen: 8, donkergroen: 6 },
};

describe('the level that a number proposes', () => {
	test.each<[Measure, number, ItemKind, Level | null]>([
		[share, 0, 'result', 'rood'],
		[share, 49.9, 'result', 'rood'],
		[share, 50, 'result', 'oranje'],
		[share, 94.9, 'result', 'groen'],
		[share, 95, 'result', 'donkergroen'],
		[share, 100, 'ongoing', 'groen'],
		[weeks, 13, 'result', 'rood'],
		[weeks, 12, 'result', 'oranje'],
		[weeks, 6, 'result', 'donkergroen'],
		[weeks, 0, 'result', 'donkergroen'],
		[{ ...share, thresholds: { ...NONE, rood: 10 } }, 5, 'result', null],
		[{ ...share, thresholds: NONE }, 5, 'result', null],
		[{ ...share, thresholds: { ...NONE, donkergroen: 5 } }, 5, 'ongoing', null],
	])('%o at %d for %s is %s', (measure, value, kind, expected) => {
		expect(proposeLevel(measure, value, kind)).toBe(expected);
	});
});

describe('thresholds', () => {
	test.each<[string, Measure, Level | null]>([
		['that rise', share, null],
		['that fall when less is better', weeks, null],
		['that rise when less is better', { ...share, direction: 'down' }, 'groen'],
		['that are equal', { ...share, thresholds: { ...NONE, oranje: 50, groen: 50 } }, 'groen'],
		[
			'with a gap in between',
			{ ...share, thresholds: { ...NONE, oranje: 50, donkergroen: 40 } },
			'donkergroen',
		],
		['that start at nothing', { ...share, thresholds: { ...NONE, rood: 0, oranje: 1 } }, null],
	])('in order or not: those %s', (_what, measure, expected) => {
		expect(misplacedThreshold(measure, 'result')).toBe(expected);
	});

	test('of donkergroen do not count for a doorlopend item', () => {
		expect(
			misplacedThreshold({ ...share, thresholds: { ...NONE, groen: 50, donkergroen: 1 } }, 'ongoing'),
		).toBeNull();
	});
});

test('choosing another level than the number proposes is a difference, and no proposal is none', () => {
	expect(differsFromMeasure(share, 80, 'result', 'groen')).toBe(false);
	expect(differsFromMeasure(share, 80, 'result', 'oranje')).toBe(true);
	expect(differsFromMeasure(share, 80, 'result', null)).toBe(false);
	expect(differsFromMeasure({ ...share, thresholds: NONE }, 80, 'result', 'rood')).toBe(false);
});
