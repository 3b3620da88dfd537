/** Makes a reserve copy while the program runs: one file with database and uploads, checked before it gets its name. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError } from '../config.ts';
import { openDatabase, type Db } from '../db/open.ts';
import { MAKE_COPY_TABLES, problemsOf, settle, type FileShelf } from './copy-file.ts';

export interface BackupReport {
	/** In bytes. */
	size: number;
	/** How many uploaded files are in it. */
	files: number;
}

export interface BackupOrder {
	databasePath: string;
	shelf: FileShelf;
	target: string;
	now: Date;
	/** A nightly copy may take the place of one of the same name. */
	replace?: boolean;
}

/** Throws a ConfigError with a sentence when there is nothing to copy, the target is taken, or the copy is not good. */
export async function backUp({
	databasePath,
	shelf,
	target,
	now,
	replace = false,
}: BackupOrder): Promise<BackupReport> {
	if (!existsSync(databasePath)) {
		throw new ConfigError(`Er is geen database op ${databasePath}. Kijk of DATABASE_PATH klopt.`);
	}
	if (existsSync(target) && !replace) {
		throw new ConfigError(`Het bestand ${target} bestaat al. Kies een andere naam.`);
	}
	mkdirSync(dirname(target), { recursive: true });
	const unfinished = `${target}.onaf`;
	rmSync(unfinished, { force: true });
	try {
		copyDatabase(databasePath, unfinished);
		const files = await addToCopy(unfinished, shelf, now);
		const [problem] = problemsOf(unfinished);
		if (problem !== undefined) throw new ConfigError(`De reservekopie is niet gemaakt. ${problem}`);
		renameSync(unfinished, target);
		return { size: statSync(target).size, files };
	} finally {
		for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + suffix, { force: true });
	}
}

/** One moment of the database, whatever others write meanwhile. */
function copyDatabase(from: string, to: string): void {
	const db = openDatabase(from);
	try {
		db.$client.prepare('VACUUM INTO ?').run(to);
	} finally {
		db.$client.close();
	}
}

async function addToCopy(path: string, shelf: FileShelf, now: Date): Promise<number> {
	const db: Db = openDatabase(path);
	try {
		for (const statement of MAKE_COPY_TABLES) db.$client.exec(statement);
		db.$client.prepare('INSERT INTO reservekopie VALUES (?, ?)').run('gemaakt', now.toISOString());
		const insert = db.$client.prepare('INSERT INTO reservekopie_bestand VALUES (?, ?)');
		let files = 0;
		for (const hash of await shelf.list()) {
			const content = await shelf.read(hash);
			if (content) files += insert.run(hash, content).changes;
		}
		return files;
	} finally {
		settle(db);
	}
}
