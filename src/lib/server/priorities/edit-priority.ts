/** Changing a priority: its text, its schooljaar and the items it is about. */
import { EditPriorityInput } from '#lib/input/agenda-plans.ts';
import { differenceOf, refuseForbiddenChange, refuseStale } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import {
	findPrioritySubject,
	listItemTitles,
	listPrioritiesOf,
	updatePriority,
	writePriorityItems,
} from './priorities.repo.ts';

export const editPriority = command({
	name: 'priority.edit',
	permission: 'agenda.manage',
	input: EditPriorityInput,
	subject: ({ db }, input) => findPrioritySubject(db, input),
	stands: ({ priority: { text } }) => ({ text }),
	run({ db, record, nothingChanged }, input, subject) {
		const { agenda, priority } = subject;
		const { schoolYear, text, version, reason } = input;
		refuseStale(priority, version, { schoolYear: priority.schoolYear, text: priority.text });
		const titles = listItemTitles(db, agenda.id);
		const items = input.items.filter((id) => titles.has(id));
		const named = (ids: readonly number[]) => ids.map((id) => titles.get(id) ?? '?').sort();
		const linked = listPrioritiesOf(db, agenda.id).find((one) => one.id === priority.id)?.items ?? [];
		const difference = differenceOf(
			{ schoolYear: priority.schoolYear, priority: priority.text, items: named(linked.map((one) => one.id)) },
			{ schoolYear, priority: text, items: named(items) },
			reason,
		);
		if (!difference) return nothingChanged();
		refuseForbiddenChange(agenda.state, reason);
		updatePriority(db, subject, { schoolYear, text });
		writePriorityItems(db, subject, priority.id, items);
		record({ entity: 'agenda', entityId: agenda.id, ...difference });
	},
});
