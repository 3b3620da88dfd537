import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { useFirstStart, viewFirstStart } from '#lib/server/users/first-start.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	isOpen: respond(event, () => viewFirstStart(event.locals.context, { token: event.params.token })),
});

export const actions: Actions = {
	default: (event) =>
		act(event, async (fields) => {
			await useFirstStart(event.locals.context, { ...fields, token: event.params.token });
			redirect(303, '/inloggen?gelukt=eerste-beheerder&naar=%2Fplatform');
		}),
};
