/** What the forum did with the goals of one item: besproken, vastgesteld, or back to concept after a mistake. */
import { dayOf, type Day } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { goalMovesFrom } from '#lib/domain/workflow.ts';
import { DecideGoalsInput } from '#lib/input/goals.ts';
import { command } from '../use-case.ts';
import { findGoalState, insertDecision } from './decisions.repo.ts';
import { refuseClosed } from './goal-rules.ts';
import { findGoalSubject } from './goals.repo.ts';

export const decideGoals = command({
	name: 'goal.decide',
	permission: 'agenda.manage',
	input: DecideGoalsInput,
	subject: ({ db }, input) => findGoalSubject(db, input),
	run({ db, actor, now, record }, { version, state, decidedOn }, subject): void {
		refuseClosed(subject);
		refuseFuture(decidedOn, now);
		const { newest } = subject;
		if (!newest) throw new DomainError('wrong-state', 'Er zijn nog geen doelen om te bespreken.');
		if (newest.number !== version) {
			throw new DomainError(
				'conflict',
				'Er is intussen een nieuwe versie van de doelen. Lees die eerst en leg het besluit dan vast.',
			);
		}
		const before = findGoalState(db, newest.id);
		if (!goalMovesFrom(before).includes(state)) {
			throw new DomainError(
				'wrong-state',
				'Dit is al vastgelegd. Laad de pagina opnieuw om te zien hoe het er nu voor staat.',
			);
		}
		insertDecision(db, subject, {
			goalVersionId: newest.id,
			state,
			decidedOn,
			now,
			authorId: actor.kind === 'person' ? actor.userId : null,
		});
		record({
			entity: 'item',
			entityId: subject.item.id,
			before: { goalState: before },
			after: { goalState: state, decidedOn, version },
		});
	},
});

/** Throws `invalid` for a meeting that is still to come. */
export function refuseFuture(decidedOn: Day, now: Date): void {
	if (decidedOn <= dayOf(now)) return;
	throw new DomainError('invalid', 'Niet alles is goed ingevuld.', {
		fields: { decidedOn: 'Deze datum is nog niet geweest. Vul de datum in waarop het overleg was.' },
	});
}
