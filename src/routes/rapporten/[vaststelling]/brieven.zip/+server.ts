import { readStoredFile } from '#lib/server/files/file-store.ts';
import { download } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { exportRun } from '#lib/server/letters/start-run.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const round = event.params.vaststelling;
	const run = event.url.searchParams.get('reeks') ?? '';
	const { hash, name } = respond(event, () => exportRun(event.locals.context, { round, run }));
	return download(await readStoredFile(getRuntime().config.filesFolder, hash), name, 'application/zip');
};
