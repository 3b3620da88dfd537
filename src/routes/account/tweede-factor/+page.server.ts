import { fail, redirect } from '@sveltejs/kit';
import { removeSecondFactor } from '#lib/server/auth/change-second-factor.ts';
import { securityView } from '#lib/server/auth/security.view.ts';
import { offerSecondFactor, setUpSecondFactor } from '#lib/server/auth/set-up-second-factor.ts';
import { viewSecurity } from '#lib/server/auth/view-security.ts';
import { afterwards, askPresence, demandPresence, reachBy } from '#lib/server/http/entrance.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { context, duty, session } = event.locals;
	const security = respond(event, () => viewSecurity(context));
	const sets = security.secondFactorSince === null || event.url.searchParams.has('nieuw');
	if (sets) askPresence(event);
	return {
		...securityView(security, session?.id ?? '', context.now),
		mustSetUp: duty === 'set-up',
		...afterwards(event),
		offer: sets ? respond(event, () => offerSecondFactor(context)) : null,
	};
};

export const actions: Actions = {
	async instellen(event) {
		const set = await act(event, async ({ ticket = '', code = '' }) => {
			const proof = { ticket, typed: code, sessionId: demandPresence(event).id };
			const { token, codes } = await setUpSecondFactor(event.locals.context, proof);
			reachBy(event, token);
			return { codes };
		});
		if ('codes' in set) return set;
		return fail(set.status, { ...set.data, offer: offerSecondFactor(event.locals.context, set.data.values) });
	},
	uitzetten: (event) =>
		act(event, () => {
			askPresence(event, '/account/tweede-factor');
			removeSecondFactor(event.locals.context);
			redirect(303, '/account?gelukt=tweede-factor-uit');
		}),
};
