import { expect, test } from 'vitest';
import { day } from '../../../tests/support/facts.ts';
import { isReminderDue } from './reminder.ts';

test.each([
	['six days before, when five is asked', '2021-01-17', 5, '2021-01-04', false],
	['five days before', '2021-01-18', 5, '2021-01-04', true],
	['the day before, when the server was off until then', '2021-01-22', 5, '2021-01-04', true],
	['the day of closing', '2021-01-23', 5, '2021-01-04', true],
	['the day of closing itself, when none before is asked', '2021-01-23', 0, '2021-01-04', true],
	['the day after closing', '2021-01-24', 5, '2021-01-04', false],
	['the day it opened, however short it is open', '2021-01-22', 5, '2021-01-22', false],
	['the day after a round was opened again', '2021-01-22', 5, '2021-01-21', true],
] as const)('a reminder on %s', (_when, today, reminderDays, openedOn, isDue) => {
	const deadline = { openedOn: day(openedOn), closesOn: day('2021-01-23'), reminderDays };
	expect(isReminderDue(deadline, day(today))).toBe(isDue);
});
