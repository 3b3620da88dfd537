/** A short slice of `npm run proof:saves`, so that it cannot stop working unseen. */
import { randomUUID } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { raceSaves, saveThroughKills } from '../proof/run-saves.ts';
import { openSaveServer } from '../proof/save-server.ts';
import { DEMO_DATABASE, inFolder } from './support/folder.ts';
import { expect, test } from './support/test.ts';

test(
	'what was acknowledged as saved is there after a killed server, and of two savers exactly one wins',
	{ tag: '@lang' },
	async () => {
		const databasePath = inFolder(`${randomUUID()}.db`);
		copyFileSync(inFolder(DEMO_DATABASE), databasePath);
		const server = await openSaveServer(databasePath);
		try {
			const kills = await saveThroughKills(server, { writers: 4, kills: 2 });
			expect(kills.acknowledged).toBeGreaterThan(10);
			expect(kills.found).toBe(kills.acknowledged);
			expect(await raceSaves(server, 25)).toEqual({ races: 25, fair: 25, bothKept: 25 });
		} finally {
			await server.close();
		}
	},
);
