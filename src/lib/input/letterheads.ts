/** Input for a gemeente's own letterheads. */
import { z } from 'zod';
import { LETTERHEAD_FORMATS } from '#lib/domain/council-letter.ts';
import { requiredText, slug, wholeNumber } from './fields.ts';

const MISSING = 'Dit briefpapier bestaat niet.';

export const LetterheadOwnerRef = z.object({ region: slug, organisation: slug });

export const LetterheadRef = LetterheadOwnerRef.extend({ letterhead: wholeNumber(MISSING) });

export const MoveLetterheadInput = LetterheadRef.extend({
	version: wholeNumber('Deze pagina is verouderd. Laad de pagina opnieuw.'),
});

/** After the content has been checked and stored. */
export const AddLetterheadInput = LetterheadOwnerRef.extend({
	hash: z.string().regex(/^[0-9a-f]{64}$/),
	name: requiredText(120, 'Dit bestand heeft geen naam.'),
	format: z.enum(LETTERHEAD_FORMATS, { error: 'Kies een docx- of odt-bestand.' }),
	size: wholeNumber('Dit bestand heeft geen grootte.'),
});

export const ExampleLetterheadRef = z.object({ format: z.enum(LETTERHEAD_FORMATS, { error: MISSING }) });
