/** A database that fails under a use case: what is thrown, what is kept and when it works again. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { DatabaseFaultError, faultOf } from '#lib/server/db/faults.ts';
import { fileState, knownFault } from '#lib/server/db/guard.ts';
import { openDatabase, openForReading, type Db } from '#lib/server/db/open.ts';
import { status } from '#lib/server/db/schema.ts';
import { checkHealth } from '#lib/server/health/check-health.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { viewStatus } from '#lib/server/status/view-status.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const workplace = mkdtempSync(join(tmpdir(), 'faults-'));
afterAll(() => rmSync(workplace, { recursive: true }));
let places = 0;

/** The test world as a file, for faults that need one. */
function onFile(open: (path: string) => Db = openDatabase): { world: World; db: Db; path: string } {
	const world = makeWorld();
	places += 1;
	const path = join(workplace, `${places}.db`);
	writeFileSync(path, world.db.$client.serialize());
	openDatabase(path).$client.close();
	const db = open(path);
	onTestFinished(() => void db.$client.close());
	return { world, db, path };
}

const save = ({ world, db }: { world: World; db: Db }, narrative = 'Tekst') =>
	saveStatus(
		{ ...world.as('coordinator'), db },
		{ round: world.home.rounds.open, item: ITEM.untouched, version: 0, narrative },
	);
const faultOfSave = (place: { world: World; db: Db }, narrative?: string) => {
	try {
		save(place, narrative);
		return 'saved';
	} catch (failure) {
		return faultOf(failure);
	}
};
const rows = (db: Db) => db.select().from(status).all().length;

describe('a database that is full', () => {
	test('refuses a save, keeps what was there, can be read, and takes the save when there is room', () => {
		const place = onFile();
		const { db, world } = place;
		const before = rows(db);
		db.$client.pragma(`max_page_count = ${String(db.$client.pragma('page_count', { simple: true }))}`);
		const long = 'Een tekst. '.repeat(340);
		expect(faultOfSave(place, long)).toBe('full');
		expect(rows(db)).toBe(before);
		expect(checkHealth(db).versie).toBeTruthy();
		const ref = { round: world.home.rounds.open, item: ITEM.untouched };
		expect(viewStatus({ ...world.as('coordinator'), db }, ref)).toBeTruthy();
		db.$client.pragma('max_page_count = 1000000');
		expect(faultOfSave(place, long)).toBe('saved');
		expect(checkHealth(db).database).toBe('goed');
	});
});

describe('a database that may only be read', () => {
	test('refuses a save and says so', () => {
		const place = onFile(openForReading);
		expect(faultOfSave(place)).toBe('read-only');
		expect(checkHealth(place.db)).toMatchObject({ database: 'alleen lezen', uitleg: expect.any(String) });
	});
});

describe('a database that another connection has locked', () => {
	test('makes only the first wait, and is asked as patiently as before once it is free', () => {
		const place = onFile();
		const { db, path } = place;
		db.$client.pragma('busy_timeout = 50');
		const other = openDatabase(path);
		other.$client.exec('BEGIN IMMEDIATE');
		expect(faultOfSave(place)).toBe('busy');
		expect(db.$client.pragma('busy_timeout', { simple: true })).toBe(100);
		expect(checkHealth(db).database).toBe('bezet');
		other.$client.exec('ROLLBACK');
		other.$client.close();
		expect(faultOfSave(place)).toBe('saved');
		expect(db.$client.pragma('busy_timeout', { simple: true })).toBe(5000);
		expect(knownFault(db)).toBeNull();
	});
});

describe('a database file that is no longer at its place', () => {
	test('is never written to, since nobody would find that again', () => {
		const place = onFile();
		const { db, path } = place;
		renameSync(path, `${path}.weg`);
		expect(fileState(db)).toBe('missing');
		expect(faultOfSave(place)).toBe('missing');
		writeFileSync(path, 'iets anders');
		expect(fileState(db)).toBe('replaced');
		expect(faultOfSave(place)).toBe('missing');
		rmSync(path);
		renameSync(`${path}.weg`, path);
		expect(faultOfSave(place)).toBe('saved');
	});
});

describe('the kind of a fault', () => {
	const withCode = (code: string) => Object.assign(new Error('stuk'), { code });

	test.each([
		['SQLITE_BUSY', 'busy'],
		['SQLITE_BUSY_SNAPSHOT', 'busy'],
		['SQLITE_FULL', 'full'],
		['ENOSPC', 'full'],
		['SQLITE_READONLY_DBMOVED', 'missing'],
		['SQLITE_READONLY_DIRECTORY', 'read-only'],
		['EROFS', 'read-only'],
		['SQLITE_CORRUPT_INDEX', 'damaged'],
		['SQLITE_NOTADB', 'damaged'],
		['SQLITE_IOERR_FSYNC', 'disk'],
		['SQLITE_CANTOPEN', 'disk'],
		['SQLITE_CONSTRAINT_UNIQUE', null],
		['ENOENT', null],
	])('of %s is %s, also inside another error', (code, expected) => {
		expect(faultOf(withCode(code))).toBe(expected);
		expect(faultOf(new Error('around it', { cause: withCode(code) }))).toBe(expected);
	});

	test('is null for anything else', () => {
		expect(faultOf(new DatabaseFaultError('damaged'))).toBe('damaged');
		for (const other of [new TypeError('x'), 'SQLITE_FULL', null, { code: 'SQLITE_FULL' }])
			expect(faultOf(other)).toBeNull();
	});
});
