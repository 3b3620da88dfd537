import { describe, expect, test } from 'vitest';
import { day } from '../../../tests/support/facts.ts';
import { CALENDAR_KINDS, inOrder, isInCalendarOf, type CalendarEvent } from './calendar.ts';
import { instantAt } from './day.ts';

describe('what stands in the calendar', () => {
	const table = {
		drafts: [...CALENDAR_KINDS],
		submitted: ['opens', 'closes', 'reopened', 'discussed', 'adopted', 'board'],
		adopted: ['adopted', 'board'],
	} as const;
	const cells = (['drafts', 'submitted', 'adopted'] as const).flatMap((sight) =>
		CALENDAR_KINDS.map((kind) => ({ sight, kind, seen: table[sight].some((one) => one === kind) })),
	);

	test.each(cells)('for who sees $sight has $kind: $seen', ({ sight, kind, seen }) => {
		expect(isInCalendarOf(sight, kind)).toBe(seen);
	});

	test('comes in order of day and time, whole days first', () => {
		const event = (uid: string, on: string, time: string | null): CalendarEvent => ({
			uid,
			kind: 'board',
			day: day(on),
			time,
			title: '',
			place: '',
			about: '',
			href: null,
			changedAt: new Date('2021-01-01T00:00:00Z'),
			version: 1,
		});
		const events = [
			event('c', '2021-01-05', '14:30'),
			event('b', '2021-01-05', '09:00'),
			event('d', '2021-02-01', null),
			event('a', '2021-01-05', null),
		];
		expect(inOrder(events).map((one) => one.uid)).toEqual(['a', 'b', 'c', 'd']);
	});
});

describe('a Dutch clock', () => {
	test.each([
		['2021-01-14', '14:30', '2021-01-14T13:30:00.000Z'],
		['2021-07-14', '14:30', '2021-07-14T12:30:00.000Z'],
		['2021-01-01', '00:15', '2020-12-31T23:15:00.000Z'],
		['2021-03-28', '02:30', '2021-03-28T01:30:00.000Z'],
		['2021-10-31', '02:30', '2021-10-31T00:30:00.000Z'],
	])('that shows %s %s stands at %s', (on, time, instant) => {
		expect(instantAt(day(on), time).toISOString()).toBe(instant);
	});
});
