/** Closing an agenda whose years are over; it does not change any more after that. */
import { DomainError } from '#lib/domain/errors.ts';
import { moveAgenda } from '#lib/domain/workflow.ts';
import { AgendaChange } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { findEditSubject, listRounds, updateAgenda } from './agenda-editing.repo.ts';
import { refuseForbiddenChange, refuseStaleOrder, withReason } from './edit-rules.ts';

export const closeAgenda = command({
	name: 'agenda.close',
	permission: 'agenda.manage',
	input: AgendaChange,
	subject: ({ db }, input) => findEditSubject(db, input.agenda),
	run({ db, record }, { version, reason }, subject) {
		const { agenda } = subject;
		refuseStaleOrder(agenda, version);
		refuseForbiddenChange(agenda.state, reason);
		const state = moveAgenda(agenda.state, 'close');
		if (!state) {
			throw new DomainError(
				'wrong-state',
				'Deze agenda is nog een concept. Leg eerst vast dat de agenda is vastgesteld.',
			);
		}
		if (listRounds(db, agenda.id).some((round) => round.state === 'open' || round.state === 'closed')) {
			throw new DomainError(
				'wrong-state',
				'Er is nog een peilmoment dat niet is vastgesteld. Stel dat eerst vast en sluit daarna de agenda af.',
			);
		}
		updateAgenda(db, subject, { state });
		record({
			entity: 'agenda',
			entityId: agenda.id,
			before: { state: agenda.state },
			after: withReason({ state }, reason),
		});
	},
});
