import { redirect } from '@sveltejs/kit';
import { changePassword, viewPasswordRule } from '#lib/server/auth/change-password.ts';
import { askPresence, demandPresence, knowBrowser } from '#lib/server/http/entrance.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	askPresence(event);
	return respond(event, () => viewPasswordRule(event.locals.context));
};

export const actions: Actions = {
	default: (event) =>
		act(event, async (fields) => {
			const { id, userId } = demandPresence(event);
			await changePassword(event.locals.context, fields, id);
			knowBrowser(event, userId);
			redirect(303, '/account?gelukt=wachtwoord');
		}),
};
