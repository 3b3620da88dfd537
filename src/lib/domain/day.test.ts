import { describe, expect, test } from 'vitest';
import { day } from '../../../tests/support/facts.ts';
import { addDays, dayOf, daysBetween, parseDay, startOfDay } from './day.ts';

describe('a day', () => {
	test.each(['2020-02-29', '2021-12-31', '2021-01-01'])('%s exists', (text) => {
		expect(parseDay(text)).toBe(text);
	});

	test.each([
		'2020-02-30',
		'2021-02-29',
		'2021-13-01',
		'2021-00-10',
		'2021-1-1',
		'01-02-2021',
		'2021-01-01T00:00',
		'',
	])('%j does not exist', (text) => {
		expect(parseDay(text)).toBeNull();
	});

	test.each([
		['2021-01-14T22:59:59Z', '2021-01-14'],
		['2021-01-14T23:00:00Z', '2021-01-15'],
		['2021-07-14T21:59:59Z', '2021-07-14'],
		['2021-07-14T22:00:00Z', '2021-07-15'],
		['2020-12-31T23:30:00Z', '2021-01-01'],
	])('at %s is %s in the Netherlands', (instant, expected) => {
		expect(dayOf(new Date(instant))).toBe(expected);
	});
});

describe('counting days', () => {
	test.each([
		['2021-01-01', 1, '2021-01-02'],
		['2021-01-01', -1, '2020-12-31'],
		['2020-02-28', 1, '2020-02-29'],
		['2021-03-27', 2, '2021-03-29'],
		['2021-10-30', 2, '2021-11-01'],
	])('%s and %i days is %s, also over summer time', (from, days, to) => {
		expect(addDays(day(from), days)).toBe(to);
		expect(daysBetween(day(from), day(to))).toBe(days);
	});

	test('between the same day is 0', () => {
		expect(daysBetween(day('2021-01-01'), day('2021-01-01'))).toBe(0);
	});
});

test.each([
	['2021-01-15', '2021-01-14T23:00:00.000Z'],
	['2021-07-15', '2021-07-14T22:00:00.000Z'],
	['2021-03-28', '2021-03-27T23:00:00.000Z'],
	['2021-03-29', '2021-03-28T22:00:00.000Z'],
	['2021-10-31', '2021-10-30T22:00:00.000Z'],
	['2021-11-01', '2021-10-31T23:00:00.000Z'],
])('%s begins in the Netherlands at %s', (text, instant) => {
	expect(startOfDay(day(text)).toISOString()).toBe(instant);
});
