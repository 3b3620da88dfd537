import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { findExample } from '#lib/server/letterheads/open-letterhead.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const file = respond(event, () => findExample(event.locals.context, { format: event.params.soort }));
	return download(file.content, file.name, file.type);
};
