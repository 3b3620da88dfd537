import { redirect } from '@sveltejs/kit';
import { changeEmail } from '#lib/server/auth/change-email.ts';
import { viewSecurity } from '#lib/server/auth/view-security.ts';
import { askPresence, demandPresence } from '#lib/server/http/entrance.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	askPresence(event);
	const { email } = respond(event, () => viewSecurity(event.locals.context));
	return { email, sendsMail: event.locals.context.sendsMail === true };
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			demandPresence(event);
			const { linkSent } = changeEmail(event.locals.context, fields);
			redirect(303, `/account?gelukt=${linkSent ? 'e-mailadres-gevraagd' : 'e-mailadres'}`);
		}),
};
