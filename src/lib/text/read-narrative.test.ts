/** What is layout in a text and what stays as it was typed. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { narrativeLine, plainNarrative, type NarrativeBlock, type Run } from '#lib/domain/narrative.ts';
import { readNarrative } from './read-narrative.ts';

const text = (...runs: Run[]): NarrativeBlock => ({ kind: 'text', runs });
const points = (...items: NarrativeBlock[][]): NarrativeBlock => ({ kind: 'list', start: null, items });
const numbers = (start: number, ...items: NarrativeBlock[][]): NarrativeBlock => ({
	kind: 'list',
	start,
	items,
});
const site = 'https://voorbeeld.nl/a';

describe('layout', () => {
	test.each<[string, NarrativeBlock[]]>([
		['Dit is **vet** hier', [text('Dit is ', { text: 'vet', strong: true }, ' hier')]],
		['**Over\ntwee** regels', [text({ text: 'Over\ntwee', strong: true }, ' regels')]],
		['Twee\n\n\nalinea’s **x**', [text('Twee\n\n\nalinea’s ', { text: 'x', strong: true })]],
		[`Zie [de *site*](${site}).`, [text('Zie ', { text: 'de *site*', href: site }, '.')]],
		[`**[vet](${site})**`, [text({ text: 'vet', strong: true, href: site })]],
		[`[](${site})`, [text({ text: site, href: site })]],
		['[mail](mailto:a@b.nl)', [text({ text: 'mail', href: 'mailto:a@b.nl' })]],
		['- een\n- twee', [points([text('een')], [text('twee')])]],
		['Vooraf\n- een\nNa', [text('Vooraf'), points([text('een')]), text('Na')]],
		['- een\n  vervolg\n- twee\n\n- drie', [points([text('een\nvervolg')], [text('twee')], [text('drie')])]],
		['- een\n  - diep\n  - dieper', [points([text('een'), points([text('diep')], [text('dieper')])])]],
		['1. een\n2. twee', [numbers(1, [text('een')], [text('twee')])]],
		['3. drie\n4. vier\n7. zeven', [numbers(3, [text('drie')], [text('vier')]), numbers(7, [text('zeven')])]],
		['1. een\n- punt', [numbers(1, [text('een')]), points([text('punt')])]],
		['- **vet** _niet_', [points([text({ text: 'vet', strong: true }, ' _niet_')])]],
		['- een\n-', [points([text('een')], [])]],
	])('is read in %j', (typed, blocks) => {
		expect(readNarrative(typed)).toEqual(blocks);
	});

	test('lists go three deep, what is deeper is text', () => {
		const typed = '- a\n  - b\n    - c\n      - d\n        - e';
		expect(readNarrative(typed)).toEqual([
			points([text('a'), points([text('b'), points([text('c\n- d\n- e')])])]),
		]);
	});
});

describe('no layout: the very same text', () => {
	test.each([
		'',
		'-',
		'--',
		'---',
		'- - -',
		'Geen opmaak.\n\nTwee   spaties en een\ttab.  \n  ingesprongen\r\nregel',
		'* noot\n+ plus\n• punt\n– streep',
		'1) een\n2) twee',
		'2019. Een jaar\n100. Honderd',
		'Tekst\n2. Geen lijst',
		'-5 graden\n2.5 fte',
		'*cursief* en _cursief_ en __dubbel__ en 3 * 4 * 5 ** 6',
		'**niet gesloten',
		'10** en 12**',
		'# kop\n> citaat\n```\ncode\n```\n`code`\n| a | b |\n|---|---|',
		'Kop\n===\nKop\n---',
		'[a]: https://x.nl\n[a] [b][a] [c]() ![]()',
		'[a](javascript:alert(1)) [b](data:text/html,x) [c](//x.nl) [d](/pad) [e](vbscript:x) [f](file:///etc/passwd)',
		'[a](https://x.nl "met titel") [b]( https://) [c](https://)',
		'<b>vet</b> <script>alert(1)</script> <https://x.nl> https://x.nl',
		'&amp; &lt; &#42;&#42;x&#42;&#42; \\*\\*x\\*\\*',
		'{{onderwerp}} {%x%} #read("x") $x$ @label',
	])('stays in %j', (typed) => {
		expect(readNarrative(typed)).toBe(typed);
	});

	test('everything that Utrecht West wrote', () => {
		const file: unknown = JSON.parse(
			readFileSync(new URL('../server/demo/utrecht-west.json', import.meta.url), 'utf8'),
		);
		const texts = textsIn(file);
		expect(texts.length).toBeGreaterThan(500);
		expect(texts.filter((typed) => readNarrative(typed) !== typed)).toEqual([]);
	});
});

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

describe('nothing that was typed gets lost', () => {
	const LETTERS = /[\p{L}\p{N}]/gu;
	const lettersOf = (value: string) => (value.match(LETTERS) ?? []).join('');
	test.each([
		['deep lists on one line', `${'- '.repeat(2000)}a`],
		[
			'deep lists',
			Array.from({ length: 60 }, (_, depth) => `${' '.repeat(2 * depth)}- x${depth}`).join('\n'),
		],
		['brackets', `${'['.repeat(5000)}a${']('.repeat(2000)}b`],
		['stars', '**a '.repeat(5000)],
		['closed stars', '**a**b'.repeat(3000)],
		['links', `[a](${site})`.repeat(1000)],
		['nested links', `${'[a '.repeat(300)}x${`](${site})`.repeat(300)}`],
		['mixed', '1. a\n- **b\n* c** [d](e\n_f_ `g` <h> &i;\n\n    j\n- k\nl\n2. m'],
		['one cell', '- '.concat('woord **vet** '.repeat(1400))],
	])('such as %s', (_name, typed) => {
		const started = performance.now();
		const read = readNarrative(typed);
		expect(performance.now() - started).toBeLessThan(1000);
		const plain = lettersOf(plainNarrative(read));
		const rest = lettersOf(typed.replaceAll(new RegExp(`\\]\\(${site}\\)`, 'g'), ''));
		expect(plain.replaceAll(lettersOf(site), '')).toBe(rest);
	});
});

test('as plain text', () => {
	const read = readNarrative(
		`**Vet**:\n- een [site](${site})\n- [${site}](${site})\n  - diep\n\nSlot\n4. vier`,
	);
	expect(plainNarrative(read)).toBe(`Vet:\n• een site (${site})\n• ${site}\n   • diep\nSlot\n4. vier`);
	expect(narrativeLine(read)).toBe(`Vet: • een site (${site}) • ${site} • diep Slot 4. vier`);
	expect(plainNarrative('a\n\n- ')).toBe('a\n\n- ');
});
