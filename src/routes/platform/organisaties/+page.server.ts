import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { editPublicBody, listSharedOrganisations } from '#lib/server/organisations/public-bodies.ts';
import { KIND_OPTIONS } from '#lib/text/organisation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	bodies: respond(event, () => listSharedOrganisations(event.locals.context)),
	kinds: KIND_OPTIONS,
	isSaved: event.url.searchParams.has('opgeslagen'),
});

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			editPublicBody(event.locals.context, fields);
			redirect(303, '/platform/organisaties?opgeslagen');
		}),
};
