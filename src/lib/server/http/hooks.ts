/** The three steps around every request: who is asking, may they come near this route, and the headers of the answer. */
import { error, redirect, type Handle } from '@sveltejs/kit';
import type { Actor } from '#lib/domain/access.ts';
import { judgeRoute } from '../auth/route-policy.ts';
import { secondFactorDuty } from '../auth/second-factor-duty.ts';
import { useSession } from '../auth/sessions.ts';
import { getRuntime, presentDatabase } from '../runtime.ts';
import { HOUSE_RULES } from '../system-context.ts';
import { findActor } from '../users/find-actor.ts';
import { BODY_TOO_LARGE, isBodyTooLarge } from './body-size.ts';
import { HEADERS, PLAIN_POLICY } from './headers.ts';
import { oddityOf } from './odd-request.ts';
import { isOwnOrigin } from './origin.ts';
import { readSessionCookie } from './session-cookie.ts';
import { traceOf } from './trace.ts';

/** In the log, for an address that no route has. */
const UNKNOWN_ROUTE = '(onbekend)';

export const withContext: Handle = ({ event, resolve }) => {
	const { config, now, sendsMail, box } = getRuntime();
	const trace = traceOf(event.platform?.req);
	trace.route = event.route.id ?? UNKNOWN_ROUTE;
	const { requestId } = event.locals;
	const moment = { db: presentDatabase(), now: now() };
	const token = readSessionCookie(event.cookies, config.origin);
	const session = token === null ? null : useSession(moment, token);
	const person = session && findActor(moment.db, session.userId);
	const duty = session && person ? secondFactorDuty(moment.db, session, person) : 'none';
	const actor: Actor = person && duty !== 'sign-in' ? person : { kind: 'anonymous' };
	event.locals.duty = duty === 'set-up' ? duty : 'none';
	event.locals.context = { ...moment, actor, house: HOUSE_RULES, sendsMail, box, requestId };
	event.locals.session = actor.kind === 'person' ? session : null;
	event.locals.sessionToken = actor.kind === 'person' ? token : null;
	trace.userId = actor.kind === 'person' ? actor.userId : null;
	return resolve(event);
};

export const withRoutePolicy: Handle = ({ event, resolve }) => {
	const { config, demo } = getRuntime();
	const { request, url, route, locals } = event;
	if (!isOwnOrigin(request.method, request.headers.get('origin'), { origin: config.origin, demo })) {
		error(403, 'Dit formulier kwam niet van deze site. Open de pagina opnieuw en probeer het nog eens.');
	}
	const odd = oddityOf({ method: request.method, url, type: request.headers.get('content-type') });
	if (odd !== null) error(odd.status, odd.sentence);
	const verdict = judgeRoute(locals.context.actor, route.id, locals.duty);
	if (verdict === 'sign-in') redirect(303, `/inloggen?naar=${encodeURIComponent(url.pathname + url.search)}`);
	if (verdict === 'set-up')
		redirect(303, `/account/tweede-factor?naar=${encodeURIComponent(url.pathname + url.search)}`);
	if (verdict === 'forbidden') error(403, 'Deze pagina is alleen voor de platformbeheerder.');
	if (verdict === 'unknown' && route.id !== null) error(403, 'Deze pagina is niet vrijgegeven.');
	if (isBodyTooLarge(route.id, request.headers.get('content-length'))) error(413, BODY_TOO_LARGE);
	return resolve(event);
};

export const withHeaders: Handle = async ({ event, resolve }) => {
	const response = await resolve(event, { preload: ({ type }) => type === 'css' || type === 'js' });
	for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
	response.headers.set('x-request-id', event.locals.requestId);
	if (response.headers.get('content-type') === 'text/html')
		response.headers.set('content-type', 'text/html; charset=utf-8');
	if (!response.headers.has('content-security-policy')) {
		response.headers.set('content-security-policy', PLAIN_POLICY);
	}
	if (event.locals.context?.actor.kind === 'person')
		response.headers.set('cache-control', 'private, no-store');
	// There is a token in some addresses and an answer to what was typed on others: nothing that we make is worth keeping.
	else if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
	return response;
};
