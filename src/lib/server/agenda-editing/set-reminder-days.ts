/** How many days before a round of the region closes those who still owe a status get a reminder. */
import { ReminderDaysInput } from '#lib/input/agenda-editing.ts';
import { command } from '../use-case.ts';
import { findRegionSubject, updateRegion } from './agenda-editing.repo.ts';
import { refuseStale } from './edit-rules.ts';

/** A habit of the region and no part of what was adopted, so it asks for no reason. */
export const setReminderDays = command({
	name: 'region.set-reminder-days',
	permission: 'agenda.manage',
	input: ReminderDaysInput,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run({ db, record, nothingChanged }, { version, reminderDays }, subject): void {
		const { region } = subject;
		const before = { reminderDays: region.reminderDays };
		refuseStale(region, version, { reminderDays: String(region.reminderDays) });
		if (region.reminderDays === reminderDays) return nothingChanged();
		updateRegion(db, subject, { reminderDays });
		record({ entity: 'region', entityId: region.id, before, after: { reminderDays } });
	},
});
