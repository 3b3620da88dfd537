import { redirect } from '@sveltejs/kit';
import { setPassword, viewPasswordLink } from '#lib/server/auth/set-password.ts';
import { knowBrowser } from '#lib/server/http/entrance.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { listInvitedServices } from '#lib/server/single-sign-on/own-services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	account: respond(event, () => viewPasswordLink(event.locals.context, { token: event.params.token })),
	invited: respond(event, () => listInvitedServices(event.locals.context, { token: event.params.token })),
});

export const actions: Actions = {
	default: (event) =>
		act(event, async (fields) => {
			const fieldsOfLink = { ...fields, token: event.params.token };
			knowBrowser(event, await setPassword(event.locals.context, fieldsOfLink));
			redirect(303, '/inloggen?gelukt=wachtwoord');
		}),
};
