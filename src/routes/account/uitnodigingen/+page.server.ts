import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import {
	acceptOwnInvitation,
	declineOwnInvitation,
	listOwnInvitations,
} from '#lib/server/users/answer-invitation.ts';
import { ownInvitationsView } from '#lib/server/users/invitation.view.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	invitations: ownInvitationsView(respond(event, () => listOwnInvitations(event.locals.context))),
	done: event.url.searchParams.get('gelukt'),
});

export const actions: Actions = {
	aannemen: (event) =>
		act(event, (fields) => {
			acceptOwnInvitation(event.locals.context, fields);
			redirect(303, '/account/uitnodigingen?gelukt=aangenomen');
		}),
	afwijzen: (event) =>
		act(event, (fields) => {
			declineOwnInvitation(event.locals.context, fields);
			redirect(303, '/account/uitnodigingen?gelukt=afgewezen');
		}),
};
