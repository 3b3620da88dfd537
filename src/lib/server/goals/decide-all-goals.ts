/** One decision of the forum about the goals of every item of an agenda at once. */
import { DomainError } from '#lib/domain/errors.ts';
import { goalMovesFrom } from '#lib/domain/workflow.ts';
import { DecideAllGoalsInput } from '#lib/input/goals.ts';
import { command } from '../use-case.ts';
import { refuseFuture } from './decide-goals.ts';
import { findAgendaSubject, insertDecision, listNewestVersions } from './decisions.repo.ts';
import { refuseClosed } from './goal-rules.ts';

/**
 * Only for versions that were on the screen, and not for what is further already. Answers for how many items it was
 * recorded, and how many were left alone because somebody wrote a new version.
 */
export const decideAllGoals = command({
	name: 'goal.decide-all',
	permission: 'agenda.manage',
	input: DecideAllGoalsInput,
	subject: ({ db }, input) => findAgendaSubject(db, input.agenda),
	run({ db, actor, now, record }, { state, decidedOn, seen }, subject): { decided: number; newer: number } {
		refuseClosed(subject);
		refuseFuture(decidedOn, now);
		if (state === 'concept') throw new DomainError('invalid', 'Kies besproken of vastgesteld.');
		const onScreen = new Set(seen.split(' '));
		const movable = listNewestVersions(db, subject.agendaId).filter((one) =>
			goalMovesFrom(one.state).includes(state),
		);
		const chosen = movable.filter(({ ref, number }) => onScreen.has(`${ref}:${number}`));
		if (chosen.length === 0) {
			throw new DomainError('wrong-state', 'Er zijn geen doelen waarvoor dit nog moet worden vastgelegd.');
		}
		for (const { id, itemId, number, state: before } of chosen) {
			insertDecision(db, subject, {
				goalVersionId: id,
				state,
				decidedOn,
				now,
				authorId: actor.kind === 'person' ? actor.userId : null,
			});
			record({
				entity: 'item',
				entityId: itemId,
				before: { goalState: before },
				after: { goalState: state, decidedOn, version: number },
			});
		}
		return { decided: chosen.length, newer: movable.length - chosen.length };
	},
});
