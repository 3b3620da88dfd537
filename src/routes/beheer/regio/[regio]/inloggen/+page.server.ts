import { redirect } from '@sveltejs/kit';
import { askSecondFactor, viewSignInSettings } from '#lib/server/auth/ask-second-factor.ts';
import { askPresence, demandPresence } from '#lib/server/http/entrance.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const region = event.params.regio;
	const settings = respond(event, () => viewSignInSettings(event.locals.context, { region }));
	return { ...settings, isSaved: event.url.searchParams.get('gelukt') === 'opgeslagen' };
};

export const actions: Actions = {
	default: (event) =>
		act(event, (fields) => {
			askPresence(event, event.url.pathname);
			demandPresence(event);
			askSecondFactor(event.locals.context, { ...fields, region: event.params.regio });
			redirect(303, `${event.url.pathname}?gelukt=opgeslagen`);
		}),
};
