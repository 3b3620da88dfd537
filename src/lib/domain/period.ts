/** Periods that a status is about: quarters, half years or years, written as `2020-K1`, `2020-H1`, `2020-J1`. */

import { addDays, parseDay, type Day } from './day.ts';

export const CADENCES = ['quarter', 'half', 'year'] as const;
export type Cadence = (typeof CADENCES)[number];

declare const periodMark: unique symbol;
/** Only `parsePeriod` and the functions here make one, so `2020-K5` cannot exist. */
export type Period = string & { readonly [periodMark]: true };

export interface PeriodParts {
	year: number;
	cadence: Cadence;
	/** 1-based within the year. */
	part: number;
}

const LETTER = { quarter: 'K', half: 'H', year: 'J' } as const satisfies Record<Cadence, string>;
const PARTS = { quarter: 4, half: 2, year: 1 } as const satisfies Record<Cadence, number>;

function isPeriod(text: string): text is Period {
	const match = /^(\d{4})-([KHJ])([1-4])$/.exec(text);
	if (!match) return false;
	const cadence = CADENCES.find((one) => LETTER[one] === match[2]);
	return cadence !== undefined && Number(match[3]) <= PARTS[cadence];
}

/** Null for anything that is not a period. */
export function parsePeriod(text: string): Period | null {
	return isPeriod(text) ? text : null;
}

export function partsOf(period: Period): PeriodParts {
	const cadence = CADENCES.find((one) => LETTER[one] === period[5]) ?? 'quarter';
	return { year: Number(period.slice(0, 4)), cadence, part: Number(period.slice(6)) };
}

/** Null when the year has no such part. */
export function periodOf(year: number, cadence: Cadence, part: number): Period | null {
	return parsePeriod(`${String(year).padStart(4, '0')}-${LETTER[cadence]}${part}`);
}

export function nextPeriod(period: Period): Period {
	const { year, cadence, part } = partsOf(period);
	const next = part < PARTS[cadence] ? periodOf(year, cadence, part + 1) : periodOf(year + 1, cadence, 1);
	if (next === null) throw new RangeError(`No period after ${period}`);
	return next;
}

/** Negative when `a` comes first. Compares by the last month, so that mixed cadences sort sensibly. */
export function comparePeriods(a: Period, b: Period): number {
	// Within one cadence the text itself is in order, and a page compares periods thousands of times.
	if (a[5] === b[5]) return a < b ? -1 : Number(a > b);
	return endMonthIndex(a) - endMonthIndex(b);
}

function endMonthIndex(period: Period): number {
	const { year, cadence, part } = partsOf(period);
	return year * 12 + part * (12 / PARTS[cadence]);
}

/** A status is measured after its period: kwartaal 1 in april, kwartaal 4 in januari of the next year. Month is 1-12. */
export function measuredIn(period: Period): { year: number; month: number } {
	const index = endMonthIndex(period);
	return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

/** The day on which the period begins. */
export function firstDayOf(period: Period): Day {
	const { year, cadence, part } = partsOf(period);
	const month = (part - 1) * (12 / PARTS[cadence]) + 1;
	const day = parseDay(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
	if (day === null) throw new RangeError(`No first day of ${period}`);
	return day;
}

/** The last day that belongs to the period. */
export function lastDayOf(period: Period): Day {
	return addDays(firstDayOf(nextPeriod(period)), -1);
}

/** Every period of this cadence within the years, both ends included. */
export function periodsBetween(startYear: number, endYear: number, cadence: Cadence): Period[] {
	const periods: Period[] = [];
	for (let year = startYear; year <= endYear; year += 1) {
		for (let part = 1; part <= PARTS[cadence]; part += 1) {
			const period = periodOf(year, cadence, part);
			if (period) periods.push(period);
		}
	}
	return periods;
}
