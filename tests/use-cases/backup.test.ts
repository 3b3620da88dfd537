/** Reserve copies on real files: made while somebody writes, checked, kept apart, and put back under a running reader. */
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { sha256 } from '#lib/server/sha256.ts';
import { backUp } from '#lib/server/backup/back-up.ts';
import { problemsOf, type FileShelf } from '#lib/server/backup/copy-file.ts';
import { backUpToday } from '#lib/server/backup/nightly.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { adoption, region } from '#lib/server/db/schema.ts';
import { countRows, fillEveryTable } from '../support/fill-tables.ts';

const workplace = mkdtempSync(join(tmpdir(), 'backup-'));
afterAll(() => rmSync(workplace, { recursive: true }));
const now = new Date('2026-11-22T03:00:00Z');
let places = 0;

/** A database with rows in every table, made once. */
const FILLED = (() => {
	const db = openDatabase(':memory:');
	migrateDatabase(db);
	fillEveryTable(db);
	const bytes = db.$client.serialize();
	db.$client.close();
	return bytes;
})();

interface Place {
	databasePath: string;
	db: Db;
	shelf: FileShelf & { files: Map<string, Buffer> };
	target: string;
}

function place(): Place {
	places += 1;
	const folder = join(workplace, String(places));
	const databasePath = join(folder, 'live.db');
	mkdirSync(folder);
	writeFileSync(databasePath, FILLED);
	const db = openDatabase(databasePath);
	onTestFinished(() => void db.$client.close());
	return { databasePath, db, shelf: shelfOf(['een verslag', 'een foto']), target: join(folder, 'kopie.db') };
}

function shelfOf(texts: string[]): Place['shelf'] {
	const files = new Map<string, Buffer>(texts.map((text) => [sha256(text), Buffer.from(text)]));
	return {
		files,
		list: () => Promise.resolve([...files.keys()]),
		read: (hash) => Promise.resolve(files.get(hash) ?? null),
		write: (content) => Promise.resolve(void files.set(sha256(content), Buffer.from(content))),
	};
}

/** The rows that a filled table gets are no real adoptions, so their hash is made right. */
function makeAdoptionsReal(db: Db): void {
	db.$client.exec('DROP TRIGGER adoption_no_update');
	for (const row of db.select().from(adoption).all()) {
		db.update(adoption)
			.set({ hash: sha256(row.snapshot) })
			.where(eq(adoption.id, row.id))
			.run();
	}
}

const leftovers = (databasePath: string) =>
	readdirSync(join(databasePath, '..')).filter((name) => /onaf|terugzetten$/.test(name));

describe('a reserve copy', () => {
	test('holds every row and every file, also while a writer is busy, and can be put back on another server', async () => {
		const { databasePath, db, shelf, target } = place();
		makeAdoptionsReal(db);
		db.$client.exec('BEGIN IMMEDIATE; DELETE FROM import_upload');
		const copying = backUp({ databasePath, shelf, target, now });
		db.$client.exec('ROLLBACK');
		expect((await copying).files).toBe(2);
		expect(problemsOf(target)).toEqual([]);
		const elsewhere = join(workplace, 'elders', 'live.db');
		const empty = shelfOf([]);
		openDatabase(elsewhere).$client.close();
		rmSync(elsewhere);
		const restored = await restore({ source: target, databasePath: elsewhere, shelf: empty, now });
		expect(restored).toEqual({ madeAt: now, kept: null, files: 2 });
		expect([...empty.files].sort()).toEqual([...shelf.files].sort());
		const other = openDatabase(elsewhere);
		expect(countRows(other)).toEqual(countRows(db));
		other.$client.close();
		expect(leftovers(databasePath)).toEqual([]);
	});

	test('is never written over a file that is there already', async () => {
		const { databasePath, shelf, target } = place();
		writeFileSync(target, 'iets anders');
		await expect(backUp({ databasePath, shelf, target, now })).rejects.toThrow('bestaat al');
		expect(readFileSync(target, 'utf8')).toBe('iets anders');
	});

	test('is not made of a database that is not there', async () => {
		const order = {
			databasePath: join(workplace, 'geen.db'),
			shelf: shelfOf([]),
			target: join(workplace, 'x.db'),
			now,
		};
		await expect(backUp(order)).rejects.toThrow('Er is geen database');
		expect(existsSync(order.databasePath)).toBe(false);
	});

	test('is not given its name when an adoption in it no longer has its hash', async () => {
		const { databasePath, shelf, target } = place();
		await expect(backUp({ databasePath, shelf, target, now })).rejects.toThrow(
			'niet meer gelijk aan wat is vastgesteld',
		);
		expect(existsSync(target)).toBe(false);
	});
});

describe('the copy of the day', () => {
	test('takes the place of an earlier one, and clears away only daily copies that are old', async () => {
		const { databasePath, db, shelf, target } = place();
		makeAdoptionsReal(db);
		const folder = join(target, '..', 'reservekopieen');
		mkdirSync(folder);
		const others = [
			'samenwerkingsagenda-2026-11-21.db',
			'samenwerkingsagenda-2026-10-03.db',
			'van-de-buren.db',
		];
		for (const name of [...others, 'samenwerkingsagenda-2026-10-02.db'])
			writeFileSync(join(folder, name), '');
		await backUpToday({ databasePath, shelf, folder, now });
		const { path, dropped } = await backUpToday({ databasePath, shelf, folder, now });
		expect(problemsOf(path)).toEqual([]);
		expect(dropped).toEqual([]);
		expect(readdirSync(folder).sort()).toEqual([...others, 'samenwerkingsagenda-2026-11-22.db'].sort());
	});
});

describe('putting back', () => {
	test('is seen at once by a connection that stays open, and keeps what was there', async () => {
		const { databasePath, db, shelf, target } = place();
		makeAdoptionsReal(db);
		await backUp({ databasePath, shelf, target, now });
		const names = () => db.select({ name: region.name }).from(region).all();
		const before = names();
		db.update(region).set({ name: 'Per ongeluk gewijzigd' }).run();
		const { kept } = await restore({ source: target, databasePath, shelf, now });
		expect(names()).toEqual(before);
		expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
		expect(kept !== null && problemsOf(kept)).toEqual([]);
		expect(
			db.$client.prepare("SELECT count(*) FROM sqlite_master WHERE name LIKE 'reservekopie%'").pluck().get(),
		).toBe(0);
	});

	test.each([
		[
			'a text',
			(file: string) => writeFileSync(file, 'Dit is geen database.'.repeat(100)),
			'geen reservekopie',
		],
		[
			'another database',
			(file: string) => openDatabase(file).$client.exec('CREATE TABLE region (id)'),
			'geen reservekopie',
		],
		['a damaged copy', damaged, 'beschadigd'],
		['a copy of a newer version', newer, 'nieuwere versie'],
		['a copy whose migrations were rewritten since', rewritten, 'andere versie'],
		['a copy with a migration that this version does not know', unknown, 'andere versie'],
		['a copy that does not say how it was made', undated, 'andere versie'],
		['a copy with a file that changed', swapped, 'beschadigd'],
	])('refuses %s and changes nothing', async (_name, spoil, sentence) => {
		const { databasePath, db, shelf, target } = place();
		makeAdoptionsReal(db);
		await backUp({ databasePath, shelf, target, now });
		if (!sentence.startsWith('geen')) spoil(target);
		else {
			rmSync(target);
			spoil(target);
		}
		const before = countRows(db);
		await expect(restore({ source: target, databasePath, shelf, now })).rejects.toThrow(sentence);
		expect(countRows(db)).toEqual(before);
		expect(leftovers(databasePath)).toEqual([]);
		expect(readdirSync(join(databasePath, '..')).filter((name) => name.includes('voor-'))).toEqual([]);
	});

	test('works over a database file that is damaged, and keeps that file', async () => {
		const { databasePath, db, shelf, target } = place();
		makeAdoptionsReal(db);
		const before = countRows(db);
		await backUp({ databasePath, shelf, target, now });
		db.$client.close();
		for (const suffix of ['-wal', '-shm']) rmSync(databasePath + suffix, { force: true });
		writeFileSync(databasePath, 'weg'.repeat(5000));
		const { kept } = await restore({ source: target, databasePath, shelf, now });
		expect(kept !== null && readFileSync(kept, 'utf8')).toMatch(/^weg/);
		const again = openDatabase(databasePath);
		expect(countRows(again)).toEqual(before);
		again.$client.close();
	});
});

function rewritten(file: string): void {
	inCopy(
		file,
		"UPDATE __drizzle_migrations SET hash = 'anders' WHERE created_at = (SELECT min(created_at) FROM __drizzle_migrations)",
	);
}

function unknown(file: string): void {
	inCopy(
		file,
		"INSERT INTO __drizzle_migrations (hash, created_at) SELECT 'eigen', min(created_at) + 1 FROM __drizzle_migrations",
	);
}

function undated(file: string): void {
	inCopy(file, 'DROP TABLE __drizzle_migrations');
}

function inCopy(file: string, statement: string): void {
	const db = openDatabase(file);
	db.$client.exec(statement);
	db.$client.close();
}

function damaged(file: string): void {
	const bytes = readFileSync(file);
	for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0xff, at, at + 64);
	writeFileSync(file, bytes);
}

function newer(file: string): void {
	const db = openDatabase(file);
	db.$client.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)");
	db.$client.close();
}

function swapped(file: string): void {
	const db = openDatabase(file);
	db.$client.exec("UPDATE reservekopie_bestand SET inhoud = x'00'");
	db.$client.close();
}
