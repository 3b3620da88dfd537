/** The werkplaats of one item: its texts and versions, what the evaluation said, and the texts of others as examples. */
import { may } from '#lib/domain/access.ts';
import { dayOf } from '#lib/domain/day.ts';
import { ItemRef } from '#lib/input/goals.ts';
import { findMeasure } from '../db/measure.ts';
import { notFound, query } from '../use-case.ts';
import { findGoalAgenda, listGoalItems, listLessons, listVersions } from './goal-page.repo.ts';
import { hasMeasurements } from './measure.repo.ts';

export const viewGoals = query({
	name: 'goal.view',
	permission: 'draft.read',
	input: ItemRef,
	subject: ({ db }, input) => findGoalAgenda(db, input.agenda),
	run({ db, actor, now }, input, { agenda, scope }) {
		const items = listGoalItems(db, agenda.id);
		const item = items.find(({ ref }) => ref === input.item);
		if (!item) throw notFound();
		const { regionId, predecessorId } = agenda;
		const agendaIds = [agenda.id, ...(predecessorId === null ? [] : [predecessorId])];
		const { organisationIds } = item;
		const isOpen = agenda.state !== 'closed';
		return {
			agenda,
			item,
			items,
			today: dayOf(now),
			versions: listVersions(db, item.id),
			lessons: listLessons(db, agendaIds, item.themeCode),
			measure: findMeasure(db, item.id),
			hasMeasurements: hasMeasurements(db, item.id),
			may: {
				write: isOpen && may(actor, 'goal.write', { kind: 'region', regionId, organisationIds }),
				decide: isOpen && may(actor, 'agenda.manage', scope),
			},
		};
	},
});

export type GoalPage = ReturnType<typeof viewGoals>;
