import { renderedOnly } from '#lib/components/rendered-data.ts';
import { gridView } from '#lib/server/contributions/grid.view.ts';
import { viewGrid } from '#lib/server/contributions/view-grid.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const page = respond(event, () => viewGrid(event.locals.context, { round: event.params.peilmoment }));
	return renderedOnly(event, { grid: gridView(page, event.url.searchParams.get('thema')) });
};
