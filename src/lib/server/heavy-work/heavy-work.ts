/** Hands what may take long to threads beside the server, so that nobody waits for the file of somebody else. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode, type ErrorDetail } from '#lib/domain/errors.ts';
import { projectRoot } from '../config.ts';
import type { HeavyTasks } from './heavy-tasks.ts';
import { LostJobError, workerPool, type LostReason } from './worker-pool.ts';

export interface Request<Input> {
	name: keyof HeavyTasks;
	input: Input;
}

/** A refusal goes by its parts: a thread cannot hand over an object with its class. */
export type Reply<Result> =
	| { result: Result }
	| { refusal: { code: ErrorCode; message: string; detail: ErrorDetail } }
	| { fault: unknown };

/** For each thread, in MB: the largest table that is taken needs less than half of it. */
const MEMORY = 512;
const RETRY_AFTER_SECONDS = 30;

const SENTENCE = {
	full: 'De server is nu druk met bestanden van anderen. Probeer het over een halve minuut opnieuw.',
	'too-long':
		'Dit bestand kost de server te veel tijd. Maak het kleiner, bijvoorbeeld door het te splitsen, en probeer het opnieuw.',
	'out-of-memory':
		'Dit bestand is te groot voor de server. Maak het kleiner, bijvoorbeeld door het te splitsen, en probeer het opnieuw.',
} as const satisfies Partial<Record<LostReason, string>>;

const pool = workerPool({
	// In the build this module is elsewhere, and the worker is not in the build: see docs/adr/0037.
	start: () =>
		new Worker(join(projectRoot(), 'src/lib/server/heavy-work/heavy-worker.ts'), {
			resourceLimits: { maxOldGenerationSizeMb: MEMORY },
		}),
	size: Math.max(1, Math.min(2, availableParallelism() - 1)),
	mostWaiting: 30,
	longestJob: 60_000,
	longestIdle: 5 * 60_000,
});

/** Rejects with the refusal or the fault of the task itself, or with a sentence when the server could not do it. */
export async function heavyWork<Name extends keyof HeavyTasks>(
	name: Name,
	input: Parameters<HeavyTasks[Name]>[0],
): Promise<Awaited<ReturnType<HeavyTasks[Name]>>> {
	type Result = Awaited<ReturnType<HeavyTasks[Name]>>;
	const request: Request<typeof input> = { name, input };
	const reply = await pool.run<Reply<Result>>(request).catch((failure: unknown) => {
		throw asRefusal(failure);
	});
	if ('result' in reply) return reply.result;
	if ('fault' in reply) throw reply.fault;
	const { code, message, detail } = reply.refusal;
	throw new DomainError(code, message, detail);
}

function asRefusal(failure: unknown): unknown {
	if (!(failure instanceof LostJobError) || failure.reason === 'died') return failure;
	if (failure.reason === 'full')
		return new DomainError('unavailable', SENTENCE.full, { retryAfterSeconds: RETRY_AFTER_SECONDS });
	return new DomainError('invalid', SENTENCE[failure.reason]);
}

/** How many files are being read or made, or wait for their turn. */
export function countHeavyWork(): number {
	return pool.count();
}
