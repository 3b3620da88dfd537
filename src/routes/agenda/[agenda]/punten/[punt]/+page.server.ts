import { error } from '@sveltejs/kit';
import { renderedOnly } from '#lib/components/rendered-data.ts';
import { isOfRea } from '#lib/domain/access.ts';
import { actionsView } from '#lib/server/actions/actions.view.ts';
import { listActions } from '#lib/server/actions/list-actions.ts';
import { itemCorrectionsByRound } from '#lib/server/adoption/agenda-corrections.view.ts';
import { listAgendaAdoptions } from '#lib/server/adoption/view-adoption.ts';
import { auditLines } from '#lib/server/agenda/audit-lines.view.ts';
import { itemView } from '#lib/server/agenda/item.view.ts';
import { viewItem } from '#lib/server/agenda/view-item.ts';
import { load as respond } from '#lib/server/http/respond.ts';
import type { PageServerLoad, RequestEvent } from './$types';

const isRea = ({ locals }: Pick<RequestEvent, 'locals'>) =>
	locals.context.actor.kind === 'person' && isOfRea(locals.context.actor);

export const load: PageServerLoad = (event) => {
	const { agenda, punt } = event.params;
	const { facts, audit } = respond(event, () => viewItem(event.locals.context, { agenda, item: punt }));
	const item = itemView(facts, punt, { audit: auditLines(audit) });
	if (!item) error(404, 'Dit agendapunt bestaat niet.');
	const acties = respond(event, () => listActions(event.locals.context, { agenda, item: punt }));
	const actions = isRea(event)
		? [{ href: `/agenda/${agenda}/punten/${punt}/doelen`, label: 'Doelen schrijven' }]
		: [];
	const { amendments } = respond(event, () => listAgendaAdoptions(event.locals.context, { agenda }));
	const corrections = itemCorrectionsByRound(facts, amendments, punt);
	return renderedOnly(event, { item, actions, corrections, actionsOfItem: actionsView(acties) });
};
