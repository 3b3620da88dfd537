import { redirect } from '@sveltejs/kit';
import { planFields } from '#lib/input/meetings.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { viewPlanForm } from '#lib/server/meetings/list-meetings.ts';
import { PREPARE_STEPS } from '#lib/server/meetings/meeting-steps.ts';
import { prepareView } from '#lib/server/meetings/prepare.view.ts';
import { viewMeeting } from '#lib/server/meetings/view-meeting.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const page = respond(event, () => viewMeeting(context, { meeting: event.params.vergadering }));
	const form = respond(event, () => viewPlanForm(context, { agenda: page.agenda.slug }));
	return { prepare: prepareView(page, form) };
};

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const meeting = event.params.vergadering;
		const to = fields['zet']?.split(':')[2];
		useCase(event.locals.context, { ...fields, ...planFields(fields), to, meeting });
		redirect(303, `/oogo/${meeting}/voorbereiden#${encodeURIComponent(fields['terug'] ?? '')}`);
	});

export const actions: Actions = Object.fromEntries(
	Object.entries(PREPARE_STEPS).map(([name, useCase]) => [name, step(useCase)]),
);
