import { viewSheets } from '#lib/server/adoption/view-sheets.ts';
import { ODS_TYPE, writeOds } from '#lib/server/documents/write-ods.ts';
import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const slug = event.params.vaststelling;
	const { sheets, adoptedOn } = respond(event, () => viewSheets(event.locals.context, slug));
	return download(writeOds(sheets, adoptedOn), `gegevens-${slug}.ods`, ODS_TYPE);
};
