import { anyOf, load as respond } from '#lib/server/http/respond.ts';
import { listSignInServices } from '#lib/server/single-sign-on/view-service.ts';
import { serviceListView } from '#lib/server/single-sign-on/service.view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	regions: serviceListView(respond(event, () => anyOf(listSignInServices(event.locals.context)))),
});
