import { describe, expect, test } from 'vitest';
import type { ItemRow } from './item-row.ts';
import { EMPTY_CELL, type RawCell, type RawTable } from './raw-table.ts';
import { readAgendaTable, type TableChoices } from './read-agenda-table.ts';

const NO_CHOICES: TableChoices = {
	columns: {},
	boxes: '',
	quarter: 4,
	organisations: [
		{ slug: 'woerden', name: 'Gemeente Woerden', shortName: 'Woerden' },
		{ slug: 'rbl', name: 'Leerplicht, RBL', shortName: 'RBL' },
	],
};
type Part = string | Partial<RawCell>;
const HEADER = ['nr', 'agendapunt', '1', '2', '3', '4', 'stand van zaken', 'status'];

function table(rows: Part[][], more: Partial<RawTable> = {}): RawTable {
	const cells = rows.map((row) =>
		row.map((part): RawCell => ({ ...EMPTY_CELL, ...(typeof part === 'string' ? { text: part } : part) })),
	);
	return { name: 'tabel 1', heading: 'Jonge kind', rows: cells, ...more };
}

const read = (rows: Part[][], choices: Partial<TableChoices> = {}) =>
	readAgendaTable([table(rows)], { ...NO_CHOICES, ...choices });

/** The only item of a table with this one row below the usual header. */
function itemOf(row: Part[], header: Part[] = HEADER): Partial<ItemRow> {
	return read([header, row]).themes[0]?.items[0] ?? {};
}
const withStatus = (status: Part): Part[] => ['1', 'Punt', '', '', '', '', 'Tekst', status];
const withBoxes = (...boxes: Part[]): Part[] => ['1', 'Punt', ...boxes, 'Tekst', ''];
const merged = (text: string): Part[] => [
	{ text, colspan: 8 },
	...Array.from({ length: 7 }, (): Part => ({ covered: 'left' })),
];

describe('the status of a row', () => {
	test.each<[string, string | null]>([
		['rood', 'rood'],
		['Oranje', 'oranje'],
		['GROEN', 'groen'],
		['donkergroen', 'donkergroen'],
		['donker-groen', 'donkergroen'],
		['licht groen', 'groen'],
		['R', 'rood'],
		['o', 'oranje'],
		['G', 'groen'],
		['D', 'donkergroen'],
		['behaald', 'donkergroen'],
		['groen2', 'groen'],
		['groen²', 'groen'],
		['groen (2)', 'groen'],
		['', null],
		['-', null],
		['--', null],
		['–', null],
		['n.v.t.', null],
		['nvt', null],
		['onbekend', null],
		['0', null],
		['3', null],
		['bijna groen', null],
		['geel', null],
	])('%j is %j', (text, level) => {
		expect(itemOf(withStatus(text)).level).toBe(level);
	});

	test.each<[string, string | null]>([
		['ff0000', 'rood'],
		['c00000', 'rood'],
		['ffc000', 'oranje'],
		['ed7d31', 'oranje'],
		['92d050', 'groen'],
		['c6efce', 'groen'],
		['00b050', 'groen'],
		['055b46', 'donkergroen'],
		['375623', 'donkergroen'],
		['d9d9d9', null],
		['4472c4', null],
		['ffff00', null],
		['000000', null],
		['7030a0', null],
	])('with colour %s is %j', (fill, level) => {
		expect(itemOf(withStatus({ fill })).level).toBe(level);
	});

	test('of two greens in one file the darker is donkergroen', () => {
		const rows = [
			HEADER,
			withStatus({ fill: '92d050' }),
			['2', 'Ander', '', '', '', '', '', { fill: '00b050' }],
		];
		expect(read(rows).themes[0]?.items.map(({ level }) => level)).toEqual(['groen', 'donkergroen']);
	});

	test('is the word when word and colour differ, with a warning', () => {
		const { themes, findings } = read([HEADER, withStatus({ text: 'groen', fill: 'ff0000' })]);
		expect(themes[0]?.items[0]?.level).toBe('groen');
		expect(findings).toMatchObject([
			{ kind: 'warning', place: 'tabel 1, rij 2, kolom "status"', raw: 'groen', parsed: 'groen' },
		]);
	});

	test.each<[string, Part[], string | null]>([
		['one crossed', ['', 'x', '', ''], 'oranje'],
		['one ticked', ['', '', '☒', '☐'], 'groen'],
		['crossed from the left', ['x', 'x', 'x', ''], 'groen'],
		['crossed with a gap', ['x', '', 'x', ''], null],
		['one coloured', ['', '', { fill: '92d050' }, ''], 'groen'],
		['coloured grey', ['', { fill: 'd9d9d9' }, '', ''], 'oranje'],
		['coloured from the left', [{ fill: 'ff0000' }, { fill: 'ffc000' }, '', ''], 'oranje'],
		[
			'all coloured, as in an empty model',
			[{ fill: 'ff0000' }, { fill: 'ffc000' }, { fill: '92d050' }, { fill: '055b46' }],
			null,
		],
		[
			'all coloured with one cross',
			[{ fill: 'ff0000' }, { fill: 'ffc000', text: 'X' }, { fill: '92d050' }, { fill: '055b46' }],
			'oranje',
		],
		['empty', ['', '--', '', ''], null],
	])('from boxes that are %s', (_name, boxes, level) => {
		expect(itemOf(withBoxes(...boxes)).level).toBe(level);
	});

	test('from boxes that are the quarters of the year is that of the chosen quarter', () => {
		const rows = [HEADER, withBoxes({ fill: '92d050' }, { fill: 'ff0000' }, '', '')];
		expect(read(rows, { quarter: 2 })).toMatchObject({
			boxes: 'quarters',
			themes: [{ items: [{ level: 'rood' }] }],
		});
		expect(read(rows, { quarter: 3 }).themes[0]?.items[0]?.level).toBeNull();
	});

	test('of a doorlopend item is never donkergroen', () => {
		const header = ['nr', 'agendapunt', 'soort', 'status'];
		expect(read([header, ['1', 'Punt', 'doorlopend', 'donkergroen']]).findings).toMatchObject([
			{ kind: 'error' },
		]);
		expect(itemOf(['1', 'Punt', 'doorlopend', 'behaald'], header).level).toBe('groen');
	});
});

describe('numbers', () => {
	const numbers = (...texts: string[]) =>
		read([HEADER, ...texts.map((text): Part[] => [text, `Punt ${text}`, '', '', '', '', '', ''])]);

	test.each([
		['1.', 1],
		['nr. 1', 1],
		['2.1', 1],
		['01', 1],
	])('%j is %j', (text, number) => {
		expect(numbers(text).themes[0]?.items[0]?.number).toBe(number);
	});

	test('with a footnote against it are taken apart, raw beside parsed', () => {
		const texts = [...Array.from({ length: 13 }, (_, index) => String(index + 1)), '1418'];
		expect(numbers(...texts).findings.at(0)).toMatchObject({
			kind: 'warning',
			place: 'tabel 1, rij 15, kolom "nr"',
			raw: '1418',
			parsed: '14',
		});
	});

	test.each([
		['that is there twice', ['1', '1'], /staat al bij dit thema \(tabel 1, rij 2\)/],
		['that is missing', ['1', ''], /geen nummer/],
		['that is a word', ['1', 'twee'], /geen nummer/],
	])('%s is an error with its place', (_name, texts, sentence) => {
		expect(numbers(...texts).findings.find(({ kind }) => kind === 'error')).toMatchObject({
			place: 'tabel 1, rij 3, kolom "nr"',
			sentence: expect.stringMatching(sentence),
		});
	});

	test('are given when the table has none', () => {
		const { themes, findings } = numbers('', '', '');
		expect(themes[0]?.items.map(({ number }) => number)).toEqual([1, 2, 3]);
		expect(findings).toMatchObject([{ kind: 'warning', place: 'tabel 1' }]);
	});
});

describe('themas', () => {
	const themesOf = (...tables: RawTable[]) =>
		readAgendaTable(tables, NO_CHOICES).themes.map(({ name, items }) => [name, items.length]);
	const row = (number: string): Part[] => [number, `Punt ${number}`, '', '', '', '', '', ''];

	test('are rows with one merged cell', () => {
		const rows = [HEADER, merged('Thema 1: Preventie'), row('1'), row('2'), merged('Thuiszitters'), row('1')];
		expect(themesOf(table(rows, { heading: 'Samenwerkingsagenda 2019' }))).toEqual([
			['Preventie', 2],
			['Thuiszitters', 1],
		]);
	});

	test('are rows with one bold text or the word thema', () => {
		const rows: Part[][] = [
			HEADER,
			['', { text: 'Preventie', bold: true }],
			row('1'),
			['Thema 2', 'Thuiszitters'],
			row('1'),
		];
		expect(themesOf(table(rows, { heading: null }))).toEqual([
			['Preventie', 1],
			['Thuiszitters', 1],
		]);
	});

	test('are the headings above the tables, and a table without one goes on', () => {
		const next = table([row('2'), row('3')], { heading: null });
		expect(
			themesOf(table([HEADER, row('1')]), next, table([HEADER, row('1')], { heading: 'Thema B – Later' })),
		).toEqual([
			['Jonge kind', 3],
			['Later', 1],
		]);
	});

	test('are a column, also when its cells are merged or empty further down', () => {
		const header = ['thema', 'nr', 'agendapunt', 'status'];
		const rows: Part[][] = [
			header,
			[{ text: 'A', rowspan: 2 }, '1', 'x1', ''],
			[{ covered: 'above' }, '2', 'x2', ''],
			['B', '1', 'x3', ''],
			['', '2', 'x4', ''],
		];
		expect(themesOf(table(rows))).toEqual([
			['A', 2],
			['B', 2],
		]);
	});

	test('that nobody names get one name and a warning', () => {
		const { themes, findings } = readAgendaTable([table([HEADER, row('1')], { heading: null })], NO_CHOICES);
		expect(themes[0]?.name).toBe('Algemeen');
		expect(findings).toMatchObject([{ kind: 'warning', parsed: 'Algemeen' }]);
	});
});

describe('columns', () => {
	test('are told from a header of two rows', () => {
		const top: Part[] = [
			'nr',
			'agendapunt',
			{ text: 'kwartaal', colspan: 4 },
			{ covered: 'left' },
			{ covered: 'left' },
			{ covered: 'left' },
			'stand van zaken',
			'status',
		];
		const below = ['', '', '1', '2', '3', '4', '', ''];
		expect(read([top, below, withBoxes('', 'x', '', '')]).themes[0]?.items[0]?.level).toBe('oranje');
	});

	test('are told from one cell "1 2 3 4" over four columns', () => {
		const top: Part[] = [
			'nr',
			'agendapunt',
			{ text: '1 2 3 4', colspan: 4 },
			{ covered: 'left' },
			{ covered: 'left' },
			{ covered: 'left' },
			'stand van zaken',
			'status',
		];
		expect(read([top, withBoxes('', '', 'x', '')]).themes[0]?.items[0]?.level).toBe('groen');
	});

	test('without a header are guessed from what is in them', () => {
		const rows = [
			['1', 'Eerste punt', 'groen', 'Een lange tekst over hoe het gaat.'],
			['2', 'Tweede punt', 'rood', 'Nog een lange tekst.'],
		];
		expect(read(rows).columns).toEqual([['number', 'title', 'level', 'narrative']]);
	});

	test('are what the person says they are', () => {
		const { themes } = read(
			[
				['nr', 'agendapunt', 'bijzonderheden', 'status'],
				['1', 'Punt', 'Tekst', 'rood'],
			],
			{ columns: { '0-2': 'narrative', '0-3': '' } },
		);
		expect(themes[0]?.items[0]).toMatchObject({ narrative: 'Tekst', level: null });
	});

	test('without any agendapunt give an error that says what to do', () => {
		expect(
			read(
				[
					['a', 'b'],
					['c', 'd'],
				],
				{ columns: { '0-0': '', '0-1': '' } },
			).findings,
		).toMatchObject([{ kind: 'error', place: 'het bestand' }]);
	});

	test('of the rich table are all read', () => {
		const header = [
			'Nr',
			'Agendapunt',
			'Omschrijving',
			'Soort',
			'Trekker',
			'Betrokken',
			'Doel rood',
			'Doel oranje',
			'Doel groen',
			'Doel donkergroen',
			'Oorzaak',
			'Gevolg',
			'Bijsturing',
		];
		const row = [
			'1',
			'Punt',
			'Uitleg',
			'resultaat',
			'gemeente Woerden',
			'Leerplicht, RBL; Onbekend',
			'r',
			'o',
			'g',
			'd',
			'w',
			'x',
			'y',
		];
		const { themes, findings, unknownOrganisations } = read([header, row]);
		expect(themes[0]?.items[0]).toMatchObject({
			description: 'Uitleg',
			kind: 'result',
			lead: 'woerden',
			involved: ['rbl'],
			cause: 'w',
			consequence: 'x',
			correction: 'y',
			goals: { rood: 'r', oranje: 'o', groen: 'g', donkergroen: 'd' },
		});
		expect(findings).toEqual([]);
		expect(themes[0]?.items[0]?.unknownInvolved).toEqual(['Onbekend']);
		expect(unknownOrganisations).toEqual([
			{ name: 'Onbekend', places: ['tabel 1, rij 2, kolom "betrokken"'] },
		]);
	});
});

test('a row below a merged agendapunt adds to its texts', () => {
	const rows: Part[][] = [
		HEADER,
		withStatus('groen'),
		[{ covered: 'above' }, { covered: 'above' }, '', '', '', '', 'Meer tekst', ''],
	];
	expect(read(rows).themes[0]?.items).toMatchObject([{ narrative: 'Tekst\nMeer tekst' }]);
});

test('a text that is too long is an error with its place', () => {
	expect(read([HEADER, ['1', 'x'.repeat(301), '', '', '', '', '', '']]).findings).toMatchObject([
		{ kind: 'error', place: 'tabel 1, rij 2, kolom "agendapunt"' },
	]);
});

test('an unknown trekker stays unknown: nobody that stands behind it takes its place', () => {
	const header = ['Thema', 'Nr', 'Agendapunt', 'Trekker', 'Betrokken'];
	const { themes, unknownOrganisations } = readAgendaTable(
		[
			table([header, ['Preventie', '1', 'Punt', 'West Betuwe, RBL', 'Woerden, west betuwe']], {
				heading: null,
			}),
		],
		NO_CHOICES,
	);
	expect(themes[0]?.items[0]).toMatchObject({
		lead: null,
		unknownLead: 'West Betuwe',
		involved: ['rbl', 'woerden'],
		unknownInvolved: ['west betuwe'],
	});
	expect(unknownOrganisations.map(({ name, places }) => [name, places.length])).toEqual([['West Betuwe', 2]]);
});
