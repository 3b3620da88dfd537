import { load as respond } from '#lib/server/http/respond.ts';
import { siteView } from '#lib/server/site/site.view.ts';
import { viewSite } from '#lib/server/site/site-facts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	site: siteView(respond(event, () => viewSite(event.locals.context))),
});
