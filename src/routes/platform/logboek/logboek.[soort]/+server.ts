import { error } from '@sveltejs/kit';
import { lookUp } from '#lib/domain/look-up.ts';
import { LOG_FORMATS, streamLog } from '#lib/server/audit/log-file.ts';
import { exportPlatformLog } from '#lib/server/audit/view-log.ts';
import { downloadStream } from '#lib/server/http/download.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => {
	const format = lookUp(LOG_FORMATS, event.params.soort);
	if (!format) error(404, 'Dit bestand bestaat niet. Kies csv of jsonl.');
	const filter = Object.fromEntries(event.url.searchParams);
	const file = respond(event, () =>
		streamLog(format, (na, totEnMet) => exportPlatformLog(event.locals.context, { ...filter, na, totEnMet })),
	);
	return downloadStream(file, `logboek.${event.params.soort}`, format.type);
};
