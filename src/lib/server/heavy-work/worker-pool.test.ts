import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { LostJobError, workerPool, type PoolSettings } from './worker-pool.ts';

/** Answers what it got; `die`, `hang` and `eat` are what a worker can do wrong. */
const SOURCE = `
	const { parentPort } = require('node:worker_threads');
	parentPort.on('message', ({ task, value }) => {
		if (task === 'die') process.exit(7);
		if (task === 'hang') for (;;);
		if (task === 'eat') { const all = []; for (;;) all.push(new Array(100000).fill({ value })); }
		parentPort.postMessage(value);
	});
`;

function pool(settings: Partial<PoolSettings> = {}) {
	let started = 0;
	const made = workerPool({
		start: () => {
			started += 1;
			return new Worker(SOURCE, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
		},
		size: 1,
		mostWaiting: 10,
		longestJob: 60_000,
		longestIdle: 60_000,
		...settings,
	});
	return { ...made, started: () => started };
}

const reasonOf = (lost: Promise<unknown>) =>
	lost.then(
		() => null,
		(failure: unknown) => (failure instanceof LostJobError ? failure.reason : failure),
	);

describe('a pool of workers', () => {
	test('starts none before the first job, and one for many in a row', async () => {
		const { run, started, count } = pool();
		expect(started()).toBe(0);
		const jobs = [1, 2, 3].map((value) => run<number>({ value }));
		expect(count()).toBe(3);
		expect(await Promise.all(jobs)).toEqual([1, 2, 3]);
		expect(await run({ value: 4 })).toBe(4);
		expect([started(), count()]).toEqual([1, 0]);
	});

	test('does as many jobs at once as it has threads, and no more', async () => {
		const { run, started } = pool({ size: 2 });
		expect(await Promise.all([1, 2, 3, 4].map((value) => run({ value })))).toEqual([1, 2, 3, 4]);
		expect(started()).toBe(2);
	});

	test('refuses a job when too many wait', async () => {
		const { run } = pool({ mostWaiting: 1 });
		const [first, second, third] = [1, 2, 3].map((value) => reasonOf(run({ value })));
		expect(await Promise.all([first, second, third])).toEqual([null, null, 'full']);
	});

	test.each([
		['die', 'died'],
		['hang', 'too-long'],
		['eat', 'out-of-memory'],
	])('loses a job that makes its worker %s, and does the next with another', async (task, reason) => {
		const { run, started } = pool({ longestJob: task === 'hang' ? 500 : 60_000 });
		const lost = reasonOf(run({ task }));
		expect(await lost).toBe(reason);
		expect(await run({ value: 5 })).toBe(5);
		expect(started()).toBe(2);
	});

	test('refuses what cannot be sent to a thread, and goes on', async () => {
		const { run } = pool();
		await expect(run({ value: () => 1 })).rejects.toThrow('could not be cloned');
		expect(await run({ value: 6 })).toBe(6);
	});
});
