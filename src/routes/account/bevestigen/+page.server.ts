import { redirect } from '@sveltejs/kit';
import { confirmPresence } from '#lib/server/auth/confirm-presence.ts';
import { viewSecurity } from '#lib/server/auth/view-security.ts';
import { sessionOf } from '#lib/server/http/entrance.ts';
import { safePath } from '#lib/server/http/request.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { listOwnSignInServices } from '#lib/server/single-sign-on/own-services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { email, hasPassword } = respond(event, () => viewSecurity(event.locals.context));
	const goTo = safePath(event.url.searchParams.get('naar'));
	const byPassword = hasPassword && event.locals.session?.method !== 'oidc';
	const own = respond(event, () => listOwnSignInServices(event.locals.context));
	const services = own
		.filter((one) => one.linkedAt !== null)
		.map(({ id, organisationName }) => ({ id, organisationName }));
	return { email, goTo, byPassword, services };
};

export const actions: Actions = {
	default: (event) =>
		act(event, async ({ password = '', naar = '' }) => {
			const { id: sessionId } = sessionOf(event.locals);
			await confirmPresence(event.locals.context, { password, sessionId });
			redirect(303, safePath(naar));
		}),
};
