import { redirect } from '@sveltejs/kit';
import { calendarView } from '#lib/server/calendar/calendar.view.ts';
import { makeFeed, revokeFeed } from '#lib/server/calendar/feed.ts';
import { viewCalendar } from '#lib/server/calendar/view-calendar.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const calendar = respond(event, () => viewCalendar(event.locals.context));
	return { calendar: calendarView(calendar, event.url.searchParams.get('jaar')) };
};

export const actions: Actions = {
	maken: (event) =>
		act(event, () => ({ address: getRuntime().config.origin + makeFeed(event.locals.context) })),
	intrekken: (event) =>
		act(event, () => {
			revokeFeed(event.locals.context);
			redirect(303, '/kalender#abonneren');
		}),
};
