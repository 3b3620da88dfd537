import { adoptionListView } from '#lib/server/adoption/adoption-list.view.ts';
import { listAdoptions } from '#lib/server/adoption/view-adoption.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	adoptions: adoptionListView(respond(event, () => listAdoptions(event.locals.context))),
});
