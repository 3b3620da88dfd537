import { download } from '#lib/server/http/download.ts';
import { withStoredFile } from '#lib/server/http/lost-file.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { exportLetter } from '#lib/server/letters/export-letter.ts';
import { LETTER_TYPE, writeLetterFile } from '#lib/server/letters/write-letter.ts';
import { getRuntime } from '#lib/server/runtime.ts';
import type { RequestHandler } from './$types';

/** `?stap=7` gives the letter as it was sent at that step. */
export const GET: RequestHandler = async (event) => {
	const { vaststelling: round, gemeente: organisation, formaat } = event.params;
	const step = event.url.searchParams.get('stap');
	const { file, name, format } = respond(event, () =>
		exportLetter(event.locals.context, { round, organisation, format: formaat, step }),
	);
	const { filesFolder } = getRuntime().config;
	const content = await withStoredFile(event, () => writeLetterFile(file, format, filesFolder));
	return download(content, name, LETTER_TYPE[format]);
};
