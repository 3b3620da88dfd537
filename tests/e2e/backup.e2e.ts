/** The commands for a reserve copy, while a built server is in use by people who save. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { verifyDatabase } from '#lib/server/adoption/verify-adoptions.ts';
import { problemsOf } from '#lib/server/backup/copy-file.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import { writeUntilDone } from '../proof/crash-writer.ts';
import { demo } from './support/demo.ts';
import { cookieOf, request } from './support/http.ts';
import { startSite, type Site } from './support/sites.ts';
import { expect, test } from './support/test.ts';

const ITEMS = ['algemeen-1', 'algemeen-5', 'preventie-toegang-1', 'preventie-toegang-2'];

test(
	'a copy is made and put back with npm commands while people save, and nobody sees a fault',
	{ tag: '@lang' },
	async () => {
		const site = await startSite({ demo: false });
		try {
			let [isDone, saves] = [false, 0];
			const cookie = await cookieOf(site, 'coordinator');
			const writing = ITEMS.map((item) =>
				writeUntilDone({
					cookie,
					path: `${demo.openRound}/${item}`,
					origin: () => site.origin,
					isDone: () => isDone,
					onSave: () => (saves += 1),
				}),
			);
			const untilSaved = async (more: number) => {
				for (const target = saves + more; saves < target;) await wait(10);
			};
			await untilSaved(10);
			const copy = `${site.databasePath}.kopie`;
			expect(await run(site, 'backup', copy)).toMatchObject({
				code: 0,
				printed: expect.stringMatching(/^De reservekopie staat in .* en is gecontroleerd\./),
			});
			expect(problemsOf(copy)).toEqual([]);
			await untilSaved(10);
			expect(await run(site, 'restore', copy)).toMatchObject({
				code: 0,
				printed: expect.stringMatching(/^Teruggezet: de kopie van .*\n.*bewaard in /),
			});
			await untilSaved(10);
			isDone = true;
			const results = await Promise.all(writing);
			expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
			expect(site.db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
			const actor = { kind: 'system', name: 'browsertest' } as const;
			const { checked } = verifyDatabase({ db: site.db, actor, now: new Date(), house: HOUSE_RULES }, {});
			expect(checked.length).toBeGreaterThan(0);
			expect(checked.flatMap(({ faults }) => faults)).toEqual([]);
			expect((await request(site, '/gezond')).status).toBe(200);
			expect(site.errors()).toBe('');
		} finally {
			site.stop();
		}
	},
);

async function run(site: Site, command: string, file: string): Promise<{ code: unknown; printed: string }> {
	const { PATH = '', HOME = '' } = process.env;
	const child = spawn(process.execPath, ['src/cli/run.mjs', command, '--', file], {
		env: { PATH, HOME, DATABASE_PATH: site.databasePath },
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (piece: Buffer) => (printed += piece.toString()));
	const [code]: unknown[] = await once(child, 'close');
	return { code, printed };
}
