import { readStoredFile } from '#lib/server/files/file-store.ts';
import { downloadUpload } from '#lib/server/http/download.ts';
import { withStoredFile } from '#lib/server/http/lost-file.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import { openFile } from '#lib/server/sources/open-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const file = respond(event, () => openFile(event.locals.context, { file: event.params.bestand }));
	const { filesFolder } = getRuntime().config;
	const bytes = await withStoredFile(event, () => readStoredFile(filesFolder, file.hash));
	return downloadUpload(bytes, file.name, file.type);
};
