import { redirect } from '@sveltejs/kit';
import { agendaSwitch } from '#lib/server/agenda/agenda-list.view.ts';
import { listOwnAgendas } from '#lib/server/agenda/list-agendas.ts';
import { decideAllGoals } from '#lib/server/goals/decide-all-goals.ts';
import { goalListView } from '#lib/server/goals/goal-list.view.ts';
import { listGoals } from '#lib/server/goals/list-goals.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { agenda } = event.params;
	const { searchParams } = event.url;
	return {
		goals: respond(event, () =>
			goalListView(listGoals(event.locals.context, { agenda }), searchParams.get('toon')),
		),
		agendas: agendaSwitch(
			respond(event, () => listOwnAgendas(event.locals.context)),
			agenda,
			'/doelen',
		),
		decided: searchParams.get('vastgelegd'),
		newer: searchParams.get('nieuwer'),
	};
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			const { agenda } = event.params;
			const { decided, newer } = decideAllGoals(event.locals.context, { ...fields, agenda });
			redirect(303, `/agenda/${agenda}/doelen?vastgelegd=${decided}${newer > 0 ? `&nieuwer=${newer}` : ''}`);
		}),
};
