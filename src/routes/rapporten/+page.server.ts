import { adoptionListView } from '#lib/server/adoption/adoption-list.view.ts';
import { listAdoptions } from '#lib/server/adoption/view-adoption.ts';
import { listWithdrawnAdoptions } from '#lib/server/adoption/withdraw-adoption.ts';
import { withdrawnViews } from '#lib/server/adoption/withdrawal.view.ts';
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
		withdrawn: withdrawnViews(respond(event, () => listWithdrawnAdoptions(event.locals.context))),
	};
};
