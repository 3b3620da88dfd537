import { readStoredFile } from '#lib/server/files/file-store.ts';
import { download } from '#lib/server/http/download.ts';
import { withStoredFile } from '#lib/server/http/lost-file.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { exportRun } from '#lib/server/letters/start-run.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const round = event.params.vaststelling;
	const run = event.url.searchParams.get('reeks') ?? '';
	const { hash, name } = respond(event, () => exportRun(event.locals.context, { round, run }));
	const { filesFolder } = getRuntime().config;
	const zip = await withStoredFile(event, () => readStoredFile(filesFolder, hash));
	return download(zip, name, 'application/zip');
};
