import { readChoice } from '#lib/server/agenda/overview-choice.view.ts';
import { trendView } from '#lib/server/agenda/trend.view.ts';
import { viewOverview } from '#lib/server/agenda/view-overview.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { agenda } = event.params;
	const facts = respond(event, () => viewOverview(event.locals.context, { agenda, detail: 'full' }));
	return { trend: trendView(facts, { theme: readChoice(event.url.searchParams).theme }) };
};
