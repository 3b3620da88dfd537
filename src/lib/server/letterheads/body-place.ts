/** Where the letter comes in a letterhead. */
import { DomainError } from '#lib/domain/errors.ts';
import { BODY_PLACEHOLDER, PLACEHOLDER, placeholderName } from '#lib/domain/letter-placeholders.ts';
import type { XmlPart } from '../documents/xml-tree.ts';
import { paragraphsOf, type Dialect, type Paragraph } from './dialect.ts';

/** Whether the paragraph holds the placeholder of the letter and nothing else. */
export function isBodyPlace({ text }: Paragraph): boolean {
	const names = [...text.matchAll(PLACEHOLDER)].map((match) => placeholderName(match[1] ?? ''));
	return names.length === 1 && names[0] === BODY_PLACEHOLDER && text.replace(PLACEHOLDER, '').trim() === '';
}

/** Throws `wrong-state` when there is none; an upload without it is refused. */
export function bodyParagraph(
	part: XmlPart,
	dialect: Dialect,
	isAllowed: (one: Paragraph) => boolean,
): Paragraph {
	const found = paragraphsOf(part, dialect).find((one) => isBodyPlace(one) && isAllowed(one));
	if (found) return found;
	throw new DomainError(
		'wrong-state',
		'In dit briefpapier staat geen {{brief}} op een eigen regel in de tekst. Zet het daar en upload het opnieuw.',
	);
}
