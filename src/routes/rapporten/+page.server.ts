import { adoptionListView } from '#lib/server/adoption/adoption-list.view.ts';
import { listAdoptions } from '#lib/server/adoption/view-adoption.ts';
import { listOwnAgendas } from '#lib/server/agenda/list-agendas.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { agendaNames } from '#lib/text/agenda-name.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const names = agendaNames(respond(event, () => listOwnAgendas(event.locals.context)));
	return {
		adoptions: adoptionListView(
			respond(event, () => listAdoptions(event.locals.context)),
			names,
		),
	};
};
