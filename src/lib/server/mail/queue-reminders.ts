/** The job that reminds whoever still owes a status, some days before a round closes. */
import { z } from 'zod';
import { dayOf, type Day } from '#lib/domain/day.ts';
import { isReminderDue } from '#lib/domain/reminder.ts';
import { isFirstRun } from '../jobs/first-run.ts';
import { progressOf } from '../rounds/progress.ts';
import { isDone } from '../rounds/round.view.ts';
import { command, type Authorized, type Context, type Subject } from '../use-case.ts';
import { reminderLetter } from './letters.view.ts';
import {
	findMailRound,
	listMailMembers,
	listOpenRounds,
	listRunningExceptions,
	type MailRound,
} from './recipients.repo.ts';
import { advisersOf, type Member } from './recipients.ts';
import { endOf, roundFacts, writeMails } from './write-mail.ts';

/** Answers how many people were reminded. A round that gets another last day is a new reason to remind. */
export const queueReminders = command({
	name: 'mail.queue-reminders',
	permission: 'system.run',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run(unit, _input, subject): number {
		const today = dayOf(unit.now);
		let people = 0;
		const remind = (found: MailRound, key: string, closesOn: Day, only: number | null) => {
			if (!isFirstRun(unit.db, subject, `reminders:${key}:${closesOn}`, unit.now)) return;
			const reminded = remindOf(unit, subject, found, { key, closesOn, only });
			people += reminded;
			unit.record({ entity: 'round', entityId: found.round.id, after: { reminded, closesOn } });
		};
		for (const found of listOpenRounds(unit.db)) {
			const { id, opensOn, openedAt, closesOn } = found.round;
			const openedOn = openedAt ? dayOf(openedAt) : opensOn;
			const { reminderDays } = found.region;
			if (isReminderDue({ openedOn, closesOn, reminderDays }, today)) remind(found, `${id}`, closesOn, null);
		}
		for (const { id, roundId, userId, until, createdAt } of listRunningExceptions(unit.db, today)) {
			const found = findMailRound(unit.db, roundId);
			const openedOn = dayOf(createdAt);
			const reminderDays = Math.min(found?.region.reminderDays ?? 0, EXCEPTION_DAYS);
			if (found && isReminderDue({ openedOn, closesOn: until, reminderDays }, today))
				remind(found, `exception-${id}`, until, userId);
		}
		if (people === 0) unit.nothingChanged();
		return people;
	},
});

/** Somebody for whom a round was opened again has only just heard of it. */
const EXCEPTION_DAYS = 2;

/** Answers how many people still owe a status and want to hear of it. */
function remindOf(
	context: Context,
	by: Authorized<Subject>,
	found: MailRound,
	{ key, closesOn, only }: { key: string; closesOn: Day; only: number | null },
): number {
	const { db } = context;
	const { round, region } = found;
	const isAsked = ({ userId }: Member) => only === null || userId === only;
	const owed = progressOf(db, round).filter((row) => !isDone(row.state));
	const advisers = advisersOf(listMailMembers(db, region.id).filter(isAsked), owed);
	const mails = advisers.map(({ member, items }) => ({
		key: `${key}:${closesOn}`,
		to: member,
		letter: reminderLetter(roundFacts(found, member.name, items, closesOn)),
	}));
	const common = { kind: 'round-reminder', regionId: region.id, expiresAt: endOf(closesOn) } as const;
	return writeMails(context, by, common, mails);
}
