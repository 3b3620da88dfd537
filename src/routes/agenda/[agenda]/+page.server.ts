import { renderedOnly } from '#lib/components/rendered-data.ts';
import { adoptedLink } from '#lib/server/adoption/adopted-overview.view.ts';
import { roundCorrections } from '#lib/server/adoption/agenda-corrections.view.ts';
import { listAgendaAdoptions } from '#lib/server/adoption/view-adoption.ts';
import { aroundOverview } from '#lib/server/agenda/agenda-list.view.ts';
import { listOwnAgendas } from '#lib/server/agenda/list-agendas.ts';
import { overviewActions } from '#lib/server/agenda/overview-links.view.ts';
import { readChoice } from '#lib/server/agenda/overview-choice.view.ts';
import { chosenRound, overviewView } from '#lib/server/agenda/overview.view.ts';
import { viewSight } from '#lib/server/agenda/view-sight.ts';
import { viewOverview } from '#lib/server/agenda/view-overview.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { listForumMeetings } from '#lib/server/meetings/list-forum-meetings.ts';
import { listPriorities } from '#lib/server/priorities/list-priorities.ts';
import { prioritiesView } from '#lib/server/priorities/priorities.view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const choice = readChoice(event.url.searchParams);
	const detail = choice.view === 'glance' ? 'glance' : 'full';
	const { agenda } = event.params;
	const inRea = respond(event, () => viewSight(event.locals.context, { agenda })) === 'drafts';
	const facts = respond(event, () => viewOverview(event.locals.context, { agenda, detail }));
	const agendas = respond(event, () => listOwnAgendas(event.locals.context));
	const own = respond(event, () => listForumMeetings(event.locals.context, { agenda }));
	const priorities = respond(event, () => listPriorities(event.locals.context, { agenda }));
	const { adoptions, amendments } = respond(event, () =>
		listAgendaAdoptions(event.locals.context, { agenda }),
	);
	const period = chosenRound(facts.rounds, choice.period)?.period ?? null;
	const adopted = adoptedLink(adoptions, period);
	return renderedOnly(event, {
		overview: overviewView(facts, choice, own),
		priorities: prioritiesView(priorities, period),
		...aroundOverview(event.locals.context.actor, agendas, facts),
		corrections: roundCorrections(facts, amendments, period),
		actions: overviewActions(facts, { adopted, inRea }),
	});
};
