/** The stationery that letters of a gemeente are made on. */
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import type { Db } from '../db/open.ts';
import { readStoredFile } from '../files/file-store.ts';
import { findInUse, type LetterheadOwner } from './letterheads.repo.ts';

/** `folder` is where the stored files are. Null when the gemeente has none in use in this format; throws when its file is gone. */
export async function newestLetterhead(
	db: Db,
	folder: string,
	owner: LetterheadOwner,
	format: LetterheadFormat,
): Promise<Buffer | null> {
	const row = findInUse(db, owner, format);
	return row && Buffer.from(await readStoredFile(folder, row.hash));
}
