import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { workerQueue } from './worker-queue.ts';

/** Answers with the number it got, dies at `die` and throws at `throw`. */
const SOURCE = `
	const { parentPort } = require('node:worker_threads');
	parentPort.on('message', ({ id, task, value }) => {
		if (task === 'die') process.exit(7);
		if (task === 'throw') throw new Error('broken');
		if (task === 'refuse') parentPort.postMessage({ id, error: 'refused' });
		else parentPort.postMessage({ id, pdf: Uint8Array.of(value) });
	});
`;

function queue() {
	const started: Worker[] = [];
	const send = workerQueue<{ task: string; value?: number }>(() => {
		const worker = new Worker(SOURCE, { eval: true });
		started.push(worker);
		return worker;
	});
	return { send, started };
}

describe('a worker queue', () => {
	test('starts no worker before the first job, and one for many', async () => {
		const { send, started } = queue();
		expect(started).toHaveLength(0);
		const answers = await Promise.all([1, 2, 3].map((value) => send({ task: 'echo', value })));
		expect(answers).toEqual([Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
		expect(started).toHaveLength(1);
	});

	test('rejects a refused job and goes on with the same worker', async () => {
		const { send, started } = queue();
		await expect(send({ task: 'refuse' })).rejects.toThrow('refused');
		await expect(send({ task: 'echo', value: 4 })).resolves.toEqual(Uint8Array.of(4));
		expect(started).toHaveLength(1);
	});

	test.each([
		['die', 'The worker stopped with code 7'],
		['throw', 'broken'],
	])('after %s rejects every job it had and starts a new worker', async (task, reason) => {
		const { send, started } = queue();
		const lost = await Promise.allSettled([send({ task }), send({ task: 'echo', value: 1 })]);
		expect(lost.map((result) => (result.status === 'rejected' ? String(result.reason) : ''))).toEqual([
			`Error: ${reason}`,
			`Error: ${reason}`,
		]);
		await expect(send({ task: 'echo', value: 5 })).resolves.toEqual(Uint8Array.of(5));
		expect(started).toHaveLength(2);
	});
});
