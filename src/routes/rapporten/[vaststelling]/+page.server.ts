import { renderedOnly } from '#lib/components/rendered-data.ts';
import { viewReport } from '#lib/server/adoption/view-report.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	renderedOnly(event, {
		slug: event.params.vaststelling,
		report: respond(event, () => viewReport(event.locals.context, event.params.vaststelling)),
	});
