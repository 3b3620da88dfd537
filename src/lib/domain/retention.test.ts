import { describe, expect, test } from 'vitest';
import { addDays, type Day } from './day.ts';
import { copiesToDrop } from './retention.ts';
import { day } from '../../../tests/support/facts.ts';

const today = day('2026-11-22');
const daily = (count: number) => Array.from({ length: count }, (_, index) => addDays(today, -index));
const kept = (days: Day[]) => {
	const dropped = new Set(copiesToDrop(days, today));
	return days.filter((one) => !dropped.has(one));
};

describe('nightly copies', () => {
	test('of the last seven days are all kept', () => {
		expect(kept(daily(7))).toEqual(daily(7));
	});

	test('of 60 nights in a row leave 7 days, 4 weeks and every month', () => {
		expect(kept(daily(60))).toEqual([
			...daily(7),
			'2026-11-15',
			'2026-11-08',
			'2026-11-01',
			'2026-10-31',
			'2026-09-30',
		]);
	});

	test('of two years leave twelve months', () => {
		const months = new Set(kept(daily(730)).map((one) => one.slice(0, 7)));
		expect(months.size).toBe(12);
		expect([...months].at(-1)).toBe('2025-12');
	});

	test('that are all old are not thrown away: the newest of each month stays', () => {
		expect(kept([day('2024-03-31'), day('2024-03-30'), day('2024-02-29')])).toEqual([
			'2024-03-31',
			'2024-02-29',
		]);
	});

	test('made a second time that same night change nothing', () => {
		const first = kept(daily(400));
		expect(kept(first)).toEqual(first);
	});

	test('from a clock that ran ahead are left alone', () => {
		expect(copiesToDrop([day('2031-01-01'), ...daily(3)], today)).toEqual([]);
	});
});
