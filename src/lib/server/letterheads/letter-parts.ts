/** What comes in a letterhead. */
import type { Block } from '../documents/document-model.ts';

export interface LetterParts {
	/** Plain text by the name of its placeholder, as in domain/letter-placeholders.ts; a name left out is empty. */
	fields: Record<string, string>;
	body: readonly Block[];
}
