/** Compares the disk with the database: files that no row refers to, which do no harm, and files that should be there. */
import type { Db } from '../db/open.ts';
import { listFilesOnDisk } from './file-store.ts';
import { listStoredFiles, type StoredContent } from './files.repo.ts';

/** A file is written before its row, so one this young may still get its row. */
const YOUNG_MILLISECONDS = 60 * 60 * 1000;

/** The paths of files that no row refers to and that were last written more than an hour before `now`. */
export async function findOrphans(db: Db, folder: string, now: Date): Promise<string[]> {
	const files = await listFilesOnDisk(folder);
	// Read after the disk: what got its row meanwhile is no orphan.
	const known = new Set(listStoredFiles(db).map(({ hash }) => hash));
	return files
		.filter(({ hash, changedAt }) => {
			const isYoung = now.getTime() - changedAt.getTime() < YOUNG_MILLISECONDS;
			return !isYoung && (hash === null || !known.has(hash));
		})
		.map(({ path }) => path)
		.sort();
}

/** Contents that a row refers to and that are not on the disk; after putting back a backup this must be empty. */
export async function findMissing(db: Db, folder: string): Promise<StoredContent[]> {
	const known = listStoredFiles(db);
	const present = new Set((await listFilesOnDisk(folder)).map(({ hash }) => hash));
	return known.filter(({ hash }) => !present.has(hash));
}
