import { redirect } from '@sveltejs/kit';
import { requestReset } from '#lib/server/auth/request-reset.ts';
import { clientAddress } from '#lib/server/http/request.ts';
import { act } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	sendsMail: getRuntime().sendsMail,
	isAsked: url.searchParams.get('gelukt') === 'gevraagd',
});

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			requestReset(event.locals.context, { email: fields['email'], address: clientAddress(event) });
			redirect(303, '/wachtwoord-vergeten?gelukt=gevraagd');
		}),
};
