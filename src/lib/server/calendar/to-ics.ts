/** Events as an iCalendar file. Pure: the same events give the same bytes, so that a program sees only real changes. */
import ical from 'ical-generator';
import type { CalendarEvent } from '#lib/domain/calendar.ts';
import { instantAt } from '#lib/domain/day.ts';

/** How often a calendar program should look again. */
const REFRESH_SECONDS = 6 * 60 * 60;

/** `origin` is the address of this site; its name makes the ids of the events unique in the world. */
export function toIcs(events: readonly CalendarEvent[], origin: string): string {
	const calendar = ical({
		name: 'Samenwerkingsagenda',
		prodId: '//Samenwerkingsagenda//Kalender//NL',
		ttl: REFRESH_SECONDS,
		// Times are written in UTC, which needs no table of summer times; this tells a program where the clock hangs.
		x: { 'X-WR-TIMEZONE': 'Europe/Amsterdam' },
	});
	const { hostname } = new URL(origin);
	for (const event of events) {
		calendar.createEvent({
			id: `${event.uid}@${hostname}`,
			sequence: event.version,
			stamp: event.changedAt,
			summary: event.title,
			description: event.about,
			...(event.time === null
				? { start: new Date(`${event.day}T00:00:00Z`), allDay: true }
				: { start: instantAt(event.day, event.time) }),
			...(event.place && { location: event.place }),
			...(event.href && { url: origin + event.href }),
		});
	}
	return calendar.toString();
}
