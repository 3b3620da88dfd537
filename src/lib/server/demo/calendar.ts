/** When things happened in the demo: the days around each measuring month. Pure. */
import type { Day } from '#lib/domain/day.ts';
import { parseDay } from '#lib/domain/day.ts';
import { measuredIn, type Period } from '#lib/domain/period.ts';

export interface DemoRound {
	opensOn: Day;
	closesOn: Day;
	discussedOn: Day;
	adoptedOn: Day;
}

/** Opens on the 4th, closes on the 23rd, the REA on the 29th (28th in short months), the OOGO on the 12th after. */
export function demoRound(period: Period): DemoRound {
	const { year, month } = measuredIn(period);
	const after = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
	return {
		opensOn: dayIn(year, month, 4),
		closesOn: dayIn(year, month, 23),
		discussedOn: dayIn(year, month, month === 2 ? 28 : 29),
		adoptedOn: dayIn(after.year, after.month, 12),
	};
}

/** An instant in office hours on the given day of the measuring month. */
export function instantIn(period: Period, day: number, minutes: number): Date {
	const { year, month } = measuredIn(period);
	return new Date(Date.UTC(year, month - 1, day, 8, minutes));
}

/** An instant in office hours on a day. */
export function instantOn(day: Day, minutes = 0): Date {
	return new Date(Date.parse(`${day}T09:00:00Z`) + minutes * 60_000);
}

function dayIn(year: number, month: number, day: number): Day {
	const parsed = parseDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
	if (!parsed) throw new RangeError(`No day ${day} in month ${month} of ${year}`);
	return parsed;
}
