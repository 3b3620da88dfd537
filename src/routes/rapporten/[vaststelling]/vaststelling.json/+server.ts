import { adoptionFile } from '#lib/server/adoption/adoption-file.ts';
import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { RequestHandler } from './$types';

/** The exact bytes that were hashed; with meetings that were added later, `?deel=` asks for one part of it. */
export const GET: RequestHandler = (event) => {
	const round = event.params.vaststelling;
	const adoption = respond(event, () => viewAdoption(event.locals.context, { round }));
	const part = event.url.searchParams.get('deel');
	return download(adoptionFile(adoption, part), `vaststelling-${round}.json`, 'application/json');
};
