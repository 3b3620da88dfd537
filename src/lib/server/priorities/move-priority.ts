/** Putting a priority in another place of its schooljaar. */
import { moveTo } from '#lib/domain/order.ts';
import { MovePriorityInput } from '#lib/input/agenda-plans.ts';
import { refuseForbiddenChange, refuseStaleOrder, withReason } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import { findPrioritySubject, listPrioritiesOf, placePriority } from './priorities.repo.ts';

/** `to` is the place within the schooljaar, from 0. */
export const movePriority = command({
	name: 'priority.move',
	permission: 'agenda.manage',
	input: MovePriorityInput,
	subject: ({ db }, input) => findPrioritySubject(db, input),
	run({ db, record, nothingChanged }, { version, reason, to }, subject) {
		const { agenda, priority } = subject;
		refuseStaleOrder(priority, version);
		const same = listPrioritiesOf(db, agenda.id).filter((one) => one.schoolYear === priority.schoolYear);
		const order = moveTo(
			same,
			same.findIndex((one) => one.id === priority.id),
			to,
		);
		if (!order) return nothingChanged();
		refuseForbiddenChange(agenda.state, reason);
		for (const [position, one] of order.entries()) placePriority(db, subject, one, position);
		const names = (rows: typeof same) => ({ order: rows.map((one) => one.text) });
		record({
			entity: 'agenda',
			entityId: agenda.id,
			before: names(same),
			after: withReason(names(order), reason),
		});
	},
});
