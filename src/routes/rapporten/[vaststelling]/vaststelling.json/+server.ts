import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { RequestHandler } from './$types';

/** The exact bytes that were hashed. */
export const GET: RequestHandler = (event) => {
	const round = event.params.vaststelling;
	const { text } = respond(event, () => viewAdoption(event.locals.context, { round }));
	return download(text, `vaststelling-${round}.json`, 'application/json');
};
