/** Input for what a status is based on: links and files. */
import { z } from 'zod';
import { FILE_TYPES } from '#lib/domain/file-type.ts';
import { parseLink } from '#lib/domain/source.ts';
import { optionalText, requiredText, wholeNumber } from './fields.ts';
import { guarded } from './guarded.ts';
import { StatusRef } from './status.ts';

const LONGEST_TITLE = 200;
const MISSING_LINK = 'Vul het adres van de pagina in, zoals https://www.voorbeeld.nl/verslag.';

/** Only web pages: an address that could run something in the browser is none. */
const link = requiredText(2000, MISSING_LINK).transform((text, context) => {
	const address = parseLink(text);
	if (address) return address;
	context.addIssue({
		code: 'custom',
		message: 'Dit is geen adres van een webpagina. Begin met https:// en laat spaties weg.',
	});
	return z.NEVER;
});

export const AddLinkInput = StatusRef.extend({
	title: guarded('Titel', requiredText(LONGEST_TITLE, 'Geef de bron een titel.')),
	url: link,
});

/** What the form holds besides the file itself. */
export const CheckFileInput = StatusRef.extend({
	/** The name of the file when left empty. */
	fileTitle: guarded('Titel van het bestand', optionalText(LONGEST_TITLE)),
	/** Of the chosen file. */
	name: guarded('Naam van het bestand', optionalText(255)),
	/** Why the title or the name may stay although the guard found something. */
	privacyReason: optionalText(500),
});

/** After the content has been stored. */
export const AddFileInput = CheckFileInput.extend({
	hash: z.string().regex(/^[0-9a-f]{64}$/),
	name: guarded('Naam van het bestand', requiredText(120, 'Dit bestand heeft geen naam.')),
	type: z.enum(FILE_TYPES),
	size: wholeNumber('Dit bestand heeft geen grootte.'),
});

export const RemoveSourceInput = StatusRef.extend({
	source: wholeNumber('Deze bron bestaat niet.'),
	version: wholeNumber('Deze pagina is verouderd. Laad de pagina opnieuw.'),
});

export const FileRef = z.object({ file: wholeNumber('Dit bestand bestaat niet.') });
