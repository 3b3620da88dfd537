import { redirect } from '@sveltejs/kit';
import { sightOf } from '#lib/domain/access.ts';
import { goalsChoice } from '#lib/server/agenda/agenda-list.view.ts';
import { listOwnAgendas } from '#lib/server/agenda/list-agendas.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

/** With one running agenda straight to its goals; with more of them the person chooses. */
export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const agendas = respond(event, () => listOwnAgendas(context));
	const own = agendas.filter(({ regionId }) => sightOf(context.actor, regionId) === 'drafts');
	const choice = goalsChoice(own, event.url.searchParams.has('kies'));
	if ('only' in choice) redirect(303, choice.only);
	return choice;
};
