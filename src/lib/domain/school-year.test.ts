import { describe, expect, test } from 'vitest';
import { day, period } from '../../../tests/support/facts.ts';
import { parseSchoolYear, schoolYearOf, schoolYearOfPeriod, schoolYearsBetween } from './school-year.ts';

describe('a schooljaar', () => {
	test.each([
		['2020-07-31', '2019-2020'],
		['2020-08-01', '2020-2021'],
		['2020-12-31', '2020-2021'],
		['2021-01-01', '2020-2021'],
	])('of %s is %s', (at, expected) => {
		expect(schoolYearOf(day(at))).toBe(expected);
	});

	test.each([
		['2020-K1', '2019-2020'],
		['2020-K2', '2019-2020'],
		['2020-K3', '2020-2021'],
		['2020-K4', '2020-2021'],
		['2020-H1', '2019-2020'],
		['2020-H2', '2020-2021'],
		['2020-J1', '2020-2021'],
	])('of %s is the one in which that period ends: %s', (at, expected) => {
		expect(schoolYearOfPeriod(period(at))).toBe(expected);
	});

	test.each(['2019-2021', '2019', '2019/2020', '', '2020-2019'])('is never written as %s', (text) => {
		expect(parseSchoolYear(text)).toBeNull();
	});

	test('belongs to an agenda when it has a day in its years', () => {
		expect(schoolYearsBetween(2019, 2020)).toEqual(['2018-2019', '2019-2020', '2020-2021']);
	});
});
