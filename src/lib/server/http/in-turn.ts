/** Documents one after the other, so that many asked for at once never keep the pages of others waiting. */
import { setImmediate as breathe } from 'node:timers/promises';

let last: Promise<unknown> = Promise.resolve();

/**
 * Does the work when all work before it is done, well or not. Reading an adoption and writing a file keep the process busy
 * for tens of milliseconds; between two of them whoever waits for a page is answered first.
 */
export function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
	const turn = last.then(() => breathe()).then(work);
	last = turn.catch(() => undefined);
	return turn;
}
