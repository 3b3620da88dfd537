/** A letter in Word or ODT: on the stationery of the gemeente, or in the standard layout when it has none. Takes its time. */
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import { writeDocx } from '../documents/write-docx.ts';
import { writeOdt } from '../documents/write-odt.ts';
import { fillLetterhead } from '../letterheads/fill-letterhead.ts';
import { inspectLetterhead } from '../letterheads/inspect-letterhead.ts';
import { openPackage } from '../letterheads/office-package.ts';
import type { LetterView } from './letter-model.ts';

export interface LetterToLayOut {
	view: LetterView;
	format: LetterheadFormat;
	/** The file of the stationery; null for the standard layout. */
	paper: Uint8Array | null;
}

export async function layOutLetter({ view, format, paper }: LetterToLayOut): Promise<Uint8Array> {
	if (paper !== null) return onLetterhead(view, format, paper);
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
