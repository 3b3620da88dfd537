/** Calendar days as text `YYYY-MM-DD`; a day comes from an instant only via the Dutch time zone. */

declare const dayMark: unique symbol;
export type Day = string & { readonly [dayMark]: true };

const AMSTERDAM = new Intl.DateTimeFormat('en-CA', {
	timeZone: 'Europe/Amsterdam',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
});

function isDay(text: string): text is Day {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const instant = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** Null for a day that does not exist, such as 2020-02-30. */
export function parseDay(text: string): Day | null {
	return isDay(text) ? text : null;
}

/** The day it is in the Netherlands at this instant. */
export function dayOf(instant: Date): Day {
	const day = parseDay(AMSTERDAM.format(instant));
	if (day === null) throw new RangeError(`No day for ${String(instant)}`);
	return day;
}

export function addDays(day: Day, days: number): Day {
	const instant = new Date(`${day}T12:00:00Z`);
	instant.setUTCDate(instant.getUTCDate() + days);
	return dayOf(instant);
}

const WALL_CLOCK = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Amsterdam',
	dateStyle: 'short',
	timeStyle: 'short',
});

/** The instant at which a Dutch clock shows this day and time (`14:30`). A time that the spring change skips is an hour later. */
export function instantAt(day: Day, time: string): Date {
	const asUtc = Date.parse(`${day}T${time}:00Z`);
	const instants = [2, 1].map((hours) => new Date(asUtc - hours * 3_600_000));
	return instants.find((one) => WALL_CLOCK.format(one) === `${day} ${time}`) ?? new Date(asUtc - 3_600_000);
}

/** The instant at which the day begins in the Netherlands. */
export function startOfDay(day: Day): Date {
	const inSummer = new Date(`${day}T00:00:00+02:00`);
	return dayOf(inSummer) === day ? inSummer : new Date(`${day}T00:00:00+01:00`);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
	return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** As they are written in a Dutch date, january first. */
export const MONTH_NAMES: readonly string[] = [
	'januari',
	'februari',
	'maart',
	'april',
	'mei',
	'juni',
	'juli',
	'augustus',
	'september',
	'oktober',
	'november',
	'december',
];
