/** Runs inside a worker thread: does one heavy task at a time. Node reads it from src, as it does the commands. */
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { DomainError } from '#lib/domain/errors.ts';
import type { Reply, Request } from './heavy-work.ts';
import { HEAVY_TASKS } from './heavy-tasks.ts';

/** On a scale to 19: on a busy machine a page gets three times the share of a file, and a file still gets made. */
const NICENESS = 5;
// Only Linux gives a thread a priority of its own; elsewhere this would slow the whole server.
if (process.platform === 'linux') setPriority(0, NICENESS);

parentPort?.on('message', async ({ name, input }: Request<never>) => {
	parentPort?.postMessage(await replyTo(async () => HEAVY_TASKS[name](input)));
});

async function replyTo(work: () => Promise<unknown>): Promise<Reply<unknown>> {
	try {
		return { result: await work() };
	} catch (failure) {
		if (!(failure instanceof DomainError)) return { fault: failure };
		const { code, message, detail } = failure;
		return { refusal: { code, message, detail } };
	}
}
