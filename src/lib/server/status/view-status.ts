/** Everything the form of one status shows: the goals to choose from, the last status, and what was typed so far. */
import type { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { StatusRef } from '#lib/input/status.ts';
import { notFound, query, type Context } from '../use-case.ts';
import {
	findCurrentGoals,
	findCurrentGoalState,
	findPreviousStatus,
	findStatusNames,
	findStatusSubject,
	type StatusSubject,
} from './status.repo.ts';
import { entryStandingOf } from './status-rules.ts';

export const viewStatus = query({
	name: 'status.view',
	permission: 'draft.read',
	input: StatusRef,
	subject: ({ db }, input) => findStatusSubject(db, input),
	run: (context, input, subject) => statusPageOf(context, input, subject),
});

/** For whoever already found that this person may read it. */
export function statusPageOf(
	{ db, actor, now }: Context,
	ref: z.infer<typeof StatusRef>,
	subject: StatusSubject,
) {
	const names = findStatusNames(db, subject);
	if (!names) throw notFound();
	return {
		ref,
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
}

export type StatusPage = ReturnType<typeof viewStatus>;
