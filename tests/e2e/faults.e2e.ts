/** Faults that are really made under a built server: people get a clear 503 with what they typed, and it recovers by itself. */
import { once } from 'node:events';
import { closeSync, copyFileSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { backUp } from '#lib/server/backup/back-up.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { fileShelf } from '#lib/server/files/file-shelf.ts';
import { demo } from './support/demo.ts';
import { canCloseFiles, closeFiles, openFiles, smallDisk, type SmallDisk } from './support/disk.ts';
import { DEMO_DATABASE, inFolder } from './support/folder.ts';
import { cookieOf, request } from './support/http.ts';
import { runStart, startSite, type Site, type SiteOptions } from './support/sites.ts';
import { expect, test } from './support/test.ts';

/** Nobody has begun this one. */
const ITEM = `${demo.openRound}/algemeen-1`;
const TYPED = 'De werkgroep kwam "twee keer" bij elkaar & legde <het concept> voor.';
/** As it stands between the tags of a page. */
const SHOWN = /De werkgroep kwam ("|&quot;)twee keer\1 bij elkaar &amp; legde &lt;het concept(>|&gt;) voor\./;

let site: Site;
let cookie: string;

async function begin(options: SiteOptions = {}): Promise<void> {
	site = await startSite({ demo: false, ...options });
	cookie = await cookieOf(site, 'coordinator');
}

test.afterEach(() => site?.stop());

const save = () =>
	request(site, `${ITEM}?/opslaan`, {
		cookie,
		form: { version: '0', level: 'groen', narrative: TYPED },
	});
const page = () => request(site, ITEM, { cookie });
const health = async () => {
	const { status, text } = await request(site, '/gezond');
	return { status, database: z.object({ database: z.string() }).parse(JSON.parse(text)).database };
};
const GOOD = { status: 200, database: 'goed' };

/** A clear page with a number, when to come back and every word that was typed; never a stack. */
async function expectKept(sentence: string): Promise<void> {
	const { status, headers, text } = await save();
	expect(status).toBe(503);
	expect(headers.get('retry-after')).toBe('30');
	expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{12}$/);
	expect(headers.get('x-frame-options')).toBe('DENY');
	expect(text).toContain(sentence);
	expect(text).toMatch(SHOWN);
	expect(text).not.toMatch(/SQLITE|\.js:\d+|Er ging iets mis/);
}

async function expectSaved(): Promise<void> {
	expect((await save()).status).toBe(303);
	expect(await health()).toEqual(GOOD);
	expect((await page()).text).toMatch(SHOWN);
}

test('a full disk keeps what was typed in its form, and saves it when there is room again', async () => {
	const disk = smallDisk('vol');
	test.skip(
		disk === null,
		'Only root may mount a disk; tests/use-cases/faults.test.ts fills a database instead.',
	);
	await onDisk(disk, async ({ folder, fill, empty }) => {
		await begin({ folder });
		fill();
		await expectKept('De schijf van de server is vol');
		expect((await page()).status, 'reading goes on').toBe(200);
		expect(await health()).toEqual({ status: 503, database: 'schijf vol' });
		empty();
		expect(await health()).toEqual(GOOD);
		await expectSaved();
	});
});

test('a server on a disk that is closed to writing stops with one sentence', async () => {
	const disk = smallDisk('dicht');
	test.skip(disk === null, 'Only root may mount a disk.');
	await onDisk(disk, async ({ folder, closeToWriting }) => {
		copyFileSync(inFolder(DEMO_DATABASE), `${folder}/agenda.db`);
		closeToWriting();
		expect(await startProblem(`${folder}/agenda.db`)).toMatch(/^De database is alleen te lezen\. [^\n]+\.$/);
	});
});

test('files that are closed to writing keep what was typed, and recover without a restart', async () => {
	test.skip(
		!canCloseFiles(),
		'Only root on ext4 can close an open file; see tests/use-cases/faults.test.ts.',
	);
	await begin();
	const files = [site.databasePath, `${site.databasePath}-wal`];
	closeFiles(...files);
	try {
		await expectKept('De schijf van de server werkt nu niet goed');
		expect((await page()).status, 'reading goes on').toBe(200);
		expect(await health()).toEqual({ status: 503, database: 'schijffout' });
	} finally {
		openFiles(...files);
	}
	await expectSaved();
});

test('a database that another process keeps locked gives a page in time, and only the first one waits', async () => {
	await begin();
	site.db.$client.exec('BEGIN IMMEDIATE');
	await expectKept('De gegevens zijn even bezet');
	const started = performance.now();
	await expectKept('De gegevens zijn even bezet');
	expect(await health()).toEqual({ status: 503, database: 'bezet' });
	expect((await page()).status, 'reading goes on').toBe(200);
	expect(performance.now() - started).toBeLessThan(3000);
	site.db.$client.exec('ROLLBACK');
	await expectSaved();
});

test('a database file that is gone is never made anew: nothing is saved until it is back', async () => {
	await begin();
	renameSync(site.databasePath, `${site.databasePath}.weg`);
	await expectKept('Het bestand met de gegevens staat niet op zijn plaats');
	expect((await page()).status).toBe(503);
	expect(await health()).toEqual({ status: 503, database: 'weg' });
	renameSync(`${site.databasePath}.weg`, site.databasePath);
	await expectSaved();
});

test('a database file that was replaced by garbage is left alone, and a copy put back is used at once', async () => {
	await begin();
	const { databasePath } = site;
	const now = new Date();
	const shelf = fileShelf(`${databasePath}.bestanden`, now);
	const copy = `${databasePath}.kopie`;
	await backUp({ databasePath, shelf, target: copy, now });
	writeFileSync(`${databasePath}.onzin`, 'onzin'.repeat(9000));
	renameSync(`${databasePath}.onzin`, databasePath);
	await expectKept('Het bestand met de gegevens is beschadigd');
	expect(await health()).toEqual({ status: 503, database: 'beschadigd' });
	await restore({ source: copy, databasePath, shelf, now });
	await expectSaved();
	const check = openDatabase(databasePath);
	expect(check.$client.pragma('integrity_check', { simple: true })).toBe('ok');
	check.$client.close();
});

test('after one damaged page nothing is written any more, until a copy is put back', async () => {
	await begin();
	const { databasePath, db } = site;
	const now = new Date();
	const shelf = fileShelf(`${databasePath}.bestanden`, now);
	const copy = `${databasePath}.kopie`;
	await backUp({ databasePath, shelf, target: copy, now });
	overwriteStatuses(site);
	// What another process wrote makes the server read the file again.
	db.$client.exec("INSERT OR REPLACE INTO setting VALUES ('proef', '1')");
	await expectKept('Het bestand met de gegevens is beschadigd');
	expect(await health()).toEqual({ status: 503, database: 'beschadigd' });
	const elsewhere = await request(site, `${demo.openRound}/algemeen-5?/opslaan`, {
		cookie,
		form: { version: '0', level: 'groen', narrative: 'Elders' },
	});
	expect(elsewhere.status, 'a page that is whole is not written either').toBe(503);
	await restore({ source: copy, databasePath, shelf, now });
	await expectSaved();
});

test('a server on a damaged file stops with one sentence that says what to do', async () => {
	const path = inFolder('onleesbaar.db');
	writeFileSync(path, 'onzin'.repeat(9000));
	expect(await startProblem(path)).toMatch(/^De database is beschadigd .*npm run restore.*\.$/);
});

/** Overwrites the pages that hold the statuses, as a disk that goes bad does. */
function overwriteStatuses({ db, databasePath }: Site): void {
	db.$client.pragma('wal_checkpoint(TRUNCATE)');
	const size = z.number().parse(db.$client.pragma('page_size', { simple: true }));
	const pages = z
		.array(z.number())
		.parse(db.$client.prepare("SELECT rootpage FROM sqlite_master WHERE tbl_name = 'status'").pluck().all());
	const file = openSync(databasePath, 'r+');
	for (const number of pages) writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (number - 1) * size);
	closeSync(file);
}

async function onDisk(disk: SmallDisk | null, work: (disk: SmallDisk) => Promise<void>): Promise<void> {
	if (disk === null) return;
	try {
		await work(disk);
	} finally {
		site?.stop();
		await wait(100);
		disk.unmount();
	}
}

/** What a server that cannot start says. */
async function startProblem(databasePath: string): Promise<string> {
	const server = runStart({ DATABASE_PATH: databasePath, ORIGIN: 'https://agenda.example.nl', PORT: '4399' });
	let written = '';
	server.stderr?.on('data', (piece: Buffer) => (written += piece.toString()));
	const [code] = await once(server, 'close');
	expect(code).toBe(1);
	return written.trim();
}
