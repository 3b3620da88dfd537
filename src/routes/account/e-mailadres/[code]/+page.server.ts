import { redirect } from '@sveltejs/kit';
import { confirmEmail, viewEmailLink } from '#lib/server/auth/change-email.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	email: respond(event, () => viewEmailLink(event.locals.context, { token: event.params.code })),
});

export const actions: Actions = {
	default: (event) =>
		act(event, () => {
			confirmEmail(event.locals.context, event.params.code);
			redirect(303, '/account?gelukt=e-mailadres');
		}),
};
