/** Taking a priority off the list: deleted before any round of the agenda was opened, archived after that. */
import { NO_USES, wayToRemove } from '#lib/domain/archive.ts';
import { PriorityChange } from '#lib/input/agenda-plans.ts';
import { refuseForbiddenChange, refuseStaleOrder, withReason } from '../agenda-editing/edit-rules.ts';
import { command } from '../use-case.ts';
import { countOpenedRounds, deletePriority, findPrioritySubject, updatePriority } from './priorities.repo.ts';

export const removePriority = command({
	name: 'priority.remove',
	permission: 'agenda.manage',
	input: PriorityChange,
	subject: ({ db }, input) => findPrioritySubject(db, input),
	run({ db, now, record }, { version, reason }, subject) {
		const { agenda, priority } = subject;
		refuseStaleOrder(priority, version);
		refuseForbiddenChange(agenda.state, reason);
		const way = wayToRemove({ ...NO_USES, openedRounds: countOpenedRounds(db, agenda.id) });
		if (way === 'delete') deletePriority(db, subject);
		else updatePriority(db, subject, { archivedAt: now });
		record({
			entity: 'agenda',
			entityId: agenda.id,
			before: { schoolYear: priority.schoolYear, priority: priority.text },
			after: withReason({ priority: null }, reason),
		});
	},
});
