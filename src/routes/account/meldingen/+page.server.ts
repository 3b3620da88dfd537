import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { chooseMail, viewMailPreferences } from '#lib/server/mail/preferences.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	preferences: respond(event, () => viewMailPreferences(event.locals.context)),
	isSaved: event.url.searchParams.get('gelukt') === 'opgeslagen',
});

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			chooseMail(event.locals.context, fields);
			redirect(303, '/account/meldingen?gelukt=opgeslagen');
		}),
};
