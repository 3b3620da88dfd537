/** The goals of every item of an agenda, for whoever works on them. */
import { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { slug } from '#lib/input/fields.ts';
import { query } from '../use-case.ts';
import { findGoalAgenda, listGoalItems } from './goal-page.repo.ts';

export const listGoals = query({
	name: 'goal.list',
	permission: 'draft.read',
	input: z.object({ agenda: slug }),
	subject: ({ db }, input) => findGoalAgenda(db, input.agenda),
	run({ db, actor, now }, _input, { agenda, scope }) {
		const { regionId } = agenda;
		return {
			agenda,
			today: dayOf(now),
			items: listGoalItems(db, agenda.id).map(({ organisationIds, ...item }) => ({
				...item,
				mayWrite: may(actor, 'goal.write', { kind: 'region', regionId, organisationIds }),
			})),
			mayDecide: agenda.state !== 'closed' && may(actor, 'agenda.manage', scope),
		};
	},
});

export type GoalListPage = ReturnType<typeof listGoals>;
