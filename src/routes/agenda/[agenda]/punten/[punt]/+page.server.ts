import { error } from '@sveltejs/kit';
import { renderedOnly } from '#lib/components/rendered-data.ts';
import { actionsView } from '#lib/server/actions/actions.view.ts';
import { listActions } from '#lib/server/actions/list-actions.ts';
import { itemCorrectionsByRound } from '#lib/server/adoption/agenda-corrections.view.ts';
import { listAgendaAdoptions } from '#lib/server/adoption/view-adoption.ts';
import { auditLines } from '#lib/server/agenda/audit-lines.view.ts';
import { itemView } from '#lib/server/agenda/item.view.ts';
import { viewSight } from '#lib/server/agenda/view-sight.ts';
import { viewItem } from '#lib/server/agenda/view-item.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import { listItemSources } from '#lib/server/sources/list-sources.ts';
import { itemSourcesView } from '#lib/server/sources/sources.view.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { agenda, punt } = event.params;
	const { facts, audit } = respond(event, () => viewItem(event.locals.context, { agenda, item: punt }));
	const item = itemView(facts, punt, { audit: auditLines(audit) });
	if (!item) error(404, 'Dit agendapunt bestaat niet.');
	const acties = respond(event, () => listActions(event.locals.context, { agenda, item: punt }));
	const inRea = respond(event, () => viewSight(event.locals.context, { agenda })) === 'drafts';
	const actions = inRea
		? [{ href: `/agenda/${agenda}/punten/${punt}/doelen`, label: 'Doelen schrijven' }]
		: [];
	const { amendments } = respond(event, () => listAgendaAdoptions(event.locals.context, { agenda }));
	const sources = respond(event, () => listItemSources(event.locals.context, { agenda, item: punt }));
	return renderedOnly(event, {
		item,
		actions,
		actionsOfItem: actionsView(acties),
		sources: itemSourcesView(sources),
		corrections: itemCorrectionsByRound(facts, amendments, punt),
	});
};
