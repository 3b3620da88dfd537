/** The agendas of the person's own regions, and the texts of one agenda that are no items. */
import { z } from 'zod';
import { sightOf } from '#lib/domain/access.ts';
import { slug } from '#lib/input/fields.ts';
import { query } from '../use-case.ts';
import { hasRounds, listAgendas, listNotes, listPriorityTexts, listThemes } from './agenda.repo.ts';
import { findVisibleAgenda } from './view-overview.ts';

/** Per region the newest agenda first. */
export const listOwnAgendas = query({
	name: 'agenda.list',
	permission: 'account.use',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'account' } }) as const,
	run({ db, actor }) {
		const regionIds = actor.kind === 'person' ? actor.memberships.map((one) => one.regionId) : [];
		const readable = [...new Set(regionIds)].filter((regionId) => sightOf(actor, regionId) !== null);
		return listAgendas(db, readable).filter(
			({ state, regionId }) => state !== 'concept' || sightOf(actor, regionId) === 'drafts',
		);
	},
});

/** What the agenda says beside its items: objectives, evaluation, recommendations, priorities. */
export const viewEvaluation = query({
	name: 'agenda.evaluation',
	permission: 'adopted.read',
	input: z.object({ agenda: slug }),
	subject({ db, actor }, input) {
		return findVisibleAgenda({ db, actor }, input.agenda);
	},
	run: ({ db }, _input, { agenda }) => ({
		agenda,
		hasRounds: hasRounds(db, agenda.id),
		themes: listThemes(db, agenda.id),
		notes: listNotes(db, agenda.id),
		priorities: listPriorityTexts(db, agenda.id),
	}),
});

export type EvaluationPage = ReturnType<typeof viewEvaluation>;
