import { redirect } from '@sveltejs/kit';
import { idsIn } from '#lib/input/fields.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { TABLE_STEPS } from '#lib/server/meetings/meeting-steps.ts';
import { meetingView } from '#lib/server/meetings/meeting.view.ts';
import { viewMeeting } from '#lib/server/meetings/view-meeting.ts';
import { meetingStepOf } from '#lib/text/formal-step.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const meeting = event.params.vergadering;
	const page = respond(event, () => viewMeeting(event.locals.context, { meeting }));
	return { meeting: meetingView(page, meetingStepOf(event.url.searchParams.get('stap') ?? '')) };
};

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const own = event.params.vergadering;
		const present = idsIn(fields, 'aanwezig-');
		useCase(event.locals.context, { ...fields, present, meeting: fields['meeting'] ?? own });
		redirect(303, `/oogo/${own}#${encodeURIComponent(fields['terug'] ?? '')}`);
	});

export const actions: Actions = Object.fromEntries(
	Object.entries(TABLE_STEPS).map(([name, useCase]) => [name, step(useCase)]),
);
