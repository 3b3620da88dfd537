/** What the server does by itself, and when. A new job is a row here. */
import { clearOldZips, workRuns } from '../letters/work-runs.ts';
import { noteTrouble } from '../mail/note-trouble.ts';
import type { Post } from '../mail/delivery.ts';
import { queueReminders } from '../mail/queue-reminders.ts';
import { sendWaiting } from '../mail/send-waiting.ts';
import type { Context } from '../use-case.ts';

export interface JobSite {
	/** The server as an actor, at the present. */
	context(): Context;
	origin: string;
	/** Where files are kept. */
	filesFolder: string;
	/** Null when mail is only kept. */
	post: Post | null;
	/** Makes the reserve copy of today in a process of its own; null in the demo. */
	copyToday: (() => Promise<void>) | null;
	/** Whether that copy is there already. */
	hasCopyOfToday(): boolean;
}

export interface Job {
	name: string;
	/** As in cron, in Dutch time. */
	pattern: string;
	run(site: JobSite): Promise<void>;
}

export const JOBS: readonly Job[] = [
	{
		name: 'reminders',
		// In the hours in which people read their mail.
		pattern: '*/10 8-18 * * *',
		run: async ({ context }) => void queueReminders(context()),
	},
	{
		name: 'mail',
		pattern: '* * * * *',
		async run({ context, origin, post }) {
			if (post === null) return;
			const { unreachable } = await sendWaiting(context, origin, post);
			noteTrouble(context(), { problem: unreachable ?? '' });
		},
	},
	{
		name: 'letters',
		// What still waits after a restart is made; what was being made then says so.
		pattern: '* * * * *',
		run: ({ context, filesFolder }) => workRuns({ context, folder: filesFolder }),
	},
	{
		name: 'old-letters',
		pattern: '40 * * * *',
		run: ({ context, filesFolder }) => clearOldZips({ context, folder: filesFolder }),
	},
	{
		name: 'backup',
		// At night; a server that was off then makes it later that day.
		pattern: '15 2-23 * * *',
		async run({ copyToday, hasCopyOfToday }) {
			if (copyToday !== null && !hasCopyOfToday()) await copyToday();
		},
	},
];
