import { redirect } from '@sveltejs/kit';
import { decideGoals } from '#lib/server/goals/decide-goals.ts';
import { goalPageView } from '#lib/server/goals/goal-page.view.ts';
import { saveMeasure } from '#lib/server/goals/save-measure.ts';
import { viewGoals } from '#lib/server/goals/view-goals.ts';
import { writeGoals } from '#lib/server/goals/write-goals.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const refOf = ({ params }: Pick<RequestEvent, 'params'>) => ({ agenda: params.agenda, item: params.punt });

export const load: PageServerLoad = (event) => ({
	goals: respond(event, () => goalPageView(viewGoals(event.locals.context, refOf(event)))),
	done: event.url.searchParams.get('gedaan'),
});

const step = (useCase: UseCase, done: string) => (event: RequestEvent) =>
	act(event, (fields) => {
		useCase(event.locals.context, { ...fields, ...refOf(event) });
		redirect(303, `${event.url.pathname}?gedaan=${done}`);
	});

export const actions: Actions = {
	opslaan: step(writeGoals, 'doelen'),
	stand: step(decideGoals, 'stand'),
	meting: step(saveMeasure, 'meting'),
};
