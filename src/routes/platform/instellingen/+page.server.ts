import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { editSite, saveSite } from '#lib/server/site/site-facts.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	...respond(event, () => editSite(event.locals.context)),
	isSaved: event.url.searchParams.get('gelukt') === 'opgeslagen',
});

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			saveSite(event.locals.context, fields);
			redirect(303, '/platform/instellingen?gelukt=opgeslagen');
		}),
};
