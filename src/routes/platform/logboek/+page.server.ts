import { logView } from '#lib/server/audit/log.view.ts';
import { viewPlatformLog } from '#lib/server/audit/view-log.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const filter = Object.fromEntries(event.url.searchParams);
	return {
		log: logView(
			respond(event, () => viewPlatformLog(event.locals.context, filter)),
			event.url.pathname,
		),
	};
};
