/** Keeps when each job last did its work, for whoever examines the installation later. */
import { z } from 'zod';
import { findSetting, writeSetting } from '../db/settings.ts';
import { command } from '../use-case.ts';

/** More often is not worth a write. */
const FRESH_MS = 10 * 60_000;

const keyOf = (job: string) => `job-success:${job}`;

export const noteSuccess = command({
	name: 'jobs.note-success',
	permission: 'system.run',
	input: z.object({ job: z.string().regex(/^[a-z-]{1,40}$/) }),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db, now, nothingChanged }, { job }): void {
		nothingChanged();
		const last = lastSuccess(db, job);
		// A moment in the future is from before the clock was put right.
		const age = last === null ? null : now.getTime() - last.getTime();
		if (age !== null && age >= 0 && age < FRESH_MS) return;
		writeSetting(db, keyOf(job), now.toISOString());
	},
});

/** Null when the job never did its work here. */
export function lastSuccess(db: Parameters<typeof findSetting>[0], job: string): Date | null {
	const text = findSetting(db, keyOf(job));
	return text === null ? null : new Date(text);
}
