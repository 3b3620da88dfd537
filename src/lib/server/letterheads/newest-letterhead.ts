/** The stationery that letters of a gemeente are made on. */
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import type { Db } from '../db/open.ts';
import { findInUse, type LetterheadOwner } from './letterheads.repo.ts';

/** The hash of the stored file per format; null when the gemeente has none in use. A removed letterhead keeps its file. */
export function newestLetterheads(db: Db, owner: LetterheadOwner): Record<LetterheadFormat, string | null> {
	const hashOf = (format: LetterheadFormat) => findInUse(db, owner, format)?.hash ?? null;
	return { docx: hashOf('docx'), odt: hashOf('odt') };
}
