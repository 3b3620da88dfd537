import { redirect } from '@sveltejs/kit';
import { agendaListView } from '#lib/server/agenda/agenda-list.view.ts';
import { listOwnAgendas } from '#lib/server/agenda/list-agendas.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const list = agendaListView(respond(event, () => listOwnAgendas(event.locals.context)));
	if (list.only !== null && !event.url.searchParams.has('alle')) redirect(303, list.only);
	return { regions: list.regions };
};
