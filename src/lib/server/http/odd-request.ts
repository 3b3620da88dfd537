/**
 * Requests that no page of ours makes: forms of a type or with a name that we do not have, and bodies that cannot be read.
 * Whoever sends one hears what is wrong, and nobody is alarmed: it is no fault of ours. Pure.
 */
import { isBuiltInName } from '#lib/domain/look-up.ts';

export interface Oddity {
	status: 404 | 415;
	sentence: string;
}

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)[ \t]*(;|$)/i;
/** Kit keeps this name for the form without a name, and takes it for a mistake in the program. */
const RESERVED = 'default';

const NO_SUCH_FORM: Oddity = {
	status: 404,
	sentence: 'Dit formulier bestaat niet. Open de pagina opnieuw en probeer het nog eens.',
};
const NO_FORM: Oddity = {
	status: 415,
	sentence: 'Wat is verstuurd, is geen formulier. Open de pagina opnieuw en probeer het nog eens.',
};

/** Null for what our pages send, and for what only looks. */
export function oddityOf({
	method,
	url,
	type,
}: {
	method: string;
	url: URL;
	/** Content-Type. */
	type: string | null;
}): Oddity | null {
	if (method !== 'POST') return null;
	const name = formName(url);
	if (name !== null && (name === RESERVED || isBuiltInName(name))) return NO_SUCH_FORM;
	return FORM.test(type ?? '') ? null : NO_FORM;
}

/** As Kit reads it: the first part of the query that begins with a slash; null for the form without a name. */
function formName(url: URL): string | null {
	const named = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
	return named === undefined ? null : named.slice(1);
}

/** What Kit itself refuses, in English; 404 has a sentence of its own. */
const REFUSED: Record<number, string> = {
	405: 'Deze pagina neemt geen formulier aan. Ga terug en probeer het opnieuw.',
	413: 'Wat u verstuurde is te groot, en er is niets bewaard.',
	415: NO_FORM.sentence,
};

export function refusedSentence(status: number): string {
	return REFUSED[status] ?? 'Dit verzoek klopt niet. Ga terug en probeer het opnieuw.';
}

export const BODY_UNREADABLE =
	'Wat u verstuurde, is niet heel aangekomen en er is niets bewaard. Ga terug en probeer het opnieuw.';
