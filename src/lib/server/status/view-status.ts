/** Everything the form of one status shows: the goals to choose from, the last status, and what was typed so far. */
import type { z } from 'zod';
import { may } from '#lib/domain/access.ts';
import { NO_GOALS } from '#lib/domain/goal.ts';
import { StatusRef } from '#lib/input/status.ts';
import { notFound, query, type Context } from '../use-case.ts';
import {
	findCurrentGoalState,
	findPreviousStatus,
	findStatusNames,
	findStatusSubject,
	listGoalVersions,
	type CurrentGoals,
	type StatusSubject,
} from './status.repo.ts';
import { authorIdOf, entryStandingOf, partOf } from './status-rules.ts';

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
	const goalVersions = listGoalVersions(db, subject.item.id);
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
		goals: newestOf(goalVersions),
		goalVersions,
		goalState: findCurrentGoalState(db, subject.item.id),
		previous: findPreviousStatus(db, subject),
		userId: authorIdOf(actor),
		/** In whose name this person fills it in. */
		part: partOf(subject, actor),
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

function newestOf(versions: ReturnType<typeof listGoalVersions>): CurrentGoals {
	const newest = versions.at(-1);
	if (!newest) return { id: null, number: null, texts: NO_GOALS };
	return { id: newest.id, number: newest.number, texts: newest.texts };
}

export type StatusPage = ReturnType<typeof viewStatus>;
