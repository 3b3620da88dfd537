/** What the server does by itself, and when. A new job is a row here. */
import { clearOldZips, workRuns, type RunSite } from '../letters/work-runs.ts';
import { noteTrouble } from '../mail/note-trouble.ts';
import type { Post } from '../mail/delivery.ts';
import { queueReminders } from '../mail/queue-reminders.ts';
import { sendWaiting } from '../mail/send-waiting.ts';
import type { Context } from '../use-case.ts';

export interface JobSite {
	/** The server as an actor, at the present. */
	context(): Context;
	origin: string;
	/** Where letters that were asked for all at once are made. */
	letters: RunSite;
	/** Null when mail is only kept. */
	post: Post | null;
	/** Makes the reserve copy of today in a process of its own; null in the demo. */
	copyToday: (() => Promise<void>) | null;
	/** Whether that copy is there already. */
	hasCopyOfToday(): boolean;
	/** One mail was handed over, or not. */
	onMail(line: { mail: number; kind: string; outcome: string }): void;
}

/** Numbers of what was done, for the log; nothing when there was nothing to do. */
export type JobCounts = Record<string, number>;

export interface Job {
	name: string;
	/** As in cron, in Dutch time. */
	pattern: string;
	run(site: JobSite): Promise<JobCounts>;
}

export const JOBS: readonly Job[] = [
	{
		name: 'reminders',
		// In the hours in which people read their mail.
		pattern: '*/10 8-18 * * *',
		run: async ({ context }) => ({ people: queueReminders(context()) }),
	},
	{
		name: 'mail',
		pattern: '* * * * *',
		async run({ context, origin, post, onMail }): Promise<JobCounts> {
			if (post === null) return {};
			const { sent, unreachable } = await sendWaiting(context, origin, post, onMail);
			noteTrouble(context(), { problem: unreachable ?? '' });
			return { sent };
		},
	},
	{
		name: 'letters',
		// What still waits after a restart is made; what was being made then says so.
		pattern: '* * * * *',
		run: async ({ letters }) => ({ runs: await workRuns(letters) }),
	},
	{
		name: 'old-letters',
		pattern: '40 * * * *',
		run: async ({ letters }) => ({ zips: await clearOldZips(letters) }),
	},
	{
		name: 'backup',
		// At night; a server that was off then makes it later that day.
		pattern: '15 2-23 * * *',
		async run({ copyToday, hasCopyOfToday }): Promise<JobCounts> {
			if (copyToday === null || hasCopyOfToday()) return {};
			await copyToday();
			return { copies: 1 };
		},
	},
];
