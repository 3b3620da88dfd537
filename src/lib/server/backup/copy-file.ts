/**
 * What a reserve copy is: one SQLite file with the whole database, and two tables more that the database itself never
 * has: what the copy is, and the files that people uploaded.
 */
import { sha256 } from '../sha256.ts';
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';
import { lastApplied, strangeHistory } from '../db/migrate.ts';
import { openDatabase, type Db } from '../db/open.ts';

/** Where uploaded files are kept, by the SHA-256 of their content in hex. */
export interface FileShelf {
	/** Hashes of all files that are there. */
	list(): Promise<string[]>;
	/** Null when it is gone or no longer what its hash says. */
	read(hash: string): Promise<Uint8Array | null>;
	/** Does nothing when it is there already. */
	write(content: Uint8Array): Promise<void>;
}

export const MAKE_COPY_TABLES = [
	'CREATE TABLE reservekopie (sleutel TEXT PRIMARY KEY, waarde TEXT NOT NULL)',
	'CREATE TABLE reservekopie_bestand (hash TEXT PRIMARY KEY, inhoud BLOB NOT NULL)',
] as const;

export const DROP_COPY_TABLES = ['DROP TABLE reservekopie', 'DROP TABLE reservekopie_bestand'] as const;

const Found = z.array(z.string());

/** What is wrong with a copy, as Dutch sentences; empty when all of it can be put back. */
export function problemsOf(path: string): string[] {
	if (!isDatabase(path)) return [NO_COPY];
	let db: Db | null = null;
	try {
		db = openDatabase(path);
		const tables = Found.parse(
			db.$client.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all(),
		);
		if (!tables.includes('reservekopie') || !tables.includes('region')) {
			return [NO_COPY];
		}
		const strange = lastApplied(db) === null ? 'other' : strangeHistory(db);
		if (strange !== null) return [STRANGE[strange]];
		return [...damage(db), ...brokenAdoptions(db), ...brokenFiles(db)];
	} catch {
		return ['Deze kopie is beschadigd en niet te lezen. Gebruik een oudere kopie.'];
	} finally {
		if (db) settle(db);
	}
}

const NO_COPY = 'Dit bestand is geen reservekopie van Samenwerkingsagenda.';

const STRANGE = {
	newer: 'Deze kopie is gemaakt met een nieuwere versie van het programma. Zet eerst die versie neer.',
	other:
		'Deze kopie is gemaakt met een andere versie van het programma, die deze niet kan bijwerken. Zet de versie neer waarmee de kopie is gemaakt.',
} as const;

/** By the sixteen bytes that every SQLite file starts with. */
function isDatabase(path: string): boolean {
	const start = Buffer.alloc(16);
	const file = openSync(path, 'r');
	try {
		return readSync(file, start) === 16 && start.toString('latin1') === 'SQLite format 3\0';
	} finally {
		closeSync(file);
	}
}

function damage(db: Db): string[] {
	const pages = Found.parse(db.$client.prepare('PRAGMA integrity_check(20)').pluck().all());
	const broken = z.array(z.unknown()).parse(db.$client.pragma('foreign_key_check'));
	return [
		...(pages.length === 1 && pages[0] === 'ok'
			? []
			: [`De database is beschadigd: ${pages[0] ?? 'onbekend'}.`]),
		...(broken.length === 0
			? []
			: [`In de database verwijzen ${broken.length} regels naar iets dat er niet is.`]),
	];
}

const Adoption = z.object({ id: z.number(), snapshot: z.string(), hash: z.string() });

function brokenAdoptions(db: Db): string[] {
	const rows = db.$client.prepare('SELECT id, snapshot, hash FROM adoption');
	const broken = Adoption.array()
		.parse(rows.all())
		.filter(({ snapshot, hash }) => sha256(snapshot) !== hash);
	return broken.map(({ id }) => `Vaststelling ${id} is niet meer gelijk aan wat is vastgesteld.`);
}

function brokenFiles(db: Db): string[] {
	const rows = db.$client.prepare('SELECT hash, inhoud FROM reservekopie_bestand');
	const problems: string[] = [];
	for (const row of rows.iterate()) {
		const { hash, inhoud } = z.object({ hash: z.string(), inhoud: z.instanceof(Buffer) }).parse(row);
		if (sha256(inhoud) !== hash) problems.push(`Het geüploade bestand ${hash.slice(0, 12)} is beschadigd.`);
	}
	return problems;
}

/** Closes it as one file without helpers, safely on the disk. */
export function settle(db: Db): void {
	const path = db.$client.name;
	try {
		db.$client.pragma('journal_mode = DELETE');
	} catch {
		// A damaged file stays as it is; what is wrong with it was found by reading it.
	} finally {
		db.$client.close();
	}
	const file = openSync(path, 'r+');
	fsyncSync(file);
	closeSync(file);
}
