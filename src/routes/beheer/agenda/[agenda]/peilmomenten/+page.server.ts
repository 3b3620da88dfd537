import { redirect } from '@sveltejs/kit';
import { textsIn } from '#lib/input/fields.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { editDates, removeRound } from '#lib/server/rounds/edit-dates.ts';
import { planRounds, setFillingDays } from '#lib/server/rounds/plan-round.ts';
import { plansView } from '#lib/server/rounds/plans.view.ts';
import { viewPlans } from '#lib/server/rounds/view-plans.ts';
import type { UseCase } from '#lib/server/use-case.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => ({
	plans: plansView(respond(event, () => viewPlans(event.locals.context, { agenda: event.params.agenda }))),
	isSaved: event.url.searchParams.has('opgeslagen'),
});

const step = (useCase: UseCase) => (event: RequestEvent) =>
	act(event, (fields) => {
		useCase(event.locals.context, { ...fields, agenda: event.params.agenda });
		redirect(303, `/beheer/agenda/${event.params.agenda}/peilmomenten?opgeslagen`);
	});

export const actions: Actions = {
	plannen: (event) =>
		act(event, (fields) => {
			const rounds = textsIn(fields, 'kies-').map((period) => ({
				period,
				opensOn: fields[`opensOn-${period}`],
				closesOn: fields[`closesOn-${period}`],
			}));
			planRounds(event.locals.context, { agenda: event.params.agenda, rounds });
			redirect(303, `/beheer/agenda/${event.params.agenda}/peilmomenten?opgeslagen`);
		}),
	dagen: step(setFillingDays),
	wijzigen: step(editDates),
	weghalen: step(removeRound),
};
