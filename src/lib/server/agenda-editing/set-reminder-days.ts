/** How many days before a round closes those who still owe a status get a reminder. */
import { DomainError } from '#lib/domain/errors.ts';
import { ReminderDaysInput } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { findEditSubject, updateAgenda } from './agenda-editing.repo.ts';
import { refuseStale } from './edit-rules.ts';

/** A habit of the region and no part of what was adopted, so it asks for no reason. */
export const setReminderDays = command({
	name: 'agenda.set-reminder-days',
	permission: 'agenda.manage',
	input: ReminderDaysInput,
	subject: ({ db }, input) => findEditSubject(db, input.agenda),
	run({ db, record, nothingChanged }, { version, reminderDays }, subject): void {
		const { agenda } = subject;
		if (agenda.state === 'closed')
			throw new DomainError('wrong-state', 'Deze agenda is afgesloten: er komen geen herinneringen meer.');
		const before = { reminderDays: agenda.reminderDays };
		refuseStale(agenda, version, { reminderDays: String(agenda.reminderDays) });
		if (agenda.reminderDays === reminderDays) return nothingChanged();
		updateAgenda(db, subject, { reminderDays });
		record({ entity: 'agenda', entityId: agenda.id, before, after: { reminderDays } });
	},
});
