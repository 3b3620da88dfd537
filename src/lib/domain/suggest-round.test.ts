import { describe, expect, test } from 'vitest';
import { day, period } from '../../../tests/support/facts.ts';
import { daysOf, suggestRound, suggestRounds } from './suggest-round.ts';
import { firstWorkingDay } from './working-day.ts';

describe('the first working day', () => {
	test.each([
		['2021-04-01', '2021-04-01', 'a Thursday stays'],
		['2020-01-01', '2020-01-02', 'Nieuwjaarsdag is free'],
		['2021-01-01', '2021-01-04', 'Nieuwjaarsdag before a weekend'],
		['2022-10-01', '2022-10-03', 'a Saturday becomes Monday'],
		['2024-04-01', '2024-04-02', 'tweede paasdag is free'],
		['2018-04-01', '2018-04-03', 'eerste and tweede paasdag'],
		['2019-04-22', '2019-04-23', 'tweede paasdag late in April'],
	])('from %s is %s: %s', (from, expected) => {
		expect(firstWorkingDay(day(from))).toBe(expected);
	});
});

describe('the days of a period', () => {
	test.each([
		['2020-K1', '2020-04-01', '2020-04-21'],
		['2020-K4', '2021-01-04', '2021-01-24'],
		['2021-H1', '2021-07-01', '2021-07-21'],
		['2021-H2', '2022-01-03', '2022-01-23'],
		['2021-J1', '2022-01-03', '2022-01-23'],
	])('%s come after it: from %s up to and including %s', (text, opensOn, closesOn) => {
		expect(daysOf(period(text))).toEqual({ opensOn, closesOn });
	});

	test('are as many as the agenda asks', () => {
		expect(daysOf(period('2020-K1'), 14).closesOn).toBe('2020-04-14');
		expect(daysOf(period('2020-K1'), 1).closesOn).toBe('2020-04-01');
	});
});

describe('what an agenda still needs', () => {
	const agenda = { startYear: 2021, endYear: 2022, cadence: 'half', fillingDays: 14 } as const;
	const periods = (existing: string[]) =>
		suggestRounds(agenda, existing.map(period)).map((one) => one.period);

	test('is every period of its years', () => {
		expect(periods([])).toEqual(['2021-H1', '2021-H2', '2022-H1', '2022-H2']);
	});

	test('leaves out what there is, wherever it stands', () => {
		expect(periods(['2021-H2'])).toEqual(['2021-H1', '2022-H1', '2022-H2']);
		expect(periods(['2021-H1', '2021-H2', '2022-H1', '2022-H2'])).toEqual([]);
	});

	test('is next the period after the newest round', () => {
		expect(suggestRound(agenda, [period('2021-H2')])).toEqual({
			period: '2022-H1',
			opensOn: '2022-07-01',
			closesOn: '2022-07-14',
		});
		expect(suggestRound(agenda, [period('2022-H2')])).toBeNull();
	});
});
