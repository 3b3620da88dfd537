import { error } from '@sveltejs/kit';
import { isOfRea } from '#lib/domain/access.ts';
import { renderedOnly } from '#lib/components/rendered-data.ts';
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
	const actions = isRea(event)
		? [{ href: `/agenda/${agenda}/punten/${punt}/doelen`, label: 'Doelen schrijven' }]
		: [];
	return renderedOnly(event, { item, actions });
};
