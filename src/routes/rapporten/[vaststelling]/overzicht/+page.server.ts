import { renderedOnly } from '#lib/components/rendered-data.ts';
import { adoptedOverview } from '#lib/server/adoption/adopted-overview.view.ts';
import { roundCorrections } from '#lib/server/adoption/agenda-corrections.view.ts';
import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { readChoice } from '#lib/server/agenda/overview-choice.view.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const round = event.params.vaststelling;
	const adoption = respond(event, () => viewAdoption(event.locals.context, { round }));
	const { facts, period } = adoption.snapshot;
	const amendments = adoption.amendments.map((one) => ({ ...one, slug: round, period }));
	return renderedOnly(event, {
		...adoptedOverview(adoption, readChoice(event.url.searchParams)),
		slug: round,
		hash: adoption.hash,
		corrections: roundCorrections(facts, amendments, period),
		actions: [{ href: `/rapporten/${round}`, label: 'Naar het rapport' }],
	});
};
