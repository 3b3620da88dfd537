/**
 * How much a request may send. Only the pages with a file field take more than an ordinary form, and they take more than
 * the largest file that is kept, so that a file that is too large gets a sentence beside what was typed with it.
 */

import { error } from '@sveltejs/kit';
import { BODY_UNREADABLE } from './odd-request.ts';

const MEGABYTE = 1024 * 1024;

/** In bytes; the server stops reading here. */
export const LARGEST_BODY = 32 * MEGABYTE;
const LARGEST_ORDINARY_BODY = 8 * MEGABYTE;

const ROUTES_WITH_FILES = [
	'/beheer/briefpapier/[regio]/[gemeente]',
	'/beheer/importeren',
	'/beheer/importeren/tabel',
	'/rea/[peilmoment]/[punt]/bronnen',
];

/** By the size that the request itself announces, before anything is read. */
export function isBodyTooLarge(routeId: string | null, contentLength: string | null): boolean {
	const takesFiles = routeId !== null && ROUTES_WITH_FILES.includes(routeId);
	return !takesFiles && Number(contentLength ?? 0) > LARGEST_ORDINARY_BODY;
}

export const BODY_TOO_LARGE =
	'Wat u verstuurde is te groot, en er is niets bewaard. Ga terug, kies een kleiner bestand en probeer het opnieuw.';

/** The form, or null when its body is larger than the server reads. Throws 400 for one that is broken or broke off. */
export async function readBody(request: Request): Promise<FormData | null> {
	try {
		return await request.formData();
	} catch (failure) {
		if (saysTooLarge(failure)) return null;
		error(400, BODY_UNREADABLE);
	}
}

/** Kit's own error, which the reader of the form may have wrapped in another one. */
function saysTooLarge(failure: unknown): boolean {
	if (!(failure instanceof Error)) return false;
	if ('status' in failure && failure.status === 413) return true;
	return saysTooLarge(failure.cause);
}
