import { describe, expect, test } from 'vitest';
import { period } from '../../../tests/support/facts.ts';
import {
	comparePeriods,
	measuredIn,
	nextPeriod,
	parsePeriod,
	partsOf,
	periodOf,
	periodsBetween,
} from './period.ts';

describe('reading a period', () => {
	test.each(['2020-K1', '2020-K4', '2020-H1', '2020-H2', '2020-J1', '0001-K1'])('%s is one', (text) => {
		expect(parsePeriod(text)).toBe(text);
	});

	test.each([
		'2020-K0',
		'2020-K5',
		'2020-H3',
		'2020-J2',
		'2020-k1',
		'2020K1',
		'20-K1',
		' 2020-K1',
		'2020-K1\n',
		'2020-Q1',
		'',
	])('%j is none', (text) => {
		expect(parsePeriod(text)).toBeNull();
	});

	test('gives its parts', () => {
		expect(partsOf(period('2021-H2'))).toEqual({ year: 2021, cadence: 'half', part: 2 });
	});

	test('from its parts is the same period, and nothing when the year has no such part', () => {
		expect(periodOf(2021, 'half', 2)).toBe('2021-H2');
		expect(periodOf(2021, 'half', 3)).toBeNull();
		expect(periodOf(2021, 'quarter', 0)).toBeNull();
	});
});

describe('the order of periods', () => {
	test.each([
		['2020-K1', '2020-K2'],
		['2020-K4', '2021-K1'],
		['2020-H1', '2020-H2'],
		['2020-H2', '2021-H1'],
		['2020-J1', '2021-J1'],
	])('after %s comes %s', (one, next) => {
		expect(nextPeriod(period(one))).toBe(next);
		expect(comparePeriods(period(one), period(next))).toBeLessThan(0);
		expect(comparePeriods(period(next), period(one))).toBeGreaterThan(0);
	});

	test('compares other cadences by their last month', () => {
		const sorted = ['2020-J1', '2020-K3', '2020-H1', '2020-K1'].map(period).sort(comparePeriods);
		expect(sorted).toEqual(['2020-K1', '2020-H1', '2020-K3', '2020-J1']);
		expect(comparePeriods(period('2020-K2'), period('2020-H1'))).toBe(0);
		expect(comparePeriods(period('2020-J1'), period('2021-K1'))).toBeLessThan(0);
	});
});

describe('the month of measuring', () => {
	test.each([
		['2020-K1', 2020, 4],
		['2020-K2', 2020, 7],
		['2020-K3', 2020, 10],
		['2020-K4', 2021, 1],
		['2020-H1', 2020, 7],
		['2020-H2', 2021, 1],
		['2020-J1', 2021, 1],
	])('of %s is in %i, month %i: after the period', (text, year, month) => {
		expect(measuredIn(period(text))).toEqual({ year, month });
	});
});

describe('the periods of an agenda', () => {
	test('are all of its cadence, both years included', () => {
		expect(periodsBetween(2020, 2021, 'half')).toEqual(['2020-H1', '2020-H2', '2021-H1', '2021-H2']);
		expect(periodsBetween(2019, 2022, 'quarter')).toHaveLength(16);
		expect(periodsBetween(2020, 2020, 'year')).toEqual(['2020-J1']);
	});

	test('are none when it ends before it starts', () => {
		expect(periodsBetween(2021, 2020, 'quarter')).toEqual([]);
	});
});
