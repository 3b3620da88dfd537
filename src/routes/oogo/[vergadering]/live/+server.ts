import { load as respond } from '#lib/server/http/respond.ts';
import { eventStream } from '#lib/server/http/event-stream.ts';
import { watchMeeting } from '#lib/server/meetings/view-meeting.ts';
import type { RequestHandler } from './$types';

/** Says that something changed, never what. */
export const GET: RequestHandler = (event) => {
	const meeting = event.params.vergadering;
	return respond(event, () => eventStream(event.locals, (context) => watchMeeting(context, { meeting })));
};
