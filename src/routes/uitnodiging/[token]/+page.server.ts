import { redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { listOfferedServices } from '#lib/server/single-sign-on/own-services.ts';
import { invitationPageView } from '#lib/server/users/invitation.view.ts';
import { declineByLink, useInvitation, viewInvitationLink } from '#lib/server/users/use-invitation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { context } = event.locals;
	const { token } = event.params;
	const link = respond(event, () => viewInvitationLink(context, { token }));
	// Who is signed in already answers on the own page.
	if (link?.isOwn === true) redirect(303, '/account/uitnodigingen');
	event.setHeaders(context.actor.kind === 'person' ? {} : { 'cache-control': 'no-store' });
	return {
		page: link && invitationPageView(link),
		services: respond(event, () => listOfferedServices(context, { token })),
		done: event.url.searchParams.get('gelukt'),
	};
};

export const actions: Actions = {
	maken: (event) =>
		act(event, async (fields) => {
			await useInvitation(event.locals.context, { ...fields, token: event.params.token });
			redirect(303, '/inloggen?gelukt=uitnodiging');
		}),
	afwijzen: (event) =>
		act(event, () => {
			declineByLink(event.locals.context, { token: event.params.token });
			redirect(303, `/uitnodiging/${event.params.token}?gelukt=afgewezen`);
		}),
};
