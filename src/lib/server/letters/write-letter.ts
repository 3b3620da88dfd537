/** A letter as a file: always in the standard layout as PDF, on the own stationery of the gemeente in Word and ODT. */
import type { LetterFormat } from '#lib/domain/council-letter.ts';
import { DOCX_TYPE, writeDocx } from '../documents/write-docx.ts';
import { ODT_TYPE, writeOdt } from '../documents/write-odt.ts';
import { documentToPdf } from '../reports/report-pdf.ts';
import type { LetterView } from './letter-model.ts';

export const LETTER_TYPE = {
	pdf: 'application/pdf',
	docx: DOCX_TYPE,
	odt: ODT_TYPE,
} as const satisfies Record<LetterFormat, string>;

/** The same letter gives the same bytes. */
export async function writeLetterFile(view: LetterView, format: LetterFormat): Promise<Uint8Array> {
	if (format === 'pdf') return documentToPdf(view.document);
	return format === 'docx' ? writeDocx(view.document) : writeOdt(view.document);
}
