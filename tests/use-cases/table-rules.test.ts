import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { writeXlsx, type ConditionalRule } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readAgendaTable } from '#lib/input/table-import/read-agenda-table.ts';
import { readTables } from '#lib/server/imports/tables/read-tables.ts';
import { refusalOf } from '../support/refusal.ts';

const CHOICES = { columns: {}, boxes: '', quarter: 1, organisations: [] } as const;

/** Level and findings about it, row by row. */
function levelsIn(bytes: Uint8Array) {
	const { themes, findings } = readAgendaTable(readTables(bytes, 'a.xlsx'), CHOICES);
	const notes = findings.filter(({ place }) => /status|vakjes/.test(place));
	return { levels: themes.flatMap(({ items }) => items.map(({ level }) => level)), notes };
}

test('a file that LibreOffice wrote keeps the colours of its rules', () => {
	const bytes = readFileSync(new URL('../support/fixtures/rules.xlsx', import.meta.url));
	const { levels, notes } = levelsIn(bytes);
	expect(levels).toEqual(['groen', 'rood', 'oranje', 'donkergroen', 'rood', null]);
	const unread = notes.filter(({ sentence }) => sentence.includes('regel voor voorwaardelijke opmaak'));
	expect(unread).toEqual([
		{
			kind: 'warning',
			place: 'blad "Agenda", rij 7, kolom "status"',
			sentence:
				'De kleur van deze cel komt uit een regel voor voorwaardelijke opmaak die niet is gelezen. De status blijft leeg. Geef de cel zelf een kleur, of schrijf er het niveau in.',
			raw: 'In overleg met de scholen in de regio',
			parsed: '',
		},
	]);
});

const fill = (rgb: string) => ({ fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb } } }) as const;
const [RED, ORANGE, GREEN] = [fill('FFFF0000'), fill('FFFFC000'), fill('FF92D050')];
const TWO: NonNullable<ConditionalRule['colorScale']>['cfvo'] = [{ type: 'min' }, { type: 'max' }];
const THREE: NonNullable<ConditionalRule['iconSet']>['cfvo'] = [
	{ type: 'min' },
	{ type: 'percent', value: '33' },
	{ type: 'percent', value: '67' },
];
type Given = Omit<ConditionalRule, 'priority' | 'range'> & { priority?: number; range?: string };

/** One sheet with a status per row in column C, under rules that hucre writes. */
async function fileWith(
	statuses: readonly (string | number | boolean | null)[],
	rules: readonly Given[],
	own?: Parameters<typeof fill>[0],
): Promise<Uint8Array> {
	const rows = statuses.map((status, index) => [index + 1, `Punt ${index + 1}`, status, 'Tekst']);
	const cells = own
		? new Map([
				[
					'1,2',
					{
						value: statuses[0] ?? null,
						style: { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: own } } as const },
					},
				],
			])
		: undefined;
	return writeXlsx({
		sheets: [
			{
				name: 'Blad1',
				rows: [['Nr.', 'Agendapunt', 'Status', 'Stand van zaken'], ...rows],
				...(cells && { cells }),
				conditionalRules: rules.map((rule, index) => ({ priority: index + 1, range: 'C2:C50', ...rule })),
			},
		],
	});
}

describe('a rule that another writer wrote', () => {
	const equal = (formula: string, style: Given['style'], more: Partial<Given> = {}): Given => ({
		type: 'cellIs',
		operator: 'equal',
		formula,
		style,
		...more,
	});
	const expression = (formula: string, style: Given['style']): Given => ({
		type: 'expression',
		formula,
		style,
	});
	const unread = /voorwaardelijke opmaak die niet is gelezen/;

	test.each<[string, string | number | boolean | null, Given[], string | null]>([
		['equal text, whatever its capitals', 'Klaar', [equal('"klaar"', GREEN)], 'groen'],
		['another text', 'bijna', [equal('"klaar"', GREEN)], null],
		['a number', 3, [equal('3', GREEN)], 'groen'],
		['a text that looks like the number', '3', [equal('3', GREEN)], null],
		['an empty cell counts as 0', null, [equal('0', RED)], 'rood'],
		['more than', 80, [{ ...equal('75', GREEN), operator: 'greaterThan' }], 'groen'],
		['between', 80, [{ ...equal('', GREEN), operator: 'between', formula: ['70', '90'] }], 'groen'],
		['not between', 95, [{ ...equal('', GREEN), operator: 'between', formula: ['70', '90'] }], null],
		['another cell that stays', 'Tekst', [equal('$D$2', GREEN)], 'groen'],
		['an expression about the cell', 'x y', [expression('C2="x y"', ORANGE)], 'oranje'],
		['an expression about its row', 'x', [expression('$A2=1', ORANGE)], 'oranje'],
		[
			'the highest priority',
			'x',
			[equal('"x"', RED, { priority: 2 }), equal('"x"', GREEN, { priority: 1 })],
			'groen',
		],
		[
			'stop before the next',
			'x',
			[equal('"x"', { font: { bold: true } }, { stopIfTrue: true }), equal('"x"', RED)],
			null,
		],
		['go on to the next', 'x', [equal('"x"', { font: { bold: true } }), equal('"x"', RED)], 'rood'],
		['decided before one that is not read', 'x', [equal('"x"', RED), expression('LEN(C2)=1', GREEN)], 'rood'],
		['a scale says nothing about a text', 'x', [{ type: 'dataBar' }, equal('"x"', RED)], 'rood'],
	])('is read: %s', async (_name, status, rules, level) => {
		const { levels, notes } = levelsIn(await fileWith([status], rules));
		expect(levels).toEqual([level]);
		expect(notes.filter(({ sentence }) => unread.test(sentence))).toEqual([]);
	});

	test.each<[string, string | number, Given[]]>([
		['a calculation', 'x', [expression('LEN(C2)=1', GREEN)]],
		['two conditions', 'x', [expression('AND(C2="x",A2=1)', GREEN)]],
		['another sheet', 'x', [equal('Blad2!$A$1', GREEN)]],
		['before one that is decided', 'x', [expression('LEN(C2)=1', GREEN), equal('"x"', RED)]],
		['texts in order', 'x', [{ ...equal('"m"', GREEN), operator: 'greaterThan' }]],
		['icons', 3, [{ type: 'iconSet', iconSet: { iconSet: '3TrafficLights1', cfvo: THREE } }]],
		[
			'a colour scale',
			3,
			[{ type: 'colorScale', colorScale: { cfvo: TWO, colors: ['FFFF0000', 'FF00FF00'] } }],
		],
	])('is not guessed: %s', async (_name, status, rules) => {
		const { levels, notes } = levelsIn(await fileWith([status], rules));
		expect(levels).toEqual([null]);
		expect(notes).toMatchObject([
			{ place: 'blad "Blad1", rij 2, kolom "status"', sentence: expect.stringMatching(unread) },
		]);
	});

	test('stays silent where a word says the level', async () => {
		const { levels, notes } = levelsIn(await fileWith(['oranje'], [expression('LEN(C2)=1', GREEN)]));
		expect(levels).toEqual(['oranje']);
		expect(notes).toEqual([]);
	});

	test('goes before the colour of the cell, as on the screen', async () => {
		const { levels } = levelsIn(await fileWith(['x'], [equal('"x"', GREEN)], 'FFFF0000'));
		expect(levels).toEqual(['groen']);
	});

	test('that is not read leaves the colour of the cell, to be looked at', async () => {
		const { levels, notes } = levelsIn(await fileWith(['x'], [expression('LEN(C2)=1', GREEN)], 'FFFF0000'));
		expect(levels).toEqual(['rood']);
		expect(notes).toMatchObject([{ parsed: 'rood', sentence: expect.stringMatching(/zelf een kleur/) }]);
	});
});

/** The sheet of a file that hucre wrote, with its rules replaced. */
async function fileWithXml(xml: string): Promise<Uint8Array> {
	const members = unzipSync(await fileWith(['x'], []));
	const path = 'xl/worksheets/sheet1.xml';
	const sheet = new TextDecoder().decode(members[path]);
	return zipSync({ ...members, [path]: strToU8(sheet.replace('</worksheet>', `${xml}</worksheet>`)) });
}

test('a rule in the part that Excel keeps for newer versions is read too', async () => {
	const rule =
		'<x14:cfRule type="containsText" priority="1" operator="containsText" id="{1}"><xm:f>NOT(ISERROR(SEARCH($B$2,C2)))</xm:f><xm:f>$B$2</xm:f>' +
		'<x14:dxf><fill><patternFill><bgColor rgb="FFFF0000"/></patternFill></fill></x14:dxf></x14:cfRule><xm:sqref>C2:C9</xm:sqref>';
	const inExtension = (text: string) =>
		`<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">${text}</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`;
	expect(levelsIn(await fileWithXml(inExtension(rule))).levels).toEqual([null]);
	const found = rule.replaceAll('$B$2', '$C$2');
	expect(levelsIn(await fileWithXml(inExtension(found))).levels).toEqual(['rood']);
});

test('the boxes of a row say that their colours come from a rule that is not read', async () => {
	const bytes = await writeXlsx({
		sheets: [
			{
				name: 'Blad1',
				rows: [
					['Nr.', 'Agendapunt', '1', '2', '3', '4', 'Stand van zaken'],
					[1, 'Punt', '', '', '', '', 'Tekst'],
				],
				conditionalRules: [
					{ type: 'expression', formula: 'MOD(ROW(),2)=0', style: GREEN, priority: 1, range: 'C2:F9' },
				],
			},
		],
	});
	const { levels, notes } = levelsIn(bytes);
	expect(levels).toEqual([null]);
	expect(notes).toMatchObject([
		{
			place: 'blad "Blad1", rij 2, vakjes 1 tot en met 4',
			sentence: expect.stringMatching(/een van deze vakjes/),
		},
	]);
});

test.each([
	['that lie on top of each other many times', 'A1:XFD1048576 '.repeat(1000)],
	['with very many ranges outside the table', 'XFD1 '.repeat(100_000)],
])('rules %s are refused within a second', async (_name, ranges) => {
	const rule =
		'<cfRule type="expression" dxfId="0" priority="1" stopIfTrue="1"><formula>A1=1</formula></cfRule>';
	const one = `<conditionalFormatting sqref="${ranges.trim()}">${rule.repeat(500)}</conditionalFormatting>`;
	const bytes = await fileWithXml(one);
	const started = performance.now();
	expect(refusalOf(() => readTables(bytes, 'a.xlsx')).message).toMatch(/te groot/);
	expect(performance.now() - started).toBeLessThan(1000);
});
