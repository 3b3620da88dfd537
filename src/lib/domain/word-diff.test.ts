import { describe, expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';
import { mergeTexts } from './word-merge.ts';

const marked = (before: string, after: string) =>
	wordDiff(before, after)
		.map(({ kind, text }) => ({ same: text, added: `[+${text.trim()}]`, removed: `[-${text.trim()}]` })[kind])
		.join('');

describe('the difference between two texts', () => {
	test.each([
		['Minstens 80% van de scholen', 'Minstens 90% van de scholen', 'Minstens[-80%][+90%] van de scholen'],
		['', 'Alles is nieuw', '[+Alles is nieuw]'],
		['Alles is weg', '', '[-Alles is weg]'],
		['Gelijk gebleven', 'Gelijk gebleven', 'Gelijk gebleven'],
		['een twee drie', 'twee drie vier', '[-een]twee drie[+vier]'],
		['een  twee', 'een twee', 'een twee'],
		['kop staart', 'kop midden staart', 'kop[+midden] staart'],
		['', '', ''],
	])('from "%s" to "%s" is %s', (before, after, expected) => {
		expect(marked(before, after)).toBe(expected);
	});

	test('put together again gives both texts', () => {
		const [before, after] = [
			'Bij 50-74% van de MPO’s zitten ouders aan tafel.',
			'Bij 60-74% van de overleggen\nzitten zij aan tafel.',
		];
		const parts = wordDiff(before, after);
		const textOf = (...kinds: string[]) =>
			parts
				.filter(({ kind }) => kinds.includes(kind))
				.map(({ text }) => text)
				.join('');
		expect(textOf('same', 'added')).toBe(after);
		expect(textOf('same', 'removed').split(/\s+/)).toEqual(before.split(/\s+/));
	});

	test('of texts too long to compare whole keeps what stands between words that occur once', () => {
		const filling = (word: string) => Array.from({ length: 2500 }, () => word).join(' ');
		const before = `${filling('a')} eerst ${filling('b')} laatst`;
		const after = `${filling('c')} eerst ${filling('d')} laatst`;
		expect(
			wordDiff(before, after).map(({ kind, text }) => [kind, text.length > 100 ? 'lang' : text.trim()]),
		).toEqual([
			['removed', 'lang'],
			['added', 'lang'],
			['same', 'eerst'],
			['removed', 'lang'],
			['added', 'lang'],
			['same', 'laatst'],
		]);
	});

	test('of two texts of the greatest length takes less than a second', () => {
		const long = (word: string) => Array.from({ length: 330 }, (_, index) => `${word}${index % 7}`).join(' ');
		const start = performance.now();
		wordDiff(long('a'), long('b'));
		expect(performance.now() - start).toBeLessThan(1000);
	});
});

describe('putting two changed texts together', () => {
	const base = 'Minstens 80% van de scholen gebruikt de definitie.';
	test.each([
		[
			'only I changed it',
			'Minstens 90% van de scholen gebruikt de definitie.',
			base,
			'Minstens 90% van de scholen gebruikt de definitie.',
		],
		[
			'only the other did',
			base,
			'Minstens 80% van alle scholen gebruikt de definitie.',
			'Minstens 80% van alle scholen gebruikt de definitie.',
		],
		[
			'we changed other words',
			'Minstens 90% van de scholen gebruikt de definitie.',
			'Minstens 80% van de scholen gebruikt de definitie. Uiterlijk 2020-K4.',
			'Minstens 90% van de scholen gebruikt de definitie. Uiterlijk 2020-K4.',
		],
		['we did the same', 'Alles anders.', 'Alles anders.', 'Alles anders.'],
		[
			'we changed the same word',
			'Minstens 90% van de scholen gebruikt de definitie.',
			'Minstens 85% van de scholen gebruikt de definitie.',
			null,
		],
		[
			'one emptied it and the other changed it',
			'',
			'Minstens 85% van de scholen gebruikt de definitie.',
			null,
		],
	])('goes by words when %s', (_when, mine, theirs, expected) => {
		expect(mergeTexts(base, mine, theirs)).toBe(expected);
		expect(mergeTexts(base, theirs, mine)).toBe(expected);
	});

	test('of a text that did not exist is left to a person', () => {
		expect(mergeTexts('', 'Mijn tekst', 'Hun tekst')).toBeNull();
	});
});
