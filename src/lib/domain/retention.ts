/** Which nightly copies are kept: the last 7 days, the newest of each of 4 weeks and the newest of each of 12 months. */
import { addDays, type Day } from './day.ts';

const DAYS = 7;
const WEEKS = 4;
const MONTHS = 12;

/** The days whose copy may go. A day may stand in the list once; days after `today` are always kept. */
export function copiesToDrop(days: readonly Day[], today: Day): Day[] {
	const newestFirst = [...days].sort().reverse();
	const kept = new Set<Day>([
		...newestFirst.filter((day) => day > addDays(today, -DAYS)),
		...newestOfEach(newestFirst, weekOf, WEEKS),
		...newestOfEach(newestFirst, (day) => day.slice(0, 7), MONTHS),
	]);
	return newestFirst.filter((day) => !kept.has(day)).reverse();
}

/** The newest day of each of the newest `most` groups. */
function newestOfEach(newestFirst: readonly Day[], groupOf: (day: Day) => string, most: number): Day[] {
	const newest = new Map<string, Day>();
	for (const day of newestFirst) {
		const group = groupOf(day);
		if (!newest.has(group)) newest.set(group, day);
	}
	return [...newest.values()].slice(0, most);
}

/** The monday of the week of a day. */
function weekOf(day: Day): Day {
	const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
	return addDays(day, -weekday);
}
