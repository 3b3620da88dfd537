import { renderedOnly } from '#lib/components/rendered-data.ts';
import { readChoice } from '#lib/server/agenda/overview-choice.view.ts';
import { chosenRound, overviewView } from '#lib/server/agenda/overview.view.ts';
import { viewSight } from '#lib/server/agenda/view-sight.ts';
import { viewOverview } from '#lib/server/agenda/view-overview.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { listPriorities } from '#lib/server/priorities/list-priorities.ts';
import { prioritiesView } from '#lib/server/priorities/priorities.view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const choice = readChoice(event.url.searchParams);
	const detail = choice.view === 'glance' ? 'glance' : 'full';
	const { agenda } = event.params;
	const inRea = respond(event, () => viewSight(event.locals.context, { agenda })) === 'drafts';
	const facts = respond(event, () => viewOverview(event.locals.context, { agenda, detail }));
	const priorities = respond(event, () => listPriorities(event.locals.context, { agenda }));
	return renderedOnly(event, {
		overview: overviewView(facts, choice),
		priorities: prioritiesView(priorities, chosenRound(facts.rounds, choice.period)?.period ?? null),
		actions: [
			...(inRea ? [{ href: `/agenda/${agenda}/doelen`, label: 'Doelen' }] : []),
			{ href: '/rapporten', label: 'Rapport maken' },
			{ href: `/agenda/${agenda}/evaluatie`, label: 'Achtergrond' },
		],
	});
};
