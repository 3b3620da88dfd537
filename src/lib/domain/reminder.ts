/** When people are reminded that a round is about to close. */
import { addDays, type Day } from './day.ts';

export interface Deadline {
	/** The day on which it opened; nobody is reminded of what they heard of the same day. */
	openedOn: Day;
	/** The last day on which one can fill in. */
	closesOn: Day;
	/** How many days before it a reminder is due. */
	reminderDays: number;
}

/** From `reminderDays` before the last day up to that day itself, and never after it. */
export function isReminderDue({ openedOn, closesOn, reminderDays }: Deadline, today: Day): boolean {
	return today >= addDays(closesOn, -reminderDays) && today <= closesOn && today > openedOn;
}
