import { redirect } from '@sveltejs/kit';
import { endOtherSessions, endOwnSession } from '#lib/server/auth/end-sessions.ts';
import { securityView } from '#lib/server/auth/security.view.ts';
import { viewSecurity } from '#lib/server/auth/view-security.ts';
import { knowBrowser, sessionOf } from '#lib/server/http/entrance.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { listOwnInvitations } from '#lib/server/users/answer-invitation.ts';
import { viewOwnMemberships } from '#lib/server/users/view-region.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { context, session } = event.locals;
	const security = respond(event, () => viewSecurity(context));
	return {
		name: context.actor.kind === 'person' ? context.actor.name : '',
		memberships: respond(event, () => viewOwnMemberships(context)),
		invited: respond(event, () => listOwnInvitations(context)).invitations.length,
		...securityView(security, session?.id ?? '', context.now),
		done: event.url.searchParams.get('gelukt'),
	};
};

export const actions: Actions = {
	beeindigen: (event) =>
		act(event, ({ session = '' }) => {
			endOwnSession(event.locals.context, { session });
			redirect(303, '/account?gelukt=uitgelogd#ingelogd');
		}),
	anderen: (event) =>
		act(event, () => {
			const { id, userId } = sessionOf(event.locals);
			endOtherSessions(event.locals.context, { keep: id });
			knowBrowser(event, userId);
			redirect(303, '/account?gelukt=anderen-uitgelogd#ingelogd');
		}),
};
