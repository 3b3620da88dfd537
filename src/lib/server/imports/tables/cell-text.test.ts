import { expect, test } from 'vitest';
import { refusalOf } from '../../../../../tests/support/refusal.ts';
import { tidy } from './cell-text.ts';
import { readPasted } from './read-tables.ts';

test.each([
	['een  \n  twee', 'een\ntwee'],
	['een\r\n\r\n\r\n\r\ntwee', 'een\n\ntwee'],
	['een \n \n twee', 'een\n\ntwee'],
	['  een\u00a0twee  drie ', 'een twee  drie'],
	['een\u200btwee\u0007', 'eentwee'],
])('the text %j of a cell becomes %j', (text, tidied) => {
	expect(tidy(text)).toBe(tidied);
});

test('a cell of more than 20,000 signs is refused with its row, and nothing of it is lost unseen', () => {
	const pasted = `Nr\tAgendapunt\n1\tx${' '.repeat(50_000)}x\n`;
	expect(refusalOf(() => readPasted(pasted)).message).toBe(
		'In rij 2 staat een cel met meer dan 20.000 tekens. Maak de tekst korter.',
	);
});
