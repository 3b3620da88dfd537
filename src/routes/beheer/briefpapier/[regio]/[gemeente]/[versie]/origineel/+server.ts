import { downloadUpload } from '#lib/server/http/download.ts';
import { withStoredFile } from '#lib/server/http/lost-file.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { viewLetterhead } from '#lib/server/letterheads/list-letterheads.ts';
import { openOriginal } from '#lib/server/letterheads/open-letterhead.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { regio, gemeente, versie } = event.params;
	const ref = { region: regio, organisation: gemeente, letterhead: versie };
	const page = respond(event, () => viewLetterhead(event.locals.context, ref));
	const { filesFolder } = getRuntime().config;
	const file = await withStoredFile(event, () => openOriginal(filesFolder, page));
	return downloadUpload(file.content, file.name, file.type);
};
