/** A letter as a file: always in the standard layout as PDF, on the own stationery of the gemeente in Word and ODT. */
import type { LetterFormat } from '#lib/domain/council-letter.ts';
import { DOCX_TYPE } from '../documents/write-docx.ts';
import { ODT_TYPE } from '../documents/write-odt.ts';
import { readStoredFile } from '../files/file-store.ts';
import { heavyWork } from '../heavy-work/heavy-work.ts';
import { documentToPdf } from '../reports/report-pdf.ts';
import type { LetterFile } from './letter-model.ts';

export const LETTER_TYPE = {
	pdf: 'application/pdf',
	docx: DOCX_TYPE,
	odt: ODT_TYPE,
} as const satisfies Record<LetterFormat, string>;

/** The same letter gives the same bytes. `folder` is where the stored files are; throws when its letterhead is gone. */
export async function writeLetterFile(
	{ view, letterheads }: LetterFile,
	format: LetterFormat,
	folder: string,
): Promise<Uint8Array> {
	if (format === 'pdf') return documentToPdf(view.document);
	const letterhead = letterheads[format];
	const paper = letterhead === null ? null : await readStoredFile(folder, letterhead);
	return heavyWork('write-letter', { view, format, paper });
}
