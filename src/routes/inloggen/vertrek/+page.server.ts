import { REFUSAL_SENTENCE } from '#lib/text/single-sign-on.ts';
import { readTripCookie } from '#lib/server/http/trip-cookie.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { ServiceFailure } from '#lib/server/single-sign-on/sign-in-port.ts';
import { depart } from '#lib/server/single-sign-on/travel.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies, setHeaders }) => {
	const { config, signInPort } = getRuntime();
	if (locals.context.actor.kind !== 'person') setHeaders({ 'cache-control': 'no-store' });
	try {
		const station = { port: signInPort, origin: config.origin };
		const departure = await depart(locals.context, station, readTripCookie(cookies, config.origin));
		return { departure, problem: null, detail: '' };
	} catch (failure) {
		if (!(failure instanceof ServiceFailure)) throw failure;
		return { departure: null, problem: REFUSAL_SENTENCE[failure.refusal], detail: failure.detail };
	}
};
