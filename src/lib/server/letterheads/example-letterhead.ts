/** Letterheads to start from, with every placeholder in them: made by ourselves, so that they open in any word processor. */
import { strToU8 } from 'fflate';
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import { fixedZip } from '../documents/fixed-zip.ts';
import { exampleDocxParts } from './example-docx.ts';
import { exampleOdtParts } from './example-odt.ts';

/** The same bytes every time. */
export function exampleLetterhead(format: LetterheadFormat): Buffer {
	const parts = format === 'docx' ? exampleDocxParts() : exampleOdtParts();
	const members = Object.entries(parts).map(([name, text]) => ({
		name,
		content: strToU8(text),
		stored: name === 'mimetype',
	}));
	return Buffer.from(fixedZip(members, null));
}
