import { redirect } from '@sveltejs/kit';
import { resetSecondFactor, viewMemberSignIn } from '#lib/server/auth/change-second-factor.ts';
import { endMemberSessions } from '#lib/server/auth/end-sessions.ts';
import { memberView } from '#lib/server/auth/security.view.ts';
import { askPresence, demandPresence } from '#lib/server/http/entrance.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const person = event.params.persoon;
	const member = respond(event, () => viewMemberSignIn(event.locals.context, { person }));
	askPresence(event);
	return { ...memberView(member), done: event.url.searchParams.get('gelukt') };
};

export const actions: Actions = {
	uitzetten: (event) =>
		act(event, () => {
			demandPresence(event);
			resetSecondFactor(event.locals.context, { person: event.params.persoon });
			redirect(303, `${event.url.pathname}?gelukt=uitgezet`);
		}),
	uitloggen: (event) =>
		act(event, () => {
			demandPresence(event);
			endMemberSessions(event.locals.context, { person: event.params.persoon });
			redirect(303, `${event.url.pathname}?gelukt=uitgelogd`);
		}),
};
