import { readFeed } from '#lib/server/calendar/feed.ts';
import { toIcs } from '#lib/server/calendar/to-ics.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const events = respond(event, () => readFeed(event.locals.context, { token: event.params.token }));
	return new Response(toIcs(events, getRuntime().config.origin), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'inline; filename="samenwerkingsagenda.ics"',
			'cache-control': 'private, no-store',
		},
	});
};
