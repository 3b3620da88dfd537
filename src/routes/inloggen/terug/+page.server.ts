import { redirect, type RequestEvent } from '@sveltejs/kit';
import { confirmSession, startSession } from '#lib/server/auth/sessions.ts';
import { enter, fromWhere } from '#lib/server/http/entrance.ts';
import { safePath } from '#lib/server/http/request.ts';
import { clearTripCookie, readTripCookie } from '#lib/server/http/trip-cookie.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { arrivalView } from '#lib/server/single-sign-on/arrival.view.ts';
import { arrive, type Arrival } from '#lib/server/single-sign-on/travel.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, cookies, url, setHeaders } = event;
	const { config, signInPort } = getRuntime();
	if (locals.context.actor.kind !== 'person') setHeaders({ 'cache-control': 'no-store' });
	const station = { port: signInPort, origin: config.origin };
	const state = readTripCookie(cookies, config.origin);
	const arrival = await arrive(locals.context, station, { address: url, state });
	clearTripCookie(cookies, config.origin);
	await goOn(event, arrival);
	return { page: arrivalView(arrival) };
};

/** Leaves for the next page unless there is something to show. */
async function goOn(event: RequestEvent, { outcome, returnTo }: Arrival) {
	const { context, session } = event.locals;
	if (outcome.kind === 'signed-in') {
		const { userId, hasSecondFactor: secondFactor } = outcome;
		const { device } = fromWhere(event);
		enter(event, await startSession(context, { userId, method: 'oidc', secondFactor, device }));
	}
	if (outcome.kind === 'confirmed' && session !== null) confirmSession(context, session.id);
	if (outcome.kind === 'linked') redirect(303, '/account/inlogdienst?gelukt=gekoppeld');
	if (outcome.kind === 'signed-in' || outcome.kind === 'confirmed') redirect(303, safePath(returnTo));
}
