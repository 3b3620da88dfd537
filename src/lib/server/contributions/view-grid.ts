/** All contributions of one round: items by organisations, beside the joint level. */
import { countsInRound, outOfUseSince } from '#lib/domain/archive.ts';
import { GridRef } from '#lib/input/contributions.ts';
import { query } from '../use-case.ts';
import {
	findGridSubject,
	listContributionsOfRound,
	listGridItems,
	listInvolvedOf,
	listOrganisationsById,
} from './contributions.repo.ts';

/** For the REA only, as every contribution. */
export const viewGrid = query({
	name: 'contribution.grid',
	permission: 'draft.read',
	input: GridRef,
	subject: ({ db }, input) => findGridSubject(db, input.round),
	run({ db }, _input, { round, agenda }) {
		const contributions = listContributionsOfRound(db, round.id);
		const involved = Map.groupBy(listInvolvedOf(db, round.agendaId), (row) => row.itemId);
		const items = listGridItems(db, round)
			.filter((row) => {
				const since = outOfUseSince(row.archivedAt, row.themeArchivedAt);
				return countsInRound(since, round, row.state !== null);
			})
			.map((row) => ({
				...row,
				organisationIds: [
					...(row.leadId === null ? [] : [row.leadId]),
					...(involved.get(row.id) ?? []).map((one) => one.organisationId),
				],
			}));
		const ids = [
			...items.flatMap((row) => row.organisationIds),
			...contributions.map((one) => one.organisationId),
		];
		return {
			round,
			agenda,
			items,
			contributions,
			organisations: listOrganisationsById(db, [...new Set(ids)]),
		};
	},
});

export type GridPage = ReturnType<typeof viewGrid>;
