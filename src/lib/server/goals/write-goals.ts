/** Writing the SMART texts of an item: always a new version, so that a past status keeps the text it was judged by. */
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { changedLevels, NO_GOALS, type GoalTexts } from '#lib/domain/goal.ts';
import { levelsFor, type ItemKind } from '#lib/domain/level.ts';
import { WriteGoalsInput } from '#lib/input/goals.ts';
import { command } from '../use-case.ts';
import { findGoalSubject, insertGoalVersion } from './goals.repo.ts';

/** Answers the number of the newest version; nothing is written when no text differs. */
export const writeGoals = command({
	name: 'goal.write',
	permission: 'goal.write',
	input: WriteGoalsInput,
	subject: ({ db }, input) => findGoalSubject(db, input),
	run({ db, actor, now, record, nothingChanged }, input, subject): number {
		if (subject.agendaState === 'closed') {
			throw new DomainError('wrong-state', 'Deze agenda is afgesloten: de doelen veranderen niet meer.');
		}
		const before: GoalTexts = subject.newest ?? NO_GOALS;
		if ((subject.newest?.number ?? 0) !== input.version)
			throw staleGoals(subject.newest?.number ?? 0, before);
		const texts = textsFor(subject.item.kind, input);
		const changed = changedLevels(before, texts);
		if (changed.length === 0) {
			nothingChanged();
			return input.version;
		}
		const number = insertGoalVersion(db, subject, {
			texts,
			changedLevels: changed,
			reason: input.reason,
			since: dayOf(now),
			authorId: actor.kind === 'person' ? actor.userId : null,
			now,
		});
		record({
			entity: 'item',
			entityId: subject.item.id,
			before: pick(before),
			after: { ...texts, reason: input.reason },
		});
		return number;
	},
});

function textsFor(kind: ItemKind, input: Record<keyof GoalTexts, string>): GoalTexts {
	const texts = { ...NO_GOALS };
	for (const level of levelsFor(kind)) texts[level] = input[level] || null;
	return texts;
}

function pick({ rood, oranje, groen, donkergroen }: GoalTexts): GoalTexts {
	return { rood, oranje, groen, donkergroen };
}

function staleGoals(theirVersion: number, theirs: GoalTexts): DomainError {
	return new DomainError(
		'conflict',
		'Iemand anders heeft de doelen intussen gewijzigd. Vergelijk beide teksten en sla daarna op.',
		{
			theirVersion,
			theirs: {
				rood: theirs.rood ?? '',
				oranje: theirs.oranje ?? '',
				groen: theirs.groen ?? '',
				donkergroen: theirs.donkergroen ?? '',
			},
		},
	);
}
