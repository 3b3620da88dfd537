/** Documents come one after the other, also after one that fails. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from '#lib/server/http/in-turn.ts';

test('work waits for the work before it, and goes on after a failure', async () => {
	const done: string[] = [];
	const first = inTurn(async () => {
		await wait(5);
		done.push('first');
		throw new Error('no paper');
	});
	const second = inTurn(() => done.push('second'));
	await expect(first).rejects.toThrow('no paper');
	await second;
	expect(done).toEqual(['first', 'second']);
});
