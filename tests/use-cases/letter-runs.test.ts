/** All letters at once: one run after another, in the process of the server, as a zip that is kept a month. */
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { audit, letterRun, storedFile } from '#lib/server/db/schema.ts';
import { placeOf, readStoredFile } from '#lib/server/files/file-store.ts';
import { exportLetter } from '#lib/server/letters/export-letter.ts';
import { listLetters } from '#lib/server/letters/list-letters.ts';
import { saveLetter } from '#lib/server/letters/save-letter.ts';
import { exportRun, startRun } from '#lib/server/letters/start-run.ts';
import { clearOldZips, workRuns } from '#lib/server/letters/work-runs.ts';
import { writeLetterFile } from '#lib/server/letters/write-letter.ts';
import { EXAMPLES } from '../support/examples.ts';
import { addRun } from '../support/examples-letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { makeWorld, type World } from '../support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'brieven-'));
afterAll(() => rmSync(folder, { recursive: true }));
const siteOf = (world: World) => ({ folder, context: () => world.as('system'), onFault: () => undefined });
const start = (world: World, formats: string[]) =>
	startRun(world.as('coordinator'), { round: world.home.rounds.adopted, formats });
const runsOf = (world: World) =>
	listLetters(world.as('coordinator'), { round: world.home.rounds.adopted }).runs;

describe('a run', () => {
	test('makes the letter of every gemeente in every format, as one zip with the same files as the single ones', async () => {
		const world = makeWorld();
		const run = start(world, ['docx', 'odt', 'odt']);
		expect(runsOf(world)).toMatchObject([{ state: 'waiting', total: 4, made: 0, file: null }]);
		await workRuns(siteOf(world));
		expect(runsOf(world)).toMatchObject([{ id: run, state: 'done', total: 4, made: 4 }]);
		const { hash, name } = exportRun(world.as('coordinator'), { round: world.home.rounds.adopted, run });
		expect(name).toBe(`raadsbrieven-${world.home.rounds.adopted}.zip`);
		const members = unzipSync(await readStoredFile(folder, hash));
		expect(Object.keys(members)).toEqual([
			'aa-raadsinformatiebrief-2020-k2.docx',
			'aa-raadsinformatiebrief-2020-k2.odt',
			'bee-raadsinformatiebrief-2020-k2.docx',
			'bee-raadsinformatiebrief-2020-k2.odt',
		]);
		const wanted = { round: world.home.rounds.adopted, organisation: 'bee', format: 'odt' };
		const single = exportLetter(world.as('coordinator'), wanted);
		const odt = members['bee-raadsinformatiebrief-2020-k2.odt'];
		expect(odt).toEqual(await writeLetterFile(single.file, 'odt', folder));
		expect(strFromU8(odt ?? new Uint8Array())).toContain('opendocument.text');
	});

	test('waits for the one before it, and gives the same bytes later', async () => {
		const world = makeWorld();
		const [first, second] = [start(world, ['odt']), start(world, ['docx'])];
		const states: string[] = [];
		const site = {
			...siteOf(world),
			context: () => {
				const row = world.db
					.select()
					.from(letterRun)
					.all()
					.map(({ state }) => state);
				if (states.at(-1) !== row.join(' ')) states.push(row.join(' '));
				return world.as('system');
			},
		};
		await Promise.all([workRuns(site), workRuns(site)]);
		expect(states).toEqual([
			'waiting waiting',
			'running waiting',
			'done waiting',
			'done running',
			'done done',
		]);
		const later = start(world, ['odt']);
		await workRuns(siteOf(world));
		const files = new Map(runsOf(world).map(({ id, file }) => [id, file?.hash]));
		expect([...files.keys()]).toEqual([later, second, first]);
		expect(files.get(later)).toBe(files.get(first));
	});

	test('that waits is joined by who asks for the same files, in whatever order; other files are another run', () => {
		const world = makeWorld();
		const first = start(world, ['odt', 'docx']);
		const before = world.db.select().from(audit).all().length;
		expect([start(world, ['docx', 'odt']), start(world, ['odt', 'docx', 'odt'])]).toEqual([first, first]);
		expect(start(world, ['odt'])).not.toBe(first);
		expect(runsOf(world)).toHaveLength(2);
		expect(world.db.select().from(audit).all()).toHaveLength(before + 1);
	});

	test('that is being made is joined too, until something changes in the region', async () => {
		const world = makeWorld();
		const asked: number[] = [];
		const site = {
			...siteOf(world),
			context: () => {
				const [run] = runsOf(world);
				if (run?.made === 1 && asked.length === 0) asked.push(start(world, ['odt']));
				if (run?.made === 2 && asked.length === 1) {
					// A letter that somebody changed after it was made must be in what they ask for now.
					saveLetter(world.as('coordinator'), EXAMPLES['letter.save']?.(world));
					asked.push(start(world, ['odt']));
				}
				return world.as('system');
			},
		};
		const first = start(world, ['odt']);
		await workRuns(site);
		expect(asked[0]).toBe(first);
		expect(asked[1]).toBeGreaterThan(first);
		expect(runsOf(world).map(({ id, state }) => [id, state])).toEqual([
			[asked[1], 'done'],
			[first, 'done'],
		]);
	});

	test('that goes wrong says so in a sentence with an id that is in the log, and the next one is made', async () => {
		const world = makeWorld();
		start(world, ['odt']);
		start(world, ['docx']);
		const said: unknown[] = [];
		let calls = 0;
		const site = {
			folder,
			onFault: (fault: unknown) => said.push(fault),
			context: () => {
				calls += 1;
				if (calls === 5) throw new Error('de schijf is vol');
				return world.as('system');
			},
		};
		expect(await workRuns(site)).toBe(2);
		const [next, failed] = runsOf(world);
		expect([next?.state, failed?.state]).toEqual(['done', 'failed']);
		const [, id = '-'] = /Storing ([0-9a-f]{8})\.$/.exec(failed?.problem ?? '') ?? [];
		expect(said).toEqual([{ id, failure: new Error('de schijf is vol') }]);
	});

	test('that was being made when the server stopped says so after the restart; what waited is made', async () => {
		const world = makeWorld();
		addRun(world);
		const waiting = start(world, ['odt']);
		await workRuns(siteOf(world));
		const [done, stopped] = runsOf(world);
		expect(done).toMatchObject({ id: waiting, state: 'done' });
		expect(stopped).toMatchObject({ state: 'failed', problem: expect.stringMatching(/opnieuw gestart/) });
	});

	test('without a format is refused', () => {
		expect(refusalOf(() => start(makeWorld(), [])).detail.fields?.['formats']).toMatch(/minstens één/);
	});
});

test('a zip is cleared away after a month, from the database and the disk; the run stays', async () => {
	const world = makeWorld();
	const run = start(world, ['odt']);
	await workRuns(siteOf(world));
	const hash = runsOf(world)[0]?.file?.hash ?? '';
	const day = 86_400_000;
	const start0 = world.now.getTime();
	world.now = new Date(start0 + 29 * day);
	await clearOldZips(siteOf(world));
	expect(runsOf(world)[0]?.file).not.toBeNull();
	utimesSync(placeOf(folder, hash), new Date(start0), new Date(start0));
	world.now = new Date(start0 + 31 * day);
	await clearOldZips(siteOf(world));
	expect(runsOf(world)).toMatchObject([{ id: run, state: 'done', file: null }]);
	expect(world.db.select().from(storedFile).all()).toEqual([]);
	expect(existsSync(placeOf(folder, hash))).toBe(false);
	const wanted = { round: world.home.rounds.adopted, run };
	expect(refusalOf(() => exportRun(world.as('coordinator'), wanted)).code).toBe('not-found');
});
