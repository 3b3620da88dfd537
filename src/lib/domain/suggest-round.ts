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
	const { year, month } = measuredIn(period);
	const opensOn = parseDay(`${year}-${String(month).padStart(2, '0')}-01`);
	return opensOn && { period, opensOn, closesOn: addDays(opensOn, 21) };
}
