/** What stands in the calendar, and which of it a reader with a given sight sees: dates are planning, never content. */
import type { Sight } from './access.ts';
import type { Day } from './day.ts';

export const CALENDAR_KINDS = [
	'opens',
	'closes',
	'reopened',
	'discussed',
	'adopted',
	'official',
	'board',
	'action',
] as const;
export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/**
 * The REA sees everything; the board the planning of the rounds and its own meetings; griffie and raad only what was
 * adopted and when the board meets.
 */
const SEEN = {
	drafts: CALENDAR_KINDS,
	submitted: ['opens', 'closes', 'reopened', 'discussed', 'adopted', 'board'],
	adopted: ['adopted', 'board'],
} as const satisfies Record<Sight, readonly CalendarKind[]>;

export function isInCalendarOf(sight: Sight, kind: CalendarKind): boolean {
	return SEEN[sight].some((seen) => seen === kind);
}

export interface CalendarEvent {
	/** The same for as long as it exists, whatever changes about it: `round-12-opens`. */
	uid: string;
	kind: CalendarKind;
	day: Day;
	/** `14:30`; null for the whole day. */
	time: string | null;
	title: string;
	place: string;
	/** The region and agenda it belongs to. */
	about: string;
	/** A path on this site; null when this reader has no page for it. */
	href: string | null;
	/** When it last changed, as far as is known. */
	changedAt: Date;
	/** Goes up with every change. */
	version: number;
}

/** In order of day and time; whole days come first. */
export function inOrder(events: readonly CalendarEvent[]): CalendarEvent[] {
	return [...events].sort(
		(a, b) =>
			a.day.localeCompare(b.day) ||
			(a.time ?? '').localeCompare(b.time ?? '') ||
			CALENDAR_KINDS.indexOf(a.kind) - CALENDAR_KINDS.indexOf(b.kind) ||
			a.uid.localeCompare(b.uid),
	);
}
