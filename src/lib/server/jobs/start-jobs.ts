/** Runs the jobs in the process of the server. The only importer of croner. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Cron } from 'croner';
import { dayOf } from '#lib/domain/day.ts';
import { copyOfDay } from '../backup/nightly.ts';
import { projectRoot } from '../config.ts';
import { openPost } from '../mail/smtp.ts';
import { presentDatabase, type Runtime } from '../runtime.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { runSite } from '../letters/run-site.ts';
import { systemContext } from '../system-context.ts';
import { JOBS, type Job, type JobSite } from './job-list.ts';
import { noteSuccess } from './note-success.ts';

/** What came due while the server was off is done at the next turn of its job. Answers how to stop. */
export function startJobs({ config, demo, now, log, metrics }: Runtime): () => void {
	const post = config.mail === null ? null : openPost(config.mail);
	const site: JobSite = {
		context: () =>
			systemContext({ db: presentDatabase(), now: now(), sendsMail: post !== null }, 'Automatisch'),
		origin: config.origin,
		letters: runSite(),
		post,
		copyToday: demo ? null : runBackup,
		hasCopyOfToday: () => existsSync(copyOfDay(config.backupFolder, dayOf(now()))),
		onMail: (line) => log.mail(line),
	};
	// One run of a job at a time; the timers alone do not keep the process alive.
	const options = { timezone: 'Europe/Amsterdam', protect: true, unref: true };
	const crons = JOBS.map((job) => new Cron(job.pattern, options, () => runJob(job, site, { log, metrics })));
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

/** What came of it goes in the log and the figures; a job that fails is tried again at its next turn. */
export async function runJob(
	job: Job,
	site: JobSite,
	{ log, metrics }: { log: Log; metrics: Metrics | null },
): Promise<void> {
	const started = performance.now();
	try {
		const counts = await job.run(site);
		const context = site.context();
		noteSuccess(context, { job: job.name });
		metrics?.job(job.name, context.now);
		log.job(job.name, performance.now() - started, counts);
	} catch (failure) {
		metrics?.jobFailed(job.name);
		log.fault({ place: `taak ${job.name}`, requestId: null, failure });
	}
}
