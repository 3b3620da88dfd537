/** The doors of the letters to councils and of the letterheads that they are printed on. */
import { ALL_LETTERS, doors, LETTER, READ, READ_LETTERS, SIGNED_IN, type Door } from './door.ts';

const LETTERS = '/rapporten/[vaststelling]/brieven';
const PAPER = '/beheer/briefpapier/[regio]/[gemeente]';

export const LETTER_DOORS: readonly Door[] = [
	...doors(
		SIGNED_IN,
		['GET /beheer/brieven', 'letter-template.list'],
		['GET /beheer/briefpapier/voorbeeld.[soort]', 'letterhead.example', { soort: 'odt' }],
	),
	...doors(READ, [`GET ${LETTERS}`, 'letter.list']),
	...doors(
		READ_LETTERS,
		[`GET ${LETTERS}/[gemeente]`, 'letter.view'],
		[`GET ${LETTERS}/[gemeente]/brief.[formaat]`, 'letter.export'],
	),
	...doors(
		ALL_LETTERS,
		[`POST ${LETTERS}?/uiterlijk`, 'letter.set-due'],
		[`POST ${LETTERS}?/alle`, 'letter.start-run'],
		['GET /rapporten/[vaststelling]/brieven.zip', 'letter.export-run'],
	),
	...doors(
		LETTER,
		[`POST ${LETTERS}/[gemeente]?/opslaan`, 'letter.save'],
		[`POST ${LETTERS}/[gemeente]?/voorbeeld`, 'letter.preview'],
		[`POST ${LETTERS}/[gemeente]?/stap`, 'letter.step'],
		[`POST ${LETTERS}/[gemeente]/voorbeeld`, 'letter.preview'],
		['GET /beheer/brieven/[regio]/[gemeente]', 'letter-template.view'],
		['POST /beheer/brieven/[regio]/[gemeente]?/default', 'letter-template.save'],
		[`GET ${PAPER}`, 'letterhead.list'],
		[`POST ${PAPER}?/default`, 'letterhead.list'],
		[`GET ${PAPER}/[versie]`, 'letterhead.view'],
		[`GET ${PAPER}/[versie]/origineel`, 'letterhead.view'],
		[`GET ${PAPER}/[versie]/proef`, 'letterhead.view'],
		[`POST ${PAPER}/[versie]?/gebruiken`, 'letterhead.use'],
		[`POST ${PAPER}/[versie]?/weghalen`, 'letterhead.remove'],
	),
];
