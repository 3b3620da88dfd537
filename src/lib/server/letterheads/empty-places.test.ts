import { describe, expect, test } from 'vitest';
import { nameBehind, withLabels } from './empty-places.ts';

/** The text with every `[...]` as a place of its own: `[]` stays empty, `[a]` gets "a". */
function filled(written: string): string {
	const places: { from: number; to: number; value: string }[] = [];
	let text = '';
	for (const part of written.split(/(\[[^\]]*\])/)) {
		const isPlace = part.startsWith('[');
		if (isPlace) places.push({ from: text.length, to: text.length + 3, value: part.slice(1, -1) });
		text += isPlace ? '{x}' : part;
	}
	return withLabels(text, places).reduceRight(
		(left, { from, to, value }) => left.slice(0, from) + value + left.slice(to),
		text,
	);
}

describe('an empty place', () => {
	test.each([
		['Raadsinformatiebrief nr. []', 'Raadsinformatiebrief'],
		['Raadsinformatiebrief nr. [7]', 'Raadsinformatiebrief nr. 7'],
		['Brief met kenmerk []', 'Brief'],
		['Kenmerk: []', ''],
		['Ons kenmerk:\n[]', 'Ons kenmerk:\n'],
		['Datum: [1 mei]\nKenmerk: []', 'Datum: 1 mei\n'],
		['Kenmerk: [] Datum: [1 mei]', ' Datum: 1 mei'],
		['Kenmerk: [a] Datum: []', 'Kenmerk: a'],
		['Wij schrijven u over []', 'Wij schrijven u over '],
		['Gemeente Bee. Kenmerk: []', 'Gemeente Bee. Kenmerk: '],
		['Het knummer []', 'Het knummer '],
		[
			`${'Een lange regel die geen label is '.repeat(3)}: []`,
			`${'Een lange regel die geen label is '.repeat(3)}: `,
		],
	])('%j becomes %j', (written, expected) => {
		expect(filled(written)).toBe(expected);
	});
});

describe('the name of a gemeente', () => {
	test.each([
		['', 'Gemeente Stichtse Vecht'],
		['Gemeente ', 'Stichtse Vecht'],
		['Aan de gemeente ', 'Stichtse Vecht'],
		['De gemeenteraad van ', 'de gemeente Stichtse Vecht'],
		['De gemeenteraad van de ', 'gemeente Stichtse Vecht'],
		['Utrecht, ', 'Gemeente Stichtse Vecht'],
		['Subgemeente ', 'Gemeente Stichtse Vecht'],
	])('behind %j reads %j', (before, expected) => {
		expect(nameBehind(before, 'Gemeente Stichtse Vecht')).toBe(expected);
	});

	test('without the word stays as it is', () => {
		expect(nameBehind('Gemeente ', 'Stichtse Vecht')).toBe('Stichtse Vecht');
	});
});

test('takes a time that grows with the length of the text', () => {
	const text = `${' ('.repeat(50_000)}nr. {x}`;
	const start = performance.now();
	withLabels(text, [{ from: text.length - 3, to: text.length, value: '' }]);
	nameBehind(text, 'Gemeente Bee');
	expect(performance.now() - start).toBeLessThan(100);
});
