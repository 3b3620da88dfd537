/** The calendar of one year with both clocks: calendar quarters and schooljaren, every date in its month. Pure. */
import type { CalendarEvent, CalendarKind } from '#lib/domain/calendar.ts';
import { dayOf, MONTH_NAMES, parseDay, type Day } from '#lib/domain/day.ts';
import { schoolYearOf } from '#lib/domain/school-year.ts';
import { longDate } from '#lib/text/nl.ts';
import type { CalendarPage } from './view-calendar.ts';

export interface CalendarLine {
	key: string;
	/** "ma 4". */
	day: string;
	/** The whole date, for whoever hears it. */
	date: string;
	title: string;
	/** Time and place of a meeting; empty otherwise. */
	details: string;
	about: string;
	href: string | null;
	kind: CalendarKind | 'school-year' | 'today';
}

export interface CalendarMonth {
	name: string;
	isNow: boolean;
	lines: CalendarLine[];
}

export interface CalendarView {
	year: number;
	years: { label: string; href: string; current: boolean }[];
	quarters: { name: string; isNow: boolean; months: CalendarMonth[] }[];
	/** The year in one strip: a band of quarters, a band of schooljaren, and a row per kind of date. */
	strip: {
		months: { short: string; name: string; isNow: boolean }[];
		schoolYears: { name: string; span: number }[];
		rows: { label: string; cells: string[] }[];
	};
	/** The region and agenda, when everything belongs to one; otherwise each line says it. */
	about: string | null;
	/** When the secret address was made; null when there is none. */
	feedSince: string | null;
	isEmpty: boolean;
}

/** `asked` is the year in the address; anything else than a year of the calendar is this year. */
export function calendarView({ today, events, feed }: CalendarPage, asked: string | null): CalendarView {
	const thisYear = Number(today.slice(0, 4));
	const years = yearsOf(events, thisYear);
	const year = years.find((one) => String(one) === asked) ?? thisYear;
	const isOne = new Set(events.map((event) => event.about)).size === 1;
	const own = events
		.filter((event) => event.day.startsWith(String(year)))
		.map((event) => (isOne ? { ...event, about: '' } : event));
	const months = MONTH_NAMES.map((name, index) => monthOf(name, year, index + 1, own, today));
	return {
		year,
		years: years.map((one) => ({
			label: String(one),
			href: one === thisYear ? '/kalender' : `/kalender?jaar=${one}`,
			current: one === year,
		})),
		quarters: [0, 1, 2, 3].map((index) => {
			const three = months.slice(index * 3, index * 3 + 3);
			return { name: `Kwartaal ${index + 1}`, isNow: three.some((month) => month.isNow), months: three };
		}),
		strip: stripOf(year, own, months),
		about: isOne ? (events[0]?.about ?? null) : null,
		feedSince: feed && longDate(dayOf(feed.createdAt)),
		isEmpty: events.length === 0,
	};
}

function yearsOf(events: readonly CalendarEvent[], thisYear: number): number[] {
	const years = [...events.map((event) => Number(event.day.slice(0, 4))), thisYear];
	const [first, last] = [Math.min(...years), Math.max(...years)];
	return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function monthOf(
	name: string,
	year: number,
	month: number,
	events: readonly CalendarEvent[],
	today: Day,
): CalendarMonth {
	const prefix = `${year}-${String(month).padStart(2, '0')}`;
	const isNow = today.startsWith(prefix);
	const lines = [
		...marks(prefix, month, isNow ? today : null),
		...events
			.filter((event) => event.day.startsWith(prefix))
			.map((event) => ({ at: event.day, line: lineOf(event) })),
	];
	return { name, isNow, lines: lines.sort((a, b) => a.at.localeCompare(b.at)).map(({ line }) => line) };
}

interface Placed {
	at: Day;
	line: CalendarLine;
}

/** The dates that the year itself brings: a new schooljaar, the teldatum, and today. */
function marks(prefix: string, month: number, today: Day | null): Placed[] {
	const first = parseDay(`${prefix}-01`);
	if (first === null) return [];
	const placed: Placed[] = [];
	if (month === 8) placed.push(mark(first, 'school-year', `Schooljaar ${schoolYearOf(first)} begint`));
	if (month === 10) placed.push(mark(first, 'school-year', 'Teldatum voor de leerlingaantallen'));
	if (today) placed.push(mark(today, 'today', 'Vandaag'));
	return placed;
}

function mark(at: Day, kind: 'school-year' | 'today', title: string): Placed {
	const line = { key: `${kind}-${at}`, day: shortDay(at), date: longDate(at), title, details: '', about: '' };
	return { at, line: { ...line, href: null, kind } };
}

function lineOf(event: CalendarEvent): CalendarLine {
	const { uid, day, title, about, href, kind, time, place } = event;
	const details = [time ? `${time} uur` : '', place].filter(Boolean).join(', ');
	return { key: uid, day: shortDay(day), date: longDate(day), title, details, about, href, kind };
}

const WEEKDAY = new Intl.DateTimeFormat('nl-NL', { weekday: 'short', timeZone: 'Europe/Amsterdam' });

function shortDay(day: Day): string {
	return `${WEEKDAY.format(new Date(`${day}T12:00:00Z`))} ${Number(day.slice(8))}`;
}

const ROWS: readonly { label: string; kinds: readonly CalendarKind[] }[] = [
	{ label: 'Open', kinds: ['opens'] },
	{ label: 'Laatste dag', kinds: ['closes', 'reopened'] },
	{ label: 'Ambtelijk overleg', kinds: ['discussed', 'official'] },
	{ label: 'Bestuurlijk overleg', kinds: ['adopted', 'board'] },
	{ label: 'Acties', kinds: ['action'] },
];

function stripOf(
	year: number,
	events: readonly CalendarEvent[],
	months: readonly CalendarMonth[],
): CalendarView['strip'] {
	const prefixes = months.map((_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
	const rows = ROWS.map(({ label, kinds }) => ({
		label,
		cells: prefixes.map((prefix) => {
			const days = events
				.filter((event) => kinds.includes(event.kind) && event.day.startsWith(prefix))
				.map((event) => Number(event.day.slice(8)));
			return [...new Set(days)].sort((a, b) => a - b).join(', ');
		}),
	}));
	return {
		months: months.map(({ name, isNow }) => ({
			short: name === 'maart' ? 'mrt' : name.slice(0, 3),
			name,
			isNow,
		})),
		schoolYears: [
			{ name: `Schooljaar ${year - 1}-${year}`, span: 7 },
			{ name: `Schooljaar ${year}-${year + 1}`, span: 5 },
		],
		rows: rows.filter((row) => row.cells.some((cell) => cell !== '')),
	};
}
