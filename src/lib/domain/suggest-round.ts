/** The rounds that an agenda still needs: every period without one, open from the first working day after it. */
import { addDays, parseDay, type Day } from './day.ts';
import { measuredIn, periodsBetween, type Cadence, type Period } from './period.ts';
import { firstWorkingDay } from './working-day.ts';

export interface RoundSuggestion {
	period: Period;
	opensOn: Day;
	/** The last day to fill in. */
	closesOn: Day;
}

interface Plan {
	startYear: number;
	endYear: number;
	cadence: Cadence;
	/** How many days people can fill in, the first and the last one included. */
	fillingDays: number;
}

/** Days to fill in when nobody chose otherwise. */
export const FILLING_DAYS = 21;

/** The first period after the newest round; null when there is none left. */
export function suggestRound(agenda: Plan, existing: readonly Period[]): RoundSuggestion | null {
	const all = periodsBetween(agenda.startYear, agenda.endYear, agenda.cadence);
	const last = existing.reduce((newest, period) => Math.max(newest, all.indexOf(period)), -1);
	const period = all[last + 1];
	if (!period) return null;
	return { period, ...daysOf(period, agenda.fillingDays) };
}

/** Every period of the agenda's years that has no round yet, oldest first. */
export function suggestRounds(agenda: Plan, existing: readonly Period[]): RoundSuggestion[] {
	return periodsBetween(agenda.startYear, agenda.endYear, agenda.cadence)
		.filter((period) => !existing.includes(period))
		.map((period) => ({ period, ...daysOf(period, agenda.fillingDays) }));
}

/** When people fill in the status of a period: from the first working day after it, so many days long. */
export function daysOf(
	period: Period,
	fillingDays = FILLING_DAYS,
): Pick<RoundSuggestion, 'opensOn' | 'closesOn'> {
	const { year, month } = measuredIn(period);
	const first = parseDay(`${year}-${String(month).padStart(2, '0')}-01`);
	if (first === null) throw new RangeError(`No days for ${period}`);
	const opensOn = firstWorkingDay(first);
	return { opensOn, closesOn: addDays(opensOn, fillingDays - 1) };
}
