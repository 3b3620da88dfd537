/** Everything the pages that change an agenda show of it: settings, themas, items, organisations and what changed. */
import { AgendaRef } from '#lib/input/agenda-editing.ts';
import { query } from '../use-case.ts';
import { findEditSubject, listAgendasOf, listOrganisations, listRounds } from './agenda-editing.repo.ts';
import { countAgendaUses } from './delete-agenda.repo.ts';
import { listAxisValues, listItemAxisValues } from './axis.repo.ts';
import { listChanges } from './changes.repo.ts';
import { listInvolved, listItems } from './item.repo.ts';
import { listThemes } from './theme.repo.ts';

export const manageAgenda = query({
	name: 'agenda.manage',
	permission: 'agenda.manage',
	input: AgendaRef,
	subject: ({ db }, input) => findEditSubject(db, input.agenda),
	run({ db }, _input, { agenda, region }) {
		const themes = listThemes(db, agenda.id);
		const items = listItems(db, agenda.id);
		const involved = Map.groupBy(listInvolved(db, agenda.id), (row) => row.itemId);
		const axis = Map.groupBy(listItemAxisValues(db, agenda.id), (row) => row.itemId);
		return {
			agenda,
			region,
			themes,
			items: items.map((item) => ({
				...item,
				involved: (involved.get(item.id) ?? []).map((row) => row.organisationId),
				axisValues: (axis.get(item.id) ?? []).map((row) => row.axisValueId),
			})),
			axisValues: listAxisValues(db, agenda.id),
			organisations: listOrganisations(db, region.id),
			uses: countAgendaUses(db, agenda.id),
			rounds: listRounds(db, agenda.id),
			predecessor: listAgendasOf(db, region.id).find((one) => one.id === agenda.predecessorId)?.title ?? null,
			changes: listChanges(db, {
				agenda: agenda.id,
				themes: themes.map((one) => one.id),
				items: items.map((one) => one.id),
			}),
		};
	},
});

export type ManagedAgenda = ReturnType<typeof manageAgenda>;
