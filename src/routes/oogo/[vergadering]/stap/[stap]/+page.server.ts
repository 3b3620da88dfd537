import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { askMeetingStep } from '#lib/server/meetings/ask-meeting-step.ts';
import { meetingQuestionView } from '#lib/server/meetings/meeting-step.view.ts';
import { FORMAL_STEPS } from '#lib/server/meetings/meeting-steps.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import { meetingStepOf } from '#lib/text/formal-step.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	const { vergadering: meeting, stap } = event.params;
	const input = { meeting, step: meetingStepOf(stap) };
	return { question: meetingQuestionView(respond(event, () => askMeetingStep(event.locals.context, input))) };
};

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		const { vergadering: meeting, stap } = event.params;
		useCase(event.locals.context, { ...fields, meeting });
		redirect(303, `/oogo/${meeting}?stap=${encodeURIComponent(stap)}#gedaan`);
	});

export const actions: Actions = Object.fromEntries(
	Object.entries(FORMAL_STEPS).map(([name, useCase]) => [name, step(useCase)]),
);
