/** Takes a content off the disk once no row refers to it any more. */
import { rm, stat } from 'node:fs/promises';
import type { Db } from '../db/open.ts';
import { placeOf } from './file-store.ts';
import { listStoredFiles } from './files.repo.ts';

/** A file is written before its row, so one this young may be about to get one. */
const YOUNG_MILLISECONDS = 60 * 60 * 1000;

/** Leaves what is still used or young; answers whether it went. What stays behind, the check of the disk names. */
export async function removeUnused(db: Db, folder: string, hash: string, now: Date): Promise<boolean> {
	const place = placeOf(folder, hash);
	const found = await stat(place).catch(() => null);
	if (found === null || now.getTime() - found.mtime.getTime() < YOUNG_MILLISECONDS) return false;
	if (listStoredFiles(db).some((one) => one.hash === hash)) return false;
	await rm(place, { force: true });
	return true;
}
