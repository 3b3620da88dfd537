/** The round that an agenda needs next: the first period without one, open in the month after it. */
import { addDays, parseDay, type Day } from './day.ts';
import { measuredIn, periodsBetween, type Cadence, type Period } from './period.ts';

export interface RoundSuggestion {
	period: Period;
	opensOn: Day;
	/** About three weeks later. */
	closesOn: Day;
}

/** Null when every period of the agenda has a round. */
export function suggestRound(
	agenda: { startYear: number; endYear: number; cadence: Cadence },
	existing: readonly Period[],
): RoundSuggestion | null {
	const all = periodsBetween(agenda.startYear, agenda.endYear, agenda.cadence);
	const last = existing.reduce((newest, period) => Math.max(newest, all.indexOf(period)), -1);
	const period = all[last + 1];
	if (!period) return null;
	return { period, ...daysOf(period) };
}

/** When people fill in the status of a period: from the first day of the month after it, for about three weeks. */
export function daysOf(period: Period): Pick<RoundSuggestion, 'opensOn' | 'closesOn'> {
	const { year, month } = measuredIn(period);
	const opensOn = parseDay(`${year}-${String(month).padStart(2, '0')}-01`);
	if (opensOn === null) throw new RangeError(`No days for ${period}`);
	return { opensOn, closesOn: addDays(opensOn, 21) };
}
