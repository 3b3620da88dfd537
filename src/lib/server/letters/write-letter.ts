/** A letter as a file: always in the standard layout as PDF, on the own stationery of the gemeente in Word and ODT. */
import type { LetterFormat, LetterheadFormat } from '#lib/domain/council-letter.ts';
import { DOCX_TYPE, writeDocx } from '../documents/write-docx.ts';
import { ODT_TYPE, writeOdt } from '../documents/write-odt.ts';
import { readStoredFile } from '../files/file-store.ts';
import { fillLetterhead } from '../letterheads/fill-letterhead.ts';
import { inspectLetterhead } from '../letterheads/inspect-letterhead.ts';
import { openPackage } from '../letterheads/office-package.ts';
import { documentToPdf } from '../reports/report-pdf.ts';
import type { LetterFile, LetterView } from './letter-model.ts';

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
	if (letterhead !== null) return onLetterhead(view, format, await readStoredFile(folder, letterhead));
	return format === 'docx' ? writeDocx(view.document) : writeOdt(view.document);
}

/** What has a place of its own in the letterhead is not said again below it. */
function onLetterhead(
	{ fields, body }: LetterView,
	format: LetterheadFormat,
	paper: Uint8Array,
): Promise<Uint8Array> {
	const { found, opening } = inspectLetterhead(openPackage(paper), format);
	const placed = new Set<string | null>([...found.map(({ name }) => name), ...opening]);
	const rest = body.filter(({ placeholder }) => !placed.has(placeholder)).flatMap(({ blocks }) => blocks);
	return fillLetterhead(paper, format, { fields, body: rest });
}
