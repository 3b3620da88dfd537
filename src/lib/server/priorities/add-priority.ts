/** A new priority at the end of its schooljaar. */
import { AddPriorityInput } from '#lib/input/agenda-plans.ts';
import { refuseForbiddenChange, withReason } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import {
	findAgendaSubject,
	insertPriority,
	listItemTitles,
	listPrioritiesOf,
	writePriorityItems,
} from './priorities.repo.ts';

export const addPriority = command({
	name: 'priority.add',
	permission: 'agenda.manage',
	input: AddPriorityInput,
	subject: ({ db }, input) => findAgendaSubject(db, input.agenda),
	run({ db, record }, { schoolYear, text, items, reason }, subject) {
		const { agenda } = subject;
		refuseForbiddenChange(agenda.state, reason);
		const titles = listItemTitles(db, agenda.id);
		const own = items.filter((id) => titles.has(id));
		const same = listPrioritiesOf(db, agenda.id).filter((one) => one.schoolYear === schoolYear);
		const position = Math.max(0, ...same.map((one) => one.position + 1));
		const id = insertPriority(db, subject, { schoolYear, text, position });
		writePriorityItems(db, subject, id, own);
		const after = { schoolYear, priority: text, items: own.map((one) => titles.get(one) ?? '?') };
		record({ entity: 'agenda', entityId: agenda.id, after: withReason(after, reason) });
	},
});
