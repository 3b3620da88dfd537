/** Writing the SMART texts of an item: always a new version, so that a past status keeps the text it was judged by. */
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { changedLevels, NO_GOALS, type GoalTexts } from '#lib/domain/goal.ts';
import { WriteGoalsInput } from '#lib/input/goals.ts';
import { command } from '../use-case.ts';
import { refuseClosed } from './goal-rules.ts';
import { findGoalSubject, findGoalTexts, insertGoalVersion, type GoalSubject } from './goals.repo.ts';
import { keptTexts, plainTexts } from './kept-texts.ts';

/** Answers the number of the newest version; nothing is written when no text differs. */
export const writeGoals = command({
	name: 'goal.write',
	permission: 'goal.write',
	input: WriteGoalsInput,
	subject: ({ db }, input) => findGoalSubject(db, input),
	stands: ({ newest }) => ({ ...pick(newest ?? NO_GOALS) }),
	run({ db, actor, now, record, nothingChanged }, input, subject): number {
		refuseClosed(subject);
		const before: GoalTexts = subject.newest ?? NO_GOALS;
		refuseStale(subject, input.version);
		const base = input.base === undefined ? null : findGoalTexts(db, subject.item.id, input.base);
		const texts = keptTexts({ ...input, kind: subject.item.kind, base: base ?? NO_GOALS, theirs: before });
		const changed = changedLevels(before, texts);
		if (changed.length === 0) {
			nothingChanged();
			return input.version;
		}
		if (subject.newest && !input.reason) throw missingReason();
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

function pick({ rood, oranje, groen, donkergroen }: GoalTexts): GoalTexts {
	return { rood, oranje, groen, donkergroen };
}

function missingReason(): DomainError {
	return new DomainError('invalid', 'Niet alles is goed ingevuld.', {
		fields: { reason: 'Schrijf op waarom de doelen veranderen.' },
	});
}

/** Throws `conflict`, with what the other person wrote, when `version` is not the newest. */
function refuseStale({ newest }: GoalSubject, version: number): void {
	const current = newest?.number ?? 0;
	if (current === version) return;
	throw new DomainError(
		'conflict',
		'Iemand anders heeft de doelen intussen gewijzigd. Vergelijk beide teksten en sla daarna op.',
		{ theirVersion: current, theirs: plainTexts(newest ?? NO_GOALS) },
	);
}
