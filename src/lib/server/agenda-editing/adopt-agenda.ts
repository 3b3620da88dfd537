/** Recording that the forum adopted the agenda itself; from then on every change asks a reason. */
import { DomainError } from '#lib/domain/errors.ts';
import { moveAgenda } from '#lib/domain/workflow.ts';
import { AdoptAgendaInput } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { findEditSubject, updateAgenda } from './agenda-editing.repo.ts';
import { refuseStaleOrder } from './edit-rules.ts';

export const adoptAgenda = command({
	name: 'agenda.adopt',
	permission: 'agenda.manage',
	input: AdoptAgendaInput,
	subject: ({ db }, input) => findEditSubject(db, input.agenda),
	run({ db, record }, { version, adoptedOn, adoptedBy, caseNumber }, subject) {
		const { agenda } = subject;
		refuseStaleOrder(agenda, version);
		const state = moveAgenda(agenda.state, 'adopt');
		if (!state)
			throw new DomainError('wrong-state', 'Deze agenda is al vastgesteld. Laad de pagina opnieuw.');
		const after = { state, adoptedOn, adoptedBy, caseNumber: caseNumber || null };
		updateAgenda(db, subject, after);
		record({ entity: 'agenda', entityId: agenda.id, before: { state: agenda.state }, after });
	},
});
