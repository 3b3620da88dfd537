/**
 * What is said of input for which a schema has no sentence of its own: a form that was forged, or a page that is out of date.
 * Without this zod speaks English. Loaded by whatever makes or uses a schema.
 */
import { z } from 'zod';

const MISSING = 'Hier ontbreekt iets. Laad de pagina opnieuw en probeer het nog eens.';
const WRONG = 'Dit kan hier niet. Laad de pagina opnieuw en probeer het nog eens.';
const TOO_LONG = 'Dit is te lang of te veel. Maak het korter.';
const TOO_SHORT = 'Dit is te kort of te weinig. Vul het aan.';

const SENTENCES: Record<string, string> = {
	too_big: TOO_LONG,
	too_small: TOO_SHORT,
	unrecognized_keys: 'Hier staat iets wat er niet hoort. Laad de pagina opnieuw en probeer het nog eens.',
};

/** Of one problem, as zod names it. */
export function sentenceOf(issue: { code?: string | undefined; input?: unknown }): string {
	if (issue.input === undefined) return MISSING;
	return SENTENCES[issue.code ?? ''] ?? WRONG;
}

// For every schema there is, from now on. A schema's own sentence goes first.
z.config({ customError: sentenceOf });
