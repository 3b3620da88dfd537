/** A short slice of `npm run proof:crash`, so that it cannot stop working unseen. */
import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { crash, isWhole } from '../proof/run-crash.ts';
import { DEMO_DATABASE, inFolder } from './support/folder.ts';
import { expect, test } from './support/test.ts';

test('after kill -9 under eight writers every acknowledged save is there and the database is whole', async () => {
	const databasePath = inFolder(`${randomUUID()}.db`);
	copyFileSync(inFolder(DEMO_DATABASE), databasePath);
	const figures = await crash(databasePath, { writers: 8, kills: 2 });
	expect(figures).toMatchObject({ kills: 2, lost: 0, wrong: [], broken: 0, unverified: 0 });
	expect(figures.acknowledged).toBeGreaterThan(10);
	expect(isWhole(figures)).toBe(true);
});
