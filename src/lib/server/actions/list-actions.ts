/** The acties under an item, as the item page and the status form show them. */
import { may, sightOf } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { ItemRef } from '#lib/input/agenda-parts.ts';
import { findVisibleAgenda } from '../agenda/view-overview.ts';
import { query } from '../use-case.ts';
import { findActionItem, listActionsOf, listOrganisations } from './actions.repo.ts';

/** Empty for those who see adopted rounds only: acties are working arrangements of the REA and the OOGO. */
export const listActions = query({
	name: 'action.list',
	permission: 'adopted.read',
	input: ItemRef,
	subject: ({ db, actor }, input) =>
		findVisibleAgenda({ db, actor }, input.agenda) && findActionItem(db, input),
	run({ db, actor, now }, input, { scope, agenda, item, theme, regionId }) {
		const sees = sightOf(actor, regionId) !== 'adopted';
		const mayWrite = agenda.state !== 'closed' && may(actor, 'status.write', scope);
		const actions = sees ? listActionsOf(db, item.id) : [];
		const isChoice = ({ id, endedOn }: { id: number; endedOn: string | null }) =>
			endedOn === null || actions.some((one) => one.organisationId === id);
		return {
			ref: input,
			today: dayOf(now),
			mayWrite,
			themeName: theme.name,
			number: item.number,
			title: item.title,
			leadId: item.leadId,
			actions,
			organisations: mayWrite ? listOrganisations(db, regionId).filter(isChoice) : [],
		};
	},
});

export type ActionList = ReturnType<typeof listActions>;
