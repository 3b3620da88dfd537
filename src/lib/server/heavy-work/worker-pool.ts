/** Jobs for a few threads: each does one at a time, a job that takes too long costs its thread, and the queue has an end. */
import type { Worker } from 'node:worker_threads';

export type LostReason = 'full' | 'too-long' | 'out-of-memory' | 'died';

/** A job that got no answer, which is not its own fault or refusal. */
export class LostJobError extends Error {
	readonly reason: LostReason;

	constructor(reason: LostReason, cause?: unknown) {
		super(`A job of a worker was lost: ${reason}`, { cause });
		this.name = 'LostJobError';
		this.reason = reason;
	}
}

export interface PoolSettings {
	start(): Worker;
	/** How many threads at most. */
	size: number;
	/** How many jobs may wait for one. */
	mostWaiting: number;
	/** What a job may take, from when a thread begins with it. */
	longestJob: number;
	/** A thread that has had nothing to do for so long is ended, with the memory that it holds. */
	longestIdle: number;
}

export interface WorkerPool {
	/** Resolves with the message that the worker answers. It keeps the process alive only while a job is running. */
	run<Reply>(job: object): Promise<Reply>;
	/** Jobs that are being done or wait. */
	count(): number;
}

export function workerPool({ start, size, mostWaiting, longestJob, longestIdle }: PoolSettings): WorkerPool {
	const waiting: (() => void)[] = [];
	const idle = new Map<Worker, NodeJS.Timeout>();
	let busy = 0;

	function next(): void {
		if (busy < size) waiting.shift()?.();
	}

	function idleWorker(): Worker | null {
		const [worker, timer] = [...idle].at(-1) ?? [];
		if (!worker) return null;
		clearTimeout(timer);
		idle.delete(worker);
		unhear(worker);
		worker.ref();
		return worker;
	}

	function rest(worker: Worker): void {
		const leave = () => {
			clearTimeout(idle.get(worker));
			idle.delete(worker);
			void worker.terminate();
		};
		idle.set(worker, setTimeout(leave, longestIdle).unref());
		worker.on('error', leave);
		worker.on('exit', leave);
		worker.unref();
	}

	function begin<Reply>(job: object, resolve: (reply: Reply) => void, reject: (reason: Error) => void): void {
		busy += 1;
		const worker = idleWorker() ?? start();
		const end = (isWell: boolean) => {
			clearTimeout(timer);
			unhear(worker);
			busy -= 1;
			if (isWell) rest(worker);
			else stop(worker);
			next();
		};
		const lose = (reason: LostReason, cause?: unknown) => {
			end(false);
			reject(new LostJobError(reason, cause));
		};
		const timer = setTimeout(() => lose('too-long'), longestJob);
		worker.on('message', (reply: Reply) => {
			end(true);
			resolve(reply);
		});
		worker.on('error', (error) => lose(isOutOfMemory(error) ? 'out-of-memory' : 'died', error));
		worker.on('exit', (code) => lose('died', new Error(`The worker stopped with code ${code}`)));
		try {
			worker.postMessage(job);
		} catch (failure) {
			end(true);
			reject(failure instanceof Error ? failure : new Error(String(failure)));
		}
	}

	return {
		run: (job) =>
			new Promise((resolve, reject) => {
				if (waiting.length >= mostWaiting) {
					reject(new LostJobError('full'));
					return;
				}
				waiting.push(() => begin(job, resolve, reject));
				next();
			}),
		count: () => busy + waiting.length,
	};
}

/** Each by its name: without a name Node also takes away what carries messages to the next listener. */
function unhear(worker: Worker): void {
	for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

/** What it still says on its way out is not heard. */
function stop(worker: Worker): void {
	worker.on('error', () => undefined);
	void worker.terminate();
}

function isOutOfMemory(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
