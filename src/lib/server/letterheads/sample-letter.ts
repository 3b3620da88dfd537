/** A letter to see what a letterhead makes of it: everything that a real one can hold, in words that are plainly made up. */
import { FIELD_PLACEHOLDERS } from '#lib/domain/letter-placeholders.ts';
import { bareName } from '../letters/letter-fields.view.ts';
import { LEVEL_LETTER, LEVEL_WORD } from '#lib/text/nl.ts';
import type { Block, LevelPiece } from '../documents/document-model.ts';
import type { LetterParts } from './letter-parts.ts';

const badge = (level: keyof typeof LEVEL_WORD): { badge: LevelPiece } => ({
	badge: { level, word: LEVEL_WORD[level], letter: LEVEL_LETTER[level] },
});

const BODY: readonly Block[] = [
	{ kind: 'paragraph', style: 'notice', pieces: ['Proefbrief: de tekst en de cijfers zijn verzonnen.'] },
	{ kind: 'heading', level: 1, text: 'Inleiding' },
	{
		kind: 'paragraph',
		style: 'text',
		pieces: [
			'Hierbij informeren wij u over de voortgang van de samenwerkingsagenda. In het bestuurlijk overleg is de stand van het vierde kwartaal ',
			{ text: 'vastgesteld', style: 'strong' },
			'. Van de vier agendapunten heeft er één het einddoel bereikt.',
		],
	},
	{ kind: 'heading', level: 1, text: 'Kernboodschap' },
	{ kind: 'heading', level: 2, text: 'Thuiszitters' },
	{
		kind: 'paragraph',
		style: 'text',
		pieces: [
			'Het eerste doel is gehaald: ieder kind dat thuis zit is in beeld.\nHet tweede vraagt nog werk.',
		],
	},
	{
		kind: 'table',
		title: 'Stand per agendapunt',
		shares: [1, 5, 2],
		head: [['Nr'], ['Agendapunt'], ['Stand']],
		rows: [
			[['1'], ['Sluitende registratie van verzuim'], [badge('donkergroen')]],
			[['2'], ['Doorgaande lijn van voorschool naar school'], [badge('groen')]],
			[['3'], ['Onderwijs en zorg in één plan'], [badge('oranje')]],
			[['4'], ['Leerlingenvervoer dichter bij huis'], [badge('rood')]],
		],
	},
	{ kind: 'heading', level: 3, text: 'Wat er nog nodig is' },
	{
		kind: 'paragraph',
		style: 'quiet',
		pieces: ['De doelen staan in de voortgangsrapportage die bij deze brief hoort.'],
	},
	{ kind: 'heading', level: 1, text: 'Vervolg' },
	{
		kind: 'list',
		start: null,
		items: [
			[
				{
					kind: 'paragraph',
					style: 'text',
					pieces: ['Na het volgende kwartaal ontvangt u opnieuw een brief.'],
				},
			],
			[
				{
					kind: 'paragraph',
					style: 'text',
					pieces: [
						'Meer over passend onderwijs leest u op ',
						{ text: 'rijksoverheid.nl', href: 'https://www.rijksoverheid.nl/onderwerpen/passend-onderwijs' },
						'.',
					],
				},
			],
		],
	},
];

/** `gemeente` is the name of the one whose letterhead it is. */
export function sampleLetter(gemeente: string): LetterParts {
	const fields = Object.fromEntries(FIELD_PLACEHOLDERS.map(({ name, example }) => [name, example]));
	const name = bareName(gemeente);
	const geadresseerde = `De gemeenteraad van ${name}`;
	return { fields: { ...fields, gemeente, gemeentenaam: name, geadresseerde }, body: BODY };
}
