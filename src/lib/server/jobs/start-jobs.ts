/** Runs the jobs in the process of the server. The only importer of croner. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Cron } from 'croner';
import { dayOf } from '#lib/domain/day.ts';
import { copyOfDay } from '../backup/nightly.ts';
import { projectRoot } from '../config.ts';
import { openPost } from '../mail/smtp.ts';
import type { Runtime } from '../runtime.ts';
import { JOBS, type Job, type JobSite } from './job-list.ts';

/** What came due while the server was off is done at the next turn of its job. Answers how to stop. */
export function startJobs({ db, config, demo, now }: Runtime): () => void {
	const post = config.mail === null ? null : openPost(config.mail);
	const site: JobSite = {
		context: () => ({
			...{ db, now: now(), sendsMail: post !== null },
			actor: { kind: 'system', name: 'Automatisch' },
		}),
		origin: config.origin,
		filesFolder: config.filesFolder,
		post,
		copyToday: demo ? null : runBackup,
		hasCopyOfToday: () => existsSync(copyOfDay(config.backupFolder, dayOf(now()))),
	};
	// One run of a job at a time; the timers alone do not keep the process alive.
	const options = { timezone: 'Europe/Amsterdam', protect: true, unref: true };
	const crons = JOBS.map((job) => new Cron(job.pattern, options, () => runJob(job, site)));
	return () => {
		for (const cron of crons) cron.stop();
		post?.close();
	};
}

const run = promisify(execFile);

/** In a process of its own, so that nobody waits for it. Its sentence is the error when it fails. */
async function runBackup(): Promise<void> {
	await run(process.execPath, [join(projectRoot(), 'src/cli/run.mjs'), 'backup']);
}

/** A job that fails is logged with an id, and tried again at its next turn. */
export async function runJob(
	job: Job,
	site: JobSite,
	log: (line: string) => void = console.error,
): Promise<void> {
	try {
		await job.run(site);
	} catch (failure) {
		const error = failure instanceof Error ? failure.stack : String(failure);
		log(JSON.stringify({ id: randomUUID().slice(0, 8), job: job.name, error }));
	}
}
