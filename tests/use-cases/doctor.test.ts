/** The examination of an installation: what is broken must be named, and what is whole must not. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { KEY_BYTES, secretBox } from '#lib/server/auth/secret-box.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase } from '#lib/server/db/open.ts';
import { examineDatabase } from '#lib/server/doctor/examine-database.ts';
import { examineCopies, examineDisk } from '#lib/server/doctor/examine-disk.ts';
import { examineClock, examineJobs } from '#lib/server/doctor/examine-jobs.ts';
import { examineKey } from '#lib/server/doctor/examine-key.ts';
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

describe('the key', () => {
	const KEY = Buffer.from(Array.from({ length: KEY_BYTES }, (_, index) => index * 7));
	const OTHER = Buffer.from(Array.from({ length: KEY_BYTES }, (_, index) => 255 - index * 3));
	const PERSON = "INSERT INTO user (id, email, name, created_at) VALUES (1, 'a@b.example', 'Iemand', 0)";
	const sealedBy = (key: Buffer) =>
		`INSERT INTO second_factor (user_id, secret, created_at) VALUES (1, '${secretBox(key).seal('geheim')}', 0)`;
	const keyFile = (content: string, mode = 0o600) => {
		places += 1;
		const path = join(workplace, `sleutel-${places}`);
		writeFileSync(path, content, { mode });
		return path;
	};
	const absent = () => join(workplace, 'geen-sleutel');
	const good = () => keyFile(KEY.toString('base64'));

	test.each([
		['opens everything', KEY, good, []],
		['is another one', OTHER, good, ['opent 1 van de 1 geheimen niet']],
		['is gone while there are secrets', KEY, absent, ['ontbreekt, en er zijn 1 geheimen']],
		['is no key', KEY, () => keyFile('geen sleutel'), ['bevat geen sleutel']],
		['can be read by others', KEY, () => keyFile(KEY.toString('base64'), 0o644), ['chmod 600']],
	])('that %s is judged so', (_name, sealedWith, file, sentences) => {
		const db = openDatabase(fileAfter(PERSON, sealedBy(sealedWith)));
		const found = bad(examineKey(db, { secretKey: null, secretKeyFile: file() }));
		db.$client.close();
		expect(found.map((one) => one.sentence)).toEqual(sentences.map((part) => expect.stringContaining(part)));
	});

	test('that no secret needs yet is made by the first start', () => {
		const db = openDatabase(fileAfter());
		expect(examineKey(db, { secretKey: null, secretKeyFile: absent() })[0]?.verdict).toBe('let op');
		expect(examineKey(db, { secretKey: KEY, secretKeyFile: absent() })[0]?.verdict).toBe('goed');
		db.$client.close();
	});
});

describe('the jobs', () => {
	const ran = (minutesAgo: number) =>
		['mail', 'reminders', 'backup'].map(
			(job) =>
				`INSERT INTO setting VALUES ('job-success:${job}', '${new Date(now.getTime() - minutesAgo * 60_000).toISOString()}')`,
		);
	const verdicts = (...statements: string[]) => {
		const db = openDatabase(fileAfter(...statements));
		const found = examineJobs(db, now).map(({ verdict }) => verdict);
		db.$client.close();
		return found;
	};

	test.each([
		['that ran a moment ago', ran(20), ['goed', 'goed', 'goed']],
		['that are silent since two hours', ran(120), ['fout', 'goed', 'goed']],
		['that are silent since a day', ran(24 * 60), ['fout', 'fout', 'fout']],
		['that never ran', [], ['let op', 'let op', 'let op']],
	])('%s are judged by when each should have run', (_name, statements, expected) => {
		expect(verdicts(...statements)).toEqual(expected);
	});
});

describe('the clock', () => {
	const wroteAt = (moment: Date) =>
		`INSERT INTO audit (at, actor_name, action, entity, entity_id) VALUES (${moment.getTime()}, 'x', 'x', 'x', '1')`;
	const HOUR = 3_600_000;
	/** Later than any migration. */
	const later = new Date('2050-01-01T12:00:00Z');

	test.each([
		['that fits what was written', wroteAt(new Date(later.getTime() - HOUR)), later, 'goed'],
		['that is behind what was written', wroteAt(new Date(later.getTime() + HOUR)), later, 'fout'],
		['that is from before this version', wroteAt(now), new Date('1970-01-02'), 'fout'],
	])('%s is judged so', (_name, statement, moment, verdict) => {
		const db = openDatabase(fileAfter(statement));
		expect(examineClock(db, moment).verdict).toBe(verdict);
		db.$client.close();
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
