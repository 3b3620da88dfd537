import { redirect, type RequestEvent } from '@sveltejs/kit';
import { confirmSession, endSession, startSession } from '#lib/server/auth/sessions.ts';
import { deviceOf } from '#lib/server/http/device.ts';
import { safePath } from '#lib/server/http/request.ts';
import { writeSessionCookie } from '#lib/server/http/session-cookie.ts';
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
async function goOn({ locals, cookies, request }: RequestEvent, { outcome, returnTo }: Arrival) {
	const { context, session, sessionToken } = locals;
	if (outcome.kind === 'signed-in') {
		if (sessionToken !== null) endSession(context.db, sessionToken);
		const device = deviceOf(request.headers.get('user-agent'));
		const { userId, hasSecondFactor: secondFactor } = outcome;
		const token = await startSession(context, { userId, method: 'oidc', secondFactor, device });
		writeSessionCookie(cookies, getRuntime().config.origin, token);
	}
	if (outcome.kind === 'confirmed' && session !== null) confirmSession(context, session.id);
	if (outcome.kind === 'linked') redirect(303, '/account/inlogdienst?gelukt=gekoppeld');
	if (outcome.kind === 'signed-in' || outcome.kind === 'confirmed') redirect(303, safePath(returnTo));
}
