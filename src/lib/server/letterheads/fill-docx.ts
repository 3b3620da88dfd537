/** A letterhead in Word with the letter in it. */
import { writeDocx } from '../documents/write-docx.ts';
import { applyEdits } from '../documents/xml-tree.ts';
import { bodyParagraph } from './body-place.ts';
import { DOCX } from './docx-dialect.ts';
import { docxPlace, isInText } from './docx-place.ts';
import { fieldEdits, type Values } from './fill-fields.ts';
import { graftDocx } from './graft-docx.ts';
import type { LetterParts } from './letter-parts.ts';
import { openPackage, type OfficePackage } from './office-package.ts';
import { tidyDocx } from './tidy-docx.ts';
import { bodyDocument } from './write-body.ts';

export const DOCX_TEXT = 'word/document.xml';
const PARTS = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/** The members of a Word file that hold text which one sees on paper. */
export function docxTextParts(box: OfficePackage): string[] {
	return box.names().filter((name) => PARTS.test(name));
}

export async function fillDocx(file: Uint8Array, parts: LetterParts, values: Values): Promise<Buffer> {
	const box = openPackage(file);
	const letter = await writeDocx(bodyDocument(parts));
	for (const name of docxTextParts(box)) {
		const part = box.part(name);
		if (!part) continue;
		const place = name === DOCX_TEXT ? bodyParagraph(part, DOCX, (one) => isInText(one.element)) : null;
		const text = place ? graftDocx(box, openPackage(letter), docxPlace(part, place.element)) : '';
		const edits = fieldEdits(part, DOCX, values, (one) => one.element.start === place?.element.start);
		if (place) edits.push({ start: place.element.start, end: place.element.end, text });
		box.set(name, applyEdits(part.xml, edits));
	}
	tidyDocx(box, parts.fields['onderwerp'] ?? '');
	return box.toBuffer();
}
