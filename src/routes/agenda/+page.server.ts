import { redirect } from '@sveltejs/kit';
import { agendaListView } from '#lib/server/agenda/agenda-list.view.ts';
import { listOwnAgendas } from '#lib/server/agenda/list-agendas.ts';
import { listStartChoices } from '#lib/server/agenda-editing/list-start-choices.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const list = agendaListView(respond(event, () => listOwnAgendas(event.locals.context)));
	if (list.only !== null && !event.url.searchParams.has('alle')) redirect(303, list.only);
	const managed = respond(event, () => listStartChoices(event.locals.context)).regions;
	return { regions: list.regions, mayStart: managed.length > 0 };
};
