/** A letter on a gemeente's own stationery: the same file and the same letter give the same bytes. */
import type { LetterheadFormat } from '#lib/domain/council-letter.ts';
import { isKnownPlaceholder, placeholderName } from '#lib/domain/letter-placeholders.ts';
import { fillDocx } from './fill-docx.ts';
import type { ValueOf } from './fill-fields.ts';
import { fillOdt } from './fill-odt.ts';
import type { LetterParts } from './letter-parts.ts';

export type { LetterParts } from './letter-parts.ts';

/** For a file that was checked when it was uploaded. Throws `wrong-state` when it has no place for the letter. */
export function fillLetterhead(
	file: Uint8Array,
	format: LetterheadFormat,
	parts: LetterParts,
): Promise<Buffer> {
	const values = new Map(Object.entries(parts.fields).map(([name, value]) => [placeholderName(name), value]));
	const valueOf: ValueOf = (name) => values.get(name) ?? (isKnownPlaceholder(name) ? '' : null);
	return format === 'docx' ? fillDocx(file, parts, valueOf) : fillOdt(file, parts, valueOf);
}
