/** A letter on a gemeente's own stationery: the same file and the same letter give the same bytes. */
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import { isKnownPlaceholder, placeholderName } from '#lib/domain/letter-placeholders.ts';
import { fillDocx } from './fill-docx.ts';
import type { Values } from './fill-fields.ts';
import { fillOdt } from './fill-odt.ts';
import type { LetterParts } from './letter-parts.ts';

export type { LetterParts } from './letter-parts.ts';

/** Every letter has this field since labels go with an empty place; one that was sent before has not. */
const SINCE_TIDIED = 'gemeentenaam';

/** For a file that was checked when it was uploaded. Throws `wrong-state` when it has no place for the letter. */
export function fillLetterhead(
	file: Uint8Array,
	format: LetterheadFormat,
	parts: LetterParts,
): Promise<Buffer> {
	const fields = new Map(Object.entries(parts.fields).map(([name, value]) => [placeholderName(name), value]));
	const filling: Values = {
		of: (name) => fields.get(name) ?? (isKnownPlaceholder(name) ? '' : null),
		isTidied: fields.has(SINCE_TIDIED),
	};
	return format === 'docx' ? fillDocx(file, parts, filling) : fillOdt(file, parts, filling);
}
