import { logView } from '#lib/server/audit/log.view.ts';
import { viewLog } from '#lib/server/audit/view-log.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const filter = Object.fromEntries(event.url.searchParams);
	return {
		log: logView(
			respond(event, () => viewLog(event.locals.context, filter)),
			event.url.pathname,
		),
	};
};
