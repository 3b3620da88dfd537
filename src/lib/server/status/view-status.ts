/** Everything the form of one status shows: the goals to choose from, the last status, and what was typed so far. */
import { may } from '#lib/domain/access.ts';
import { StatusRef } from '#lib/input/status.ts';
import { notFound, query } from '../use-case.ts';
import {
	findCurrentGoals,
	findCurrentGoalState,
	findPreviousStatus,
	findStatusNames,
	findStatusSubject,
} from './status.repo.ts';
import { entryStandingOf } from './status-rules.ts';

export const viewStatus = query({
	name: 'status.view',
	permission: 'draft.read',
	input: StatusRef,
	subject: ({ db }, input) => findStatusSubject(db, input),
	run({ db, actor, now }, input, subject) {
		const names = findStatusNames(db, subject);
		if (!names) throw notFound();
		return {
			ref: input,
			round: subject.round,
			agendaStartYear: subject.agendaStartYear,
			item: subject.item,
			status: subject.status,
			measure: subject.measure,
			measurement: subject.measurement,
			names,
			goals: findCurrentGoals(db, subject.item.id),
			goalState: findCurrentGoalState(db, subject.item.id),
			previous: findPreviousStatus(db, subject),
			may: {
				write: may(actor, 'status.write', subject.scope),
				decide: may(actor, 'round.decide', subject.scope),
			},
			/** How the round stands for this person, filling in and judging. */
			standing: {
				write: entryStandingOf(subject, 'save', { actor, now }),
				judge: entryStandingOf(subject, 'return', { actor, now }),
			},
		};
	},
});

export type StatusPage = ReturnType<typeof viewStatus>;
