/** What the server does by itself: what its log says, and what a clock that jumps does to it. */
import { describe, expect, test } from 'vitest';
import { copiesToDrop } from '#lib/domain/retention.ts';
import { day } from '../support/facts.ts';
import { openRound } from '#lib/server/rounds/move-round.ts';
import { jobRun, mail, setting, statusRound } from '#lib/server/db/schema.ts';
import { JOBS, type Job, type JobSite } from '#lib/server/jobs/job-list.ts';
import { lastSuccess } from '#lib/server/jobs/note-success.ts';
import { runJob } from '#lib/server/jobs/start-jobs.ts';
import { openMetrics } from '#lib/server/metrics/metrics.ts';
import { keptLog } from '../support/log-lines.ts';
import { answerTo } from '../support/formal-steps.ts';
import { makeWorld, type World } from '../support/world.ts';

const siteOf = (world: World, made: string[] = []): JobSite => ({
	context: () => world.as('system'),
	origin: 'https://agenda.vecht.example',
	post: null,
	copyToday: () => Promise.resolve(void made.push(world.now.toISOString().slice(0, 10))),
	hasCopyOfToday: () => made.includes(world.now.toISOString().slice(0, 10)),
	onMail: () => undefined,
	letters: { context: () => world.as('system'), folder: '', onFault: () => undefined },
});
const FAILING: Job = {
	name: 'broken',
	pattern: '* * * * *',
	run: () => Promise.reject(new Error('Unexpected text "Sanne wil niet meer naar school" in a status')),
};
const runAll = async (world: World, site: JobSite) => {
	const { log, lines } = keptLog();
	for (const job of JOBS) await runJob(job, site, { log, metrics: null });
	expect(lines.filter(({ msg }) => msg === 'fout')).toEqual([]);
};

describe('a job', () => {
	test('that fails is logged without what people typed, counted, and does not stop the server', async () => {
		const world = makeWorld();
		const { log, lines } = keptLog();
		const metrics = openMetrics('0');
		await runJob(FAILING, siteOf(world), { log, metrics });
		expect(lines).toEqual([
			expect.objectContaining({
				level: 'error',
				msg: 'fout',
				place: 'taak broken',
				error: 'Error',
				stack: expect.stringMatching(/^\s+at /),
			}),
		]);
		expect(JSON.stringify(lines)).not.toContain('Sanne');
		expect(lastSuccess(world.db, 'broken')).toBeNull();
		const { body } = await metrics.text({
			databaseBytes: 0,
			walBytes: 0,
			diskFreeBytes: 0,
			databaseUp: true,
			queues: {},
			sessions: 0,
			listeners: 0,
			backupAgeSeconds: null,
		});
		expect(body).toContain('samenwerkingsagenda_job_failures_total{job="broken"} 1');
	});

	test('that worked is remembered, at most once in ten minutes, and is in the log only when it did something', async () => {
		const world = makeWorld();
		const { log, lines } = keptLog();
		const made: string[] = [];
		const backup = JOBS.find(({ name }) => name === 'backup');
		if (!backup) throw new Error('There is no job that makes copies');
		const run = () => runJob(backup, siteOf(world, made), { log, metrics: null });
		await run();
		const first = world.now;
		world.now = new Date(first.getTime() + 60_000);
		await run();
		expect(lastSuccess(world.db, 'backup')).toEqual(first);
		expect(lines.map(({ level, job, copies }) => ({ level, job, copies }))).toEqual([
			{ level: 'info', job: 'backup', copies: 1 },
			{ level: 'debug', job: 'backup', copies: undefined },
		]);
		world.now = new Date(first.getTime() + 11 * 60_000);
		await run();
		expect(lastSuccess(world.db, 'backup')).toEqual(world.now);
	});
});

describe('a clock that jumps a day ahead and back', () => {
	const DAY = 24 * 3600 * 1000;

	test('makes no mail twice, opens or closes no round by itself and leaves every job working', async () => {
		const world = makeWorld();
		const { home } = world;
		openRound(world.as('coordinator'), answerTo(world.as('coordinator'), home.rounds.planned, 'open'));
		const made: string[] = [];
		const site = siteOf(world, made);
		const present = world.now;
		const rounds = () => world.db.select().from(statusRound).all();
		const before = rounds();
		for (const shift of [0, DAY, 0, -DAY, 0]) {
			world.now = new Date(present.getTime() + shift);
			await runAll(world, site);
			await runAll(world, site);
		}
		expect(rounds()).toEqual(before);
		const keys = world.db
			.select()
			.from(mail)
			.all()
			.map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		const runs = world.db
			.select()
			.from(jobRun)
			.all()
			.map(({ key }) => key);
		expect(new Set(runs).size).toBe(runs.length);
		expect(made.length, 'one copy for each day that the clock said').toBe(new Set(made).size);
	});

	test('does not leave a moment of success in the future', async () => {
		const world = makeWorld();
		const present = world.now;
		world.now = new Date(present.getTime() + DAY);
		await runAll(world, siteOf(world));
		world.now = present;
		await runAll(world, siteOf(world));
		const moments = world.db.select().from(setting).all();
		expect(moments.filter(({ key }) => key.startsWith('job-success:')).map(({ value }) => value)).toEqual(
			JOBS.map(() => present.toISOString()),
		);
	});

	test('and even one that is a year ahead, clears away nothing but copies of days that others stand for', () => {
		const days = ['2026-10-31', '2026-11-07', '2026-11-15', '2026-11-20', '2026-11-21', '2026-11-22'].map(
			day,
		);
		expect(copiesToDrop(days, day('2026-11-23'))).toEqual([]);
		expect(copiesToDrop(days, day('2027-11-22'))).toEqual(['2026-11-20', '2026-11-21']);
		expect(copiesToDrop([...days, day('2027-11-22')], day('2026-11-22'))).toEqual([]);
	});
});
