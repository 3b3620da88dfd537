/** Between a use case and a page: expected failures become a page, a redirect or a form with what was typed. */
import { error, fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { DomainError, type ErrorCode } from '#lib/domain/errors.ts';
import type { FoundIn } from '#lib/domain/privacy-findings.ts';
import { readForm } from '#lib/input/fields.ts';
import { faultOf } from '../db/faults.ts';
import { FAULT_SENTENCE, RETRY_AFTER_SECONDS } from '../health/fault-sentences.ts';
import { BODY_TOO_LARGE, readBody } from './body-size.ts';
import { noteFault } from './faults.ts';

export const STATUS = {
	'not-signed-in': 401,
	forbidden: 403,
	'not-found': 404,
	invalid: 400,
	conflict: 409,
	'wrong-state': 409,
	throttled: 429,
	unavailable: 503,
} as const satisfies Record<ErrorCode, number>;

/** What a page gets back when its form was refused: nothing that was typed is lost. */
export interface Refusal {
	message: string;
	code: ErrorCode;
	fields: Record<string, string>;
	values: Record<string, string>;
	theirs: Record<string, string> | null;
	theirVersion: number | null;
	/** "Beleidsadviseur heeft": the start of a sentence that says who changed it. */
	changedBy: string | null;
	problems: { place: string; sentence: string }[];
	/** What the privacy guard found; empty when it found nothing. */
	found: FoundIn[];
}

/** For a load: the result, or Kit's error page in words. Someone who is not signed in goes to the sign-in page. */
export function load<T>(event: { url: URL }, work: () => T): T {
	try {
		return work();
	} catch (failure) {
		if (!(failure instanceof DomainError)) throw failure;
		if (failure.code === 'not-signed-in') redirect(303, signInPath(event.url));
		error(failure.code === 'invalid' ? 404 : STATUS[failure.code], failure.message);
	}
}

/** For a page about what somebody manages: the list, or a refusal for who manages nothing. Throws `forbidden`. */
export function anyOf<T>(managed: T[]): T[] {
	return orRefuse(managed.length > 0 ? managed : null);
}

/** The same for what is null for who manages nothing. */
export function orRefuse<T>(managed: T): NonNullable<T> {
	if (managed !== null && managed !== undefined) return managed;
	throw new DomainError(
		'forbidden',
		'Deze pagina is voor wie een regio beheert. Vraag de beheerder of de coördinator van uw regio om hulp.',
	);
}

/**
 * For an action: reads the form, does the work, and answers a refusal with the fields as they were typed. `form` is the
 * raw form, for its files.
 */
export async function act<T>(
	event: RequestEvent,
	work: (fields: Record<string, string>, form: FormData) => T | Promise<T>,
): Promise<T | ActionFailure<Refusal>> {
	const form = await readBody(event.request);
	if (form === null) return fail(413, refusalOf(new DomainError('invalid', BODY_TOO_LARGE), {}));
	const values = readForm(form);
	try {
		return await work(values, form);
	} catch (thrown) {
		const failure = asRefusal(event, thrown);
		if (failure === null) throw thrown;
		if (failure.code === 'not-found' || failure.code === 'forbidden')
			error(STATUS[failure.code], failure.message);
		// For when the page of the form cannot be made either.
		if (failure.code === 'unavailable') event.locals.typed = form;
		const { retryAfterSeconds } = failure.detail;
		if (retryAfterSeconds !== undefined) event.setHeaders({ 'retry-after': String(retryAfterSeconds) });
		return fail(STATUS[failure.code], refusalOf(failure, values));
	}
}

/** For what is no action: the text fields of the form. Throws 413 or 400 for one that cannot be read. */
export async function readSentForm(request: Request): Promise<Record<string, string>> {
	const form = await readBody(request);
	if (form === null) error(413, BODY_TOO_LARGE);
	return readForm(form);
}

/** A refusal as it is; a database that fails as one too, so that the form comes back with what was typed. Null for the rest. */
export function asRefusal(event: RequestEvent, failure: unknown): DomainError | null {
	if (failure instanceof DomainError) return failure;
	const fault = faultOf(failure);
	if (fault === null) return null;
	noteFault(event, failure);
	return new DomainError(
		'unavailable',
		`${FAULT_SENTENCE[fault]} Wat u invulde staat er nog: probeer het over een halve minuut opnieuw.`,
		{ retryAfterSeconds: RETRY_AFTER_SECONDS },
	);
}

export function refusalOf(failure: DomainError, values: Record<string, string>): Refusal {
	const { password: _password, repeated: _repeated, secret: _secret, ...shown } = values;
	return {
		message: failure.message,
		code: failure.code,
		fields: failure.detail.fields ?? {},
		values: shown,
		theirs: failure.detail.theirs ?? null,
		theirVersion: failure.detail.theirVersion ?? null,
		changedBy: failure.detail.changedBy ?? null,
		problems: failure.detail.problems ?? [],
		found: failure.detail.found ?? [],
	};
}

function signInPath(url: URL): string {
	return `/inloggen?naar=${encodeURIComponent(url.pathname + url.search)}`;
}
