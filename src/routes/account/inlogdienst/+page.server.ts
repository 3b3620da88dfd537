import { error, type RequestEvent } from '@sveltejs/kit';
import { askPresence } from '#lib/server/http/entrance.ts';
import { safePath } from '#lib/server/http/request.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { setOff } from '#lib/server/http/trip-cookie.ts';
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
			askPresence(event, '/account/inlogdienst');
			leave(event, { service: dienst, kind: 'link' });
		}),
	bevestigen: (event) =>
		act(event, ({ dienst, naar = '' }) =>
			leave(event, { service: dienst, kind: 'confirm', returnTo: safePath(naar) }),
		),
};

function leave(event: RequestEvent, wish: Record<string, unknown>): never {
	const state = beginOwnTrip(event.locals.context, wish);
	if (state === null) error(404, 'Deze inlogdienst is er niet meer. Laad de pagina opnieuw.');
	setOff(event, state);
}
