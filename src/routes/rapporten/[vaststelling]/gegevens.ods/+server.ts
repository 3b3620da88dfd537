import { viewSheets } from '#lib/server/adoption/view-sheets.ts';
import { ODS_TYPE } from '#lib/server/documents/write-ods.ts';
import { heavyWork } from '#lib/server/heavy-work/heavy-work.ts';
import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const slug = event.params.vaststelling;
	const { sheets, adoptedOn } = respond(event, () => viewSheets(event.locals.context, slug));
	const content = await heavyWork('write-sheets', { sheets, format: 'ods', day: adoptedOn });
	return download(content, `gegevens-${slug}.ods`, ODS_TYPE);
};
