import { redirect, type RequestEvent } from '@sveltejs/kit';
import { askPresence, demandPresence } from '#lib/server/http/entrance.ts';
import { act, load as respond } from '#lib/server/http/respond.ts';
import { setOff } from '#lib/server/http/trip-cookie.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { beginTest } from '#lib/server/single-sign-on/begin-trip.ts';
import { saveService } from '#lib/server/single-sign-on/save-service.ts';
import { serviceView } from '#lib/server/single-sign-on/service.view.ts';
import { switchService } from '#lib/server/single-sign-on/switch-service.ts';
import { RETURN_PATH } from '#lib/server/single-sign-on/travel.ts';
import { viewService } from '#lib/server/single-sign-on/view-service.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

type Event = RequestEvent<RouteParams>;
const slugs = ({ params }: Event) => ({ region: params.regio, organisation: params.organisatie });

export const load: PageServerLoad = (event) => {
	const found = respond(event, () => viewService(event.locals.context, slugs(event)));
	if (found.mayChange) askPresence(event);
	const redirectAddress = getRuntime().config.origin + RETURN_PATH;
	return { page: serviceView(found, redirectAddress), said: event.url.searchParams.get('gedaan') };
};

export const actions: Actions = {
	opslaan: (event) =>
		act(event, (fields) => {
			demandPresence(event);
			const { onThisComputer } = getRuntime().signInPort;
			saveService(event.locals.context, { ...fields, ...slugs(event), onThisComputer });
			redirect(303, '?gedaan=opgeslagen');
		}),
	schakelen: (event) =>
		act(event, (fields) => {
			demandPresence(event);
			switchService(event.locals.context, { ...fields, ...slugs(event) });
			redirect(303, '?gedaan=geschakeld');
		}),
	testen: (event) => act(event, () => setOff(event, beginTest(event.locals.context, slugs(event)))),
};
