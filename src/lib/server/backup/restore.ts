/**
 * Puts a reserve copy back, also while the program runs: SQLite writes it over the live database as one transaction, so
 * that whoever reads sees the old or the new and never something in between. What was there is kept beside it.
 */
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../config.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { openDatabase, type Db } from '../db/open.ts';
import { backUp } from './back-up.ts';
import { DROP_COPY_TABLES, problemsOf, type FileShelf } from './copy-file.ts';

export interface RestoreReport {
	/** When the copy was made. */
	madeAt: Date;
	/** Where the database from before stands; null when there was none. */
	kept: string | null;
	files: number;
}

export interface RestoreOrder {
	source: string;
	databasePath: string;
	shelf: FileShelf;
	now: Date;
}

/** Throws a ConfigError with a sentence, and leaves the database as it was, when the copy is not good. */
export async function restore({ source, databasePath, shelf, now }: RestoreOrder): Promise<RestoreReport> {
	if (!existsSync(source))
		throw new ConfigError(`Het bestand ${source} bestaat niet. Kijk of de naam klopt.`);
	const work = `${databasePath}.terugzetten`;
	const clean = () =>
		['', '-wal', '-shm', '-journal'].forEach((suffix) => rmSync(work + suffix, { force: true }));
	clean();
	try {
		copyFileSync(source, work);
		const [problem] = problemsOf(work);
		if (problem !== undefined) throw new ConfigError(`Er is niets teruggezet. ${problem}`);
		const kept = await keepPresent(databasePath, shelf, now);
		const { madeAt, files } = await writeOver(work, databasePath, shelf);
		return { madeAt, kept, files };
	} finally {
		clean();
	}
}

async function keepPresent(databasePath: string, shelf: FileShelf, now: Date): Promise<string | null> {
	if (!existsSync(databasePath)) return null;
	const target = `${databasePath}.voor-terugzetten-${now.toISOString().replaceAll(/[:.]/g, '-')}`;
	try {
		await backUp({ databasePath, shelf, target, now });
	} catch (failure) {
		// A database too damaged to be copied is often why somebody restores: then its file itself is kept.
		if (!(failure instanceof ConfigError) && !isDamage(failure)) throw failure;
		copyFileSync(databasePath, target);
	}
	return target;
}

const isDamage = (failure: unknown) =>
	failure instanceof Error && 'code' in failure && /^SQLITE_(CORRUPT|NOTADB)/.test(String(failure.code));

async function overwrite(db: Db, databasePath: string): Promise<void> {
	try {
		await db.$client.backup(databasePath);
	} catch (failure) {
		if (!isDamage(failure)) throw failure;
		// Nobody can work with a file that is no database any more; it was kept above.
		for (const suffix of ['', '-wal', '-shm']) rmSync(databasePath + suffix, { force: true });
		await db.$client.backup(databasePath);
	}
}

async function writeOver(work: string, databasePath: string, shelf: FileShelf) {
	const db = openDatabase(work);
	try {
		const made = z
			.string()
			.parse(db.$client.prepare("SELECT waarde FROM reservekopie WHERE sleutel = 'gemaakt'").pluck().get());
		const hashes = z
			.array(z.string())
			.parse(db.$client.prepare('SELECT hash FROM reservekopie_bestand').pluck().all());
		const content = db.$client.prepare('SELECT inhoud FROM reservekopie_bestand WHERE hash = ?').pluck();
		for (const hash of hashes) await shelf.write(z.instanceof(Buffer).parse(content.get(hash)));
		for (const statement of DROP_COPY_TABLES) db.$client.exec(statement);
		migrateDatabase(db, undefined, { keepCopy: false });
		await overwrite(db, databasePath);
		return { madeAt: new Date(made), files: hashes.length };
	} finally {
		db.$client.close();
	}
}
