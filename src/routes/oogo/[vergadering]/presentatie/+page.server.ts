import { load as respond } from '#lib/server/http/respond.ts';
import { presentationView } from '#lib/server/meetings/presentation.view.ts';
import { viewMeeting } from '#lib/server/meetings/view-meeting.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const meeting = event.params.vergadering;
	const page = respond(event, () => viewMeeting(event.locals.context, { meeting }));
	return { show: presentationView(page, Number(event.url.searchParams.get('scherm') ?? '1')) };
};
