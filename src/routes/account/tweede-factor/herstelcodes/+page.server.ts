import { redirect } from '@sveltejs/kit';
import { renewRecoveryCodes } from '#lib/server/auth/change-second-factor.ts';
import { viewSecurity } from '#lib/server/auth/view-security.ts';
import { askPresence, demandPresence } from '#lib/server/http/entrance.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	askPresence(event);
	const { secondFactorSince, codesLeft } = respond(event, () => viewSecurity(event.locals.context));
	if (secondFactorSince === null) redirect(303, '/account/tweede-factor');
	return { codesLeft };
};

export const actions: Actions = {
	default: (event) =>
		act(event, async () => {
			demandPresence(event);
			return { codes: await renewRecoveryCodes(event.locals.context) };
		}),
};
