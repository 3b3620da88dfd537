/** The letter as a document of its own, before it comes in a letterhead: only its text is used, so its day never shows. */
import { dayOf } from '#lib/domain/day.ts';
import type { TextDocument } from '../documents/document-model.ts';
import type { LetterParts } from './letter-parts.ts';

export function bodyDocument({ fields, body }: LetterParts): TextDocument {
	return {
		title: fields['onderwerp'] ?? '',
		author: '',
		paper: 'a4',
		header: null,
		footer: [],
		blocks: body,
		date: dayOf(new Date('2000-01-01T12:00:00Z')),
	};
}
