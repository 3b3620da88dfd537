/**
 * When the database or the disk fails: every route answers 503 in plain Dutch, and what somebody typed comes back with it.
 * Any other unexpected fault is logged here too.
 */
import { isHttpError, isRedirect, json, type Handle, type RequestEvent } from '@sveltejs/kit';
import { faultOf, type DatabaseFault } from '../db/faults.ts';
import { healthAt } from '../health/check-health.ts';
import { FAULT_SENTENCE, RETRY_AFTER_SECONDS } from '../health/fault-sentences.ts';
import { getRuntime } from '../runtime.ts';
import { isBodyTooLarge, readBody } from './body-size.ts';
import { FAULT_POLICY, faultPage } from './fault-page.ts';
import { traceOf } from './trace.ts';

/** Outside the context, which needs the database; a page that Kit made of such a fault is replaced. */
export const withFaults: Handle = async ({ event, resolve }) => {
	event.locals.requestId = traceOf(event.platform?.req).requestId;
	try {
		const response = await resolve(event);
		const { fault } = event.locals;
		if (fault !== undefined && response.status >= 500 && response.status !== 503)
			return await answerFault(event, fault);
		return response;
	} catch (failure) {
		if (isHttpError(failure) || isRedirect(failure)) throw failure;
		noteFault(event, failure);
		return await answerFault(event, faultOf(failure));
	}
};

/** Logs it under the number of the request, and remembers it for the answer when the database is to blame. */
export function noteFault({ locals, route }: Pick<RequestEvent, 'locals' | 'route'>, failure: unknown): void {
	const { log, metrics } = getRuntime();
	const fault = faultOf(failure);
	if (fault !== null) locals.fault ??= fault;
	log.fault({ place: route.id ?? '(geen pagina)', requestId: locals.requestId, failure });
	metrics?.fault(fault ?? 'other');
}

export function sentenceOf(failure: unknown): string {
	return `${causeOf(faultOf(failure))} Probeer het over een paar minuten opnieuw.`;
}

const causeOf = (fault: DatabaseFault | null) =>
	fault === null ? 'Er ging iets mis bij ons.' : FAULT_SENTENCE[fault];

/** For a script in JSON, for a person as a page that holds what the form held. */
async function answerFault(event: RequestEvent, fault: DatabaseFault | null): Promise<Response> {
	const { request, locals, url } = event;
	const { requestId: id } = locals;
	const status = fault === null ? 500 : 503;
	const headers = {
		...(fault !== null && { 'retry-after': String(RETRY_AFTER_SECONDS) }),
		'cache-control': 'no-store',
	};
	const sentence = causeOf(fault);
	if (event.route.id === '/gezond' && fault !== null) return json(healthAt(fault), { status, headers });
	const accepted = request.headers.get('accept') ?? '';
	if (event.isDataRequest || accepted.startsWith('application/json'))
		return json({ status, code: 'unavailable', message: sentence, id }, { status, headers });
	const typed = locals.typed ?? (await typedIn(event));
	const page = faultPage({ status, sentence, id, typed, action: url.pathname + url.search });
	return new Response(page, {
		status,
		headers: {
			...headers,
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': FAULT_POLICY,
		},
	});
}

/** What was sent, when nobody read it yet; null for anything but a form of an ordinary size. */
async function typedIn({ request, route }: RequestEvent): Promise<FormData | null> {
	const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(
		request.headers.get('content-type') ?? '',
	);
	if (request.method !== 'POST' || !isForm || request.bodyUsed) return null;
	if (isBodyTooLarge(route.id, request.headers.get('content-length'))) return null;
	try {
		return await readBody(request);
	} catch (failure) {
		// What cannot be read cannot be given back either; the fault itself is what must be told.
		if (isHttpError(failure)) return null;
		throw failure;
	}
}
