import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { RawTable } from '#lib/input/table-import/raw-table.ts';
import { readPasted, readTables } from '#lib/server/imports/tables/read-tables.ts';
import { refusalOf } from '../support/refusal.ts';
import { zipOfZeros } from '../support/bombs.ts';
import {
	csvFile,
	docxFile,
	FILLS,
	HEADER,
	odsFile,
	odtFile,
	openDocument,
	PLAIN,
	xlsxFile,
	type FileRow,
} from '../support/table-files.ts';

const texts = ([table]: RawTable[]) => table?.rows.map((row) => row.map(({ text }) => text));
const EXPECTED = PLAIN.map((row) => {
	const line = row.map((cell) => (typeof cell === 'string' ? cell : cell.text));
	return line.length === 1 ? [...line, ...Array<string>(7).fill('')] : line;
});
const SHADED: FileRow[] = [
	HEADER,
	['1', 'Punt', '', { text: '', fill: FILLS.oranje }, '', '', 'Tekst', { text: '', fill: FILLS.donkergroen }],
];

describe('the same table in every format', () => {
	test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
		['a.docx', () => docxFile({ rows: PLAIN })],
		['a.odt', () => odtFile(PLAIN)],
		['a.xlsx', () => xlsxFile({ Blad1: PLAIN })],
		['a.ods', () => odsFile({ Blad1: PLAIN })],
	])('is read the same from %s', async (name, make) => {
		const tables = readTables(await make(), name);
		expect(texts(tables)).toEqual(EXPECTED);
		expect(tables[0]?.rows[1]?.[0]).toMatchObject({ colspan: 8 });
		expect(tables[0]?.rows[1]?.[7]?.covered).toBe('left');
	});

	test.each([';', ',', '\t'])('is read from CSV with %j', (delimiter) => {
		expect(texts(readTables(csvFile(PLAIN, delimiter), 'a.csv'))?.[2]).toEqual(EXPECTED[2]);
	});

	test.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
		['a.docx', () => docxFile({ rows: SHADED })],
		['a.odt', () => odtFile(SHADED)],
		['a.xlsx', () => xlsxFile({ Blad1: SHADED })],
		['a.ods', () => odsFile({ Blad1: SHADED })],
	])('keeps its shading in %s', async (name, make) => {
		const row = readTables(await make(), name)[0]?.rows[1] ?? [];
		expect(row.map(({ fill }) => fill)).toEqual([null, null, null, 'ffc000', null, null, null, '00b050']);
	});
});

describe('text', () => {
	test.each([
		['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...strToU8('nr;agendapunt\n1;Coördinatie')]],
		['UTF-8', [...strToU8('nr;agendapunt\n1;Coördinatie')]],
		['the old encoding of Windows', [...Buffer.from('nr;agendapunt\n1;Coördinatie', 'latin1')]],
		['UTF-16', [0xff, 0xfe, ...Buffer.from('nr;agendapunt\n1;Coördinatie', 'utf16le')]],
	])('in %s keeps its accents', (_name, bytes) => {
		expect(texts(readTables(new Uint8Array(bytes), 'a.csv'))).toEqual([
			['nr', 'agendapunt'],
			['1', 'Coördinatie'],
		]);
	});

	test('pasted from a spreadsheet keeps line ends and quotes within a cell', () => {
		expect(texts(readPasted('Nr\tAgendapunt\n1\t"Eerste regel\nen ""tweede"""\n'))).toEqual([
			['Nr', 'Agendapunt'],
			['1', 'Eerste regel\nen "tweede"'],
		]);
	});
});

describe('what stands around the tables', () => {
	test('gives a Word table its heading', async () => {
		const tables = readTables(
			await docxFile({ heading: 'Thema Jonge kind', rows: PLAIN }, { rows: PLAIN }),
			'a.docx',
		);
		expect(tables.map(({ name, heading }) => [name, heading])).toEqual([
			['tabel 1', 'Thema Jonge kind'],
			['tabel 2', null],
		]);
	});

	test('leaves footnotes out of the text and keeps them beside it', async () => {
		const rows: FileRow[] = [
			HEADER,
			[
				{ text: '14', note: '18' },
				{ text: 'Punt', hasFootnote: true },
			],
		];
		const wanted = [
			{ text: '14', raw: '1418' },
			{ text: 'Punt', raw: 'Punt[voetnoot]' },
		];
		expect(readTables(await docxFile({ rows }), 'a.docx')[0]?.rows[1]).toMatchObject(wanted);
		expect(readTables(odtFile(rows), 'a.odt')[0]?.rows[1]).toMatchObject(wanted);
	});

	test('merges cells downwards', async () => {
		const rows: FileRow[] = [
			HEADER,
			['1', { text: 'Punt', merge: 'start' }],
			['', { text: '', merge: 'on' }],
		];
		const table = readTables(await docxFile({ rows }), 'a.docx')[0];
		expect(table?.rows[1]?.[1]).toMatchObject({ text: 'Punt', rowspan: 2 });
	});
});

/** Made by LibreOffice itself: see tests/support/fixtures/README.md. */
describe('a file that LibreOffice wrote', () => {
	const tableOf = (name: string) =>
		readTables(readFileSync(new URL(`../support/fixtures/${name}`, import.meta.url)), name)[0]?.rows ?? [];

	test.each(['table.docx', 'table.odt', 'table.xlsx', 'table.ods'])('keeps its merged cells: %s', (name) => {
		const rows = tableOf(name).filter(([first]) => first?.text !== 'Thema Jonge kind');
		expect(rows.map((row) => row.map(({ text, covered }) => text || covered || ''))).toEqual([
			['Nr.', 'Agendapunt', '1', '2', '3', '4', 'Stand van zaken', 'Status'],
			['Thema 1: Jonge kind', ...Array<string>(7).fill('left')],
			['1', 'Peuters in beeld', '', '', '', '', 'Alle gemeenten doen mee.', 'groen'],
			['2', 'Warme overdracht', '', '', '', '', 'Nog niet begonnen.', 'rood'],
			['above', 'above', '', '', '', '', 'Wel een datum geprikt.', 'above'],
			['Thema 2: Thuiszitters', ...Array<string>(7).fill('left')],
			['1', 'Verzuimaanpak', '', '', '', '', '--', '--'],
		]);
		expect(rows[1]?.[0]).toMatchObject({ colspan: 8, bold: true });
		expect(rows[3]?.[0]).toMatchObject({ rowspan: 2 });
	});

	test.each(['shaded.docx', 'shaded.odt', 'shaded.xlsx', 'shaded.ods'])('keeps its shading: %s', (name) => {
		expect(tableOf(name).map((row) => row[3]?.fill ?? null)).toEqual([null, '92d050', 'ff0000', null]);
	});

	test.each(['notes.docx', 'notes.odt'])('keeps its footnotes out of the text: %s', (name) => {
		expect(tableOf(name)[1]).toMatchObject([
			{ text: '14', raw: '1418' },
			{ text: 'Peuters in beeld', raw: 'Peuters in beeld[voetnoot]' },
			{ text: 'Alle gemeenten doen mee.' },
			{ text: 'groen' },
		]);
	});
});

test('a Word file with content controls and real footnotes gives what somebody filled in', () => {
	const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
	const cell = (content: string) => `<w:tc><w:p>${content}</w:p></w:tc>`;
	const control = (content: string, properties = '') =>
		`<w:sdt><w:sdtPr><w:alias w:val="Status"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
	const footnote =
		'<w:r><w:rPr><w:rStyle w:val="Voetnootmarkering"/></w:rPr><w:footnoteReference w:id="2"/></w:r>';
	const row = [
		control(cell(run('1') + run('3', '<w:rStyle w:val="FootnoteReference"/>'))),
		cell(run('Peuters') + footnote + control(run(' in beeld'))),
		cell(control(run('Klik hier om tekst in te voeren.'), '<w:showingPlcHdr/>')),
		cell(control(run('groen'), '<w:dropDownList/>')),
	];
	const document = `<w:document><w:body><w:tbl>${control(`<w:tr>${row.join('')}</w:tr>`)}</w:tbl></w:body></w:document>`;
	const [table] = readTables(zipSync({ 'word/document.xml': strToU8(document) }), 'a.docx');
	expect(table?.rows[0]).toMatchObject([
		{ text: '1', raw: '13' },
		{ text: 'Peuters in beeld', raw: 'Peuters[voetnoot] in beeld' },
		{ text: '' },
		{ text: 'groen' },
	]);
});

describe('a file that is no table', () => {
	const bomb = () => zipOfZeros('word/document.xml', 51 * 1024 * 1024);
	const dense = () => zipOfZeros('word/document.xml', 8 * 1024 * 1024);
	/** Its list says that it is small. */
	const liar = () => {
		const bytes = dense();
		const view = new DataView(bytes.buffer);
		const list = view.getUint32(bytes.length - 6, true);
		view.setUint32(list + 24, 1000, true);
		return bytes;
	};
	const document = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });
	const many = () =>
		zipSync(
			Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`word/${index}`, new Uint8Array()])),
			{ level: 0 },
		);
	const wide = () => csvFile([Array.from({ length: 61 }, (_, index) => String(index))]);
	const long = () => csvFile(Array.from({ length: 2001 }, () => ['a', 'b']));
	const exe = () => new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]);
	const plain = () => docxFile({ rows: PLAIN });
	const withMember = async (name: string) => zipSync({ ...unzipSync(await plain()), [name]: strToU8('x') });

	test.each<[string, string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
		['a program with another name', 'a.docx', exe, /geen tabel/],
		['a program named csv', 'a.csv', exe, /geen tabel/],
		['a zip bomb', 'a.docx', bomb, /uitgepakt te groot/],
		['a dense zip bomb', 'a.docx', dense, /uitgepakt te groot/],
		['a zip bomb that lies about its size', 'a.docx', liar, /beschadigd/],
		['a zip with very many members', 'a.docx', many, /uitgepakt te groot/],
		['a zip that is something else', 'a.docx', () => zipSync({ 'a.txt': strToU8('a') }), /geen tabel/],
		[
			'a Word file named xlsx',
			'a.xlsx',
			plain,
			/De naam zegt .* Excel-bestand .* maar het is een Word-document/,
		],
		['a text named docx', 'a.docx', () => csvFile(PLAIN), /maar het is gewone tekst/],
		['a Word file with macros', 'a.docx', () => withMember('word/vbaProject.bin'), /macro’s/],
		[
			'a LibreOffice file with macros',
			'a.ods',
			() => openDocument('spreadsheet', '<a/>', { 'Basic/Standard/Module1.xml': strToU8('x') }),
			/macro’s/,
		],
		[
			'a DOCTYPE',
			'a.docx',
			() => document('<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>'),
			/DOCTYPE/,
		],
		[
			'a DOCTYPE in the styles',
			'a.odt',
			() =>
				openDocument('text', '<a/>', {
					'styles.xml': strToU8('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'),
				}),
			/DOCTYPE/,
		],
		[
			'an entity that nobody declared',
			'a.docx',
			() => document('<w:document>&b;</w:document>'),
			/beschadigd/,
		],
		['half a file', 'a.docx', async () => (await plain()).slice(0, 2000), /beschadigd/],
		['XML that stops', 'a.docx', () => document('<w:document><w:tbl>'), /beschadigd/],
		['XML that goes too deep', 'a.docx', () => document('<a>'.repeat(300) + '</a>'.repeat(300)), /te groot/],
		['no table', 'a.docx', () => document('<w:document><w:p/></w:document>'), /geen tabel in/],
		['an old Word file', 'a.doc', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /oud Word-/],
		['a pdf', 'a.pdf', () => strToU8('%PDF-1.7'), /pdf/],
		['a web page', 'a.csv', () => strToU8('<html><table>'), /webpagina/],
		['a table that is too wide', 'a.csv', wide, /te breed/],
		['a table that is too long', 'a.csv', long, /te lang/],
	])('is refused within a second with a sentence: %s', async (_name, name, make, sentence) => {
		const bytes = await make();
		const started = performance.now();
		const failure = refusalOf(() => readTables(bytes, name));
		expect(performance.now() - started).toBeLessThan(1000);
		expect(failure.message).toMatch(sentence);
		expect(failure).toMatchObject({ code: 'invalid', detail: { fields: { bestand: failure.message } } });
	});
});
