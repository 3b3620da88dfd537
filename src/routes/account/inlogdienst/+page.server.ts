import { error, redirect } from '@sveltejs/kit';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { writeTripCookie } from '#lib/server/http/trip-cookie.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { beginOwnTrip } from '#lib/server/single-sign-on/begin-trip.ts';
import { listOwnSignInServices } from '#lib/server/single-sign-on/own-services.ts';
import { moment } from '#lib/text/nl.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
	services: respond(event, () => listOwnSignInServices(event.locals.context)).map((service) => ({
		...service,
		linkedAt: service.linkedAt && moment(service.linkedAt),
		lastUsedAt: service.lastUsedAt && moment(service.lastUsedAt),
	})),
	isLinked: event.url.searchParams.get('gelukt') === 'gekoppeld',
});

export const actions: Actions = {
	koppelen: (event) =>
		act(event, ({ dienst }) => {
			const state = beginOwnTrip(event.locals.context, { service: dienst, kind: 'link' });
			if (state === null) error(404, 'Deze inlogdienst is er niet meer. Laad de pagina opnieuw.');
			writeTripCookie(event.cookies, getRuntime().config.origin, state);
			redirect(303, '/inloggen/vertrek');
		}),
};
