/** The examination of an installation: what is broken must be named, and what is whole must not. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { examineDatabase } from '#lib/server/doctor/examine-database.ts';
import { examineCopies, examineDisk } from '#lib/server/doctor/examine-disk.ts';
import type { Finding } from '#lib/server/doctor/finding.ts';
import { fillEveryTable } from '../support/fill-tables.ts';

const workplace = mkdtempSync(join(tmpdir(), 'doctor-'));
afterAll(() => rmSync(workplace, { recursive: true }));

const EMPTY = (() => {
	const db = openDatabase(':memory:');
	migrateDatabase(db);
	const bytes = db.$client.serialize();
	db.$client.close();
	return bytes;
})();
const now = new Date('2026-11-22T12:00:00Z');
let places = 0;

/** A database file after these statements. */
function fileAfter(...statements: string[]): string {
	places += 1;
	const path = join(workplace, `${places}.db`);
	writeFileSync(path, EMPTY);
	const db = openDatabase(path);
	for (const statement of statements) db.$client.exec(statement);
	db.$client.close();
	return path;
}

const bad = (findings: Finding[]) => findings.filter(({ verdict }) => verdict !== 'goed');

describe('a database', () => {
	test('that is whole is called good in every respect', () => {
		expect(bad(examineDatabase(fileAfter(), now))).toEqual([]);
	});

	test.each([
		[
			'lost a trigger',
			'DROP TRIGGER audit_no_update',
			'bescherming tegen wijzigen klopt niet meer (audit_no_update)',
		],
		[
			'has a row that refers to nothing',
			"PRAGMA foreign_keys = OFF; INSERT INTO agenda_note (agenda_id, kind, position, text) VALUES (99, 'evaluation', 1, '')",
			'1 regels verwijzen naar iets dat er niet is',
		],
		[
			'is of a newer version',
			"INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)",
			'nieuwere versie',
		],
		[
			'is of an older version',
			'DELETE FROM __drizzle_migrations WHERE created_at > 0 AND rowid > 1',
			'oudere versie',
		],
	])('that %s is named', (_name, statement, sentence) => {
		expect(bad(examineDatabase(fileAfter(statement), now)).map((one) => one.sentence)).toEqual([
			expect.stringContaining(sentence),
		]);
	});

	test('with an adoption that changed is named', () => {
		const path = fileAfter();
		const db = openDatabase(path);
		fillEveryTable(db);
		db.$client.close();
		expect(bad(examineDatabase(path, now)).map(({ subject, verdict }) => [subject, verdict])).toEqual([
			['Vaststellingen', 'fout'],
			['Logboek', 'fout'],
		]);
	});

	test('that is no database is named, and not made into one', () => {
		const path = join(workplace, 'tekst.db');
		writeFileSync(path, 'geen database'.repeat(1000));
		expect(examineDatabase(path, now)).toEqual([
			{ subject: 'Database', verdict: 'fout', sentence: expect.stringContaining('npm run restore') },
		]);
	});

	test('that is not there yet is not made', () => {
		const path = join(workplace, 'nog-niet.db');
		expect(examineDatabase(path, now)[0]?.sentence).toContain('De eerste start maakt hem');
		expect(examineDisk(path).map(({ verdict }) => verdict)).toEqual(['goed', 'goed']);
	});
});

describe('reserve copies', () => {
	const folderWith = (...hours: number[]) => {
		places += 1;
		const folder = join(workplace, `kopieen-${places}`);
		mkdirSync(folder);
		for (const age of hours) {
			const path = join(folder, `${age}.db`);
			writeFileSync(path, '');
			const at = new Date(now.getTime() - age * 3_600_000);
			utimesSync(path, at, at);
		}
		return folder;
	};

	test.each([
		['of last night', [9, 33], 'goed'],
		['that stopped two nights ago', [33, 57], 'fout'],
		['that were never made', [], 'let op'],
	])('%s are judged by the age of the newest', (_name, hours, verdict) => {
		expect(examineCopies(folderWith(...hours), now).verdict).toBe(verdict);
	});
});
