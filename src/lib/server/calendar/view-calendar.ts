/** The calendar of the person who is signed in, and whether they have a secret address for it. */
import { z } from 'zod';
import { dayOf } from '#lib/domain/day.ts';
import { query } from '../use-case.ts';
import { eventsOf } from './events-of.ts';
import { findFeed } from './feed.repo.ts';

export const viewCalendar = query({
	name: 'calendar.view',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor, now }) {
		const person = actor.kind === 'person' ? actor : null;
		return {
			today: dayOf(now),
			events: person ? eventsOf(db, person, now) : [],
			feed: person && findFeed(db, person.userId),
		};
	},
});

export type CalendarPage = ReturnType<typeof viewCalendar>;
