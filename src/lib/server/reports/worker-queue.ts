/** Jobs for one worker thread that is started at the first job and replaced after a crash. */
import type { Worker } from 'node:worker_threads';

type Reply = { id: number; pdf: Uint8Array } | { id: number; error: string };
interface Waiting {
	resolve: (bytes: Uint8Array) => void;
	reject: (reason: Error) => void;
}

/**
 * A function that hands a job to the worker and resolves with its bytes. The worker answers `{ id, pdf }` or
 * `{ id, error }`; when it dies, every job it had is rejected and the next job starts a new one. It keeps the process
 * alive only while a job is running.
 */
export function workerQueue<Job extends object>(
	start: () => Worker,
): ((job: Job) => Promise<Uint8Array>) & { count(): number } {
	const waiting = new Map<number, Waiting>();
	let worker: Worker | null = null;
	let lastId = 0;

	function settle(id: number): Waiting | undefined {
		const job = waiting.get(id);
		waiting.delete(id);
		if (waiting.size === 0) worker?.unref();
		return job;
	}

	function lose(lost: Worker, reason: Error): void {
		if (worker !== lost) return;
		worker = null;
		const jobs = [...waiting.values()];
		waiting.clear();
		for (const job of jobs) job.reject(reason);
	}

	function started(): Worker {
		const fresh = start();
		fresh.on('message', (reply: Reply) => {
			const job = settle(reply.id);
			if ('pdf' in reply) job?.resolve(reply.pdf);
			else job?.reject(new Error(reply.error));
		});
		fresh.on('error', (error: Error) => lose(fresh, error));
		fresh.on('exit', (code) => lose(fresh, new Error(`The worker stopped with code ${code}`)));
		return fresh;
	}

	const add = (job: Job) =>
		new Promise<Uint8Array>((resolve, reject) => {
			worker ??= started();
			lastId += 1;
			waiting.set(lastId, { resolve, reject });
			worker.ref();
			worker.postMessage({ id: lastId, ...job });
		});
	return Object.assign(add, { count: () => waiting.size });
}
