import { load as respond } from '#lib/server/http/respond.ts';
import { listOwnMeetings } from '#lib/server/meetings/list-meetings.ts';
import { meetingListView } from '#lib/server/meetings/meeting-list.view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	list: meetingListView(respond(event, () => listOwnMeetings(event.locals.context))),
});
