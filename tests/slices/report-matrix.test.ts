/** The table of the 2019 model as PDF, Word and OpenDocument, and the spreadsheets, each read back. */
import { strFromU8, unzipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { AgendaFacts } from '#lib/domain/facts.ts';
import { plainNarrative } from '#lib/domain/narrative.ts';
import { matrixView } from '#lib/server/agenda/matrix.view.ts';
import { NO_CHOICE, type OverviewChoice } from '#lib/server/agenda/overview-choice.view.ts';
import { writeDocx } from '#lib/server/documents/write-docx.ts';
import { writeOds } from '#lib/server/documents/write-ods.ts';
import { writeOdt } from '#lib/server/documents/write-odt.ts';
import { writeXlsx } from '#lib/server/documents/write-xlsx.ts';
import { matrixDocument } from '#lib/server/reports/matrix-document.view.ts';
import { documentToPdf } from '#lib/server/reports/report-pdf.ts';
import { reportSheets } from '#lib/server/reports/report-sheets.ts';
import { reportView } from '#lib/server/reports/report.view.ts';
import { BESIDE, SEAL } from '../support/adopted-report.ts';
import { facts, item, status, theme } from '../support/facts.ts';
import { largeFacts } from '../support/large-facts.ts';
import { allTags, readPdf } from '../support/pdf.ts';
import { oneSpace, readDocument, walk } from '../support/read-documents.ts';

const LONG = `${'Lange tekst zonder einde. '.repeat(800)}Slot.`;
const HOSTILE = [
	'<script>alert(1)</script>]]>&amp;',
	'=HYPERLINK("http://x";"y")',
	'@SUM(A1)',
	'\t=1+1',
	'#read("/etc/passwd") $x$ *vet* @label',
	'\u202eomgekeerd\u202c שלום',
	'👩‍🏫🎉',
	LONG,
];
const hostile = facts({
	themes: [
		theme({
			items: HOSTILE.map((text, index) =>
				item({ number: index + 1, title: text, statuses: [status('2020-K3', 'rood', { narrative: text })] }),
			),
		}),
	],
});

function matrixOf(agenda: AgendaFacts, boxes: OverviewChoice['boxes'] = 'levels') {
	const round = agenda.rounds.find(({ period }) => period === SEAL.period);
	if (!round) throw new Error('This agenda has no such round');
	const view = matrixView(agenda, agenda.themes, round, { ...NO_CHOICE, boxes });
	return { view, document: matrixDocument(reportView(agenda, SEAL, BESIDE), view) };
}

const bare = (text: string) => text.replaceAll(/[\s\u00a0\u00ad\u200b-]/g, '');

describe('the matrix of an adoption', () => {
	test.each(['levels', 'rounds'] as const)('has the rows of the model in Word and ODT: %s', async (boxes) => {
		const { view, document } = matrixOf(largeFacts(), boxes);
		const docx = readDocument(await writeDocx(document), 'docx');
		const odt = readDocument(writeOdt(document), 'odt');
		expect(docx.tables.map(({ heads }) => heads)).toEqual(view.themes.map(() => 1));
		for (const [index, { rows }] of view.themes.entries()) {
			const [head, ...cells] = docx.tables[index]?.rows ?? [];
			expect(head).toEqual(['Nr', 'Agendapunt', '1', '2', '3', '4', view.narrativeHeading, 'Status']);
			expect(cells.map((row) => row.slice(0, 2))).toEqual(
				rows.map((row) => [String(row.number), oneSpace(row.title)]),
			);
			expect(cells.map((row) => row[6])).toEqual(rows.map((row) => oneSpace(plainNarrative(row.narrative))));
			for (const [at, { boxes: own }] of rows.entries())
				expect(cells[at]?.slice(2, 6)).toEqual(
					own.map(({ letter, css }) => (css.startsWith('n') ? '–' : letter)),
				);
		}
		expect({ ...odt, members: {}, styles: null }).toEqual({ ...docx, members: {}, styles: null });
		expect(docx.text).toContain('gecorrigeerd: O Oranje');
		expect(docx.text).toContain('OOGO passend onderwijs: G Groen');
	});

	test('is a landscape A3 in every format', async () => {
		const { document } = matrixOf(largeFacts());
		const docx = readDocument(await writeDocx(document), 'docx').members['word/document.xml'] ?? '';
		const [, wide, high] = /<w:pgSz w:w="(\d+)" w:h="(\d+)" w:orient="landscape"/.exec(docx) ?? [];
		expect([Number(wide), Number(high)]).toEqual([23811, 16837]);
		expect(readDocument(writeOdt(document), 'odt').members['styles.xml']).toContain(
			'fo:page-width="420mm" fo:page-height="297mm" style:print-orientation="landscape"',
		);
	});

	test('is a tagged PDF with the same words, and the same file every time', async () => {
		const { document } = matrixOf(largeFacts());
		const bytes = await documentToPdf(document);
		const pdf = await readPdf(bytes);
		expect(pdf).toMatchObject({
			marked: true,
			title: document.title,
			language: expect.stringMatching(/^nl/),
		});
		expect(pdf.xmp).toMatch(/<pdfuaid:part>1</);
		const tags = allTags(pdf.tags).map(({ role }) => role);
		expect(tags.filter((role) => role === 'TH').length).toBeGreaterThanOrEqual(8);
		const printed = bare(pdf.pages.join(' '));
		const { tables } = readDocument(await writeDocx(document), 'docx');
		// Letters of levels are symbols in the PDF.
		const words = tables.flatMap(({ rows }) => rows.flatMap((row) => [row[1], row[6]]));
		expect(words.filter((text) => !printed.includes(bare(text ?? '')))).toEqual([]);
		expect(pdf.furthest).toBeLessThan(0.99);
		expect(await documentToPdf(matrixOf(largeFacts()).document)).toEqual(bytes);
		expect(await writeDocx(document)).toEqual(await writeDocx(matrixOf(largeFacts()).document));
	});

	test('prints hostile texts as they were typed', async () => {
		const { document } = matrixOf(hostile);
		const { pages, furthest, lowest } = await readPdf(await documentToPdf(document));
		const printed = bare(pages.join(' '));
		for (const text of [HOSTILE[0], HOSTILE[1], HOSTILE[4], 'Slot.'])
			expect(printed).toContain(bare(text === LONG ? 'einde. Slot.' : (text ?? '')));
		expect(furthest).toBeLessThan(0.99);
		expect(lowest).toBeGreaterThan(0);
		for (const [kind, bytes] of [
			['docx', await writeDocx(document)],
			['odt', writeOdt(document)],
		] as const)
			for (const text of HOSTILE)
				expect(readDocument(bytes, kind).tables.flatMap(({ rows }) => rows.flat())).toContain(oneSpace(text));
	});
});

const SPREADSHEETS = [
	['xlsx', writeXlsx, readXlsx],
	['ods', writeOds, readOds],
] as const;

describe.each(SPREADSHEETS)('the sheets of an adoption as %s', (kind, write, read) => {
	const sheetsOf = (agenda: AgendaFacts) => reportSheets(reportView(agenda, SEAL, BESIDE), agenda);
	const cellsOf = async (bytes: Uint8Array) =>
		(await read(bytes)).sheets.map(({ name, rows }) => ({
			name,
			rows: rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
		}));

	test('say what the sheets say, number for number', async () => {
		const sheets = sheetsOf(largeFacts());
		const back = await cellsOf(write(sheets, SEAL.adoptedOn));
		expect(back.map(({ name }) => name)).toEqual([
			'Agendapunten',
			'Doelen',
			'Statussen',
			'Besluiten',
			'Correcties',
			'Over dit bestand',
		]);
		for (const [index, { rows }] of sheets.entries())
			for (const [y, row] of rows.entries())
				for (const [x, { text }] of row.entries()) expect(back[index]?.rows[y]?.[x] ?? '').toBe(text);
	});

	test('have a row for every item, and for every item in every round', async () => {
		const agenda = largeFacts();
		const items = agenda.themes.flatMap((one) => one.items);
		const [points, , statuses] = sheetsOf(agenda);
		expect(points?.rows).toHaveLength(1 + items.length);
		expect(statuses?.rows).toHaveLength(1 + items.length * agenda.rounds.length);
		const unanswered = statuses?.rows.filter((row) => row[4]?.text === 'Niet beantwoord') ?? [];
		const answers = items.reduce((sum, one) => sum + one.statuses.length, 0);
		expect(unanswered).toHaveLength(items.length * agenda.rounds.length - answers);
	});

	test('calculate nothing that somebody typed, and keep every sign of it', async () => {
		const bytes = write(sheetsOf(hostile), SEAL.adoptedOn);
		const cells = (await cellsOf(bytes)).flatMap(({ rows }) => rows.flat());
		expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
		for (const text of HOSTILE) {
			const shown = /^[=@\t]/.test(text) ? `'${text}` : text;
			// OpenDocument keeps a tab as white space.
			expect(cells.map(oneSpace)).toContain(oneSpace(shown));
		}
		const members = Object.values(unzipSync(bytes)).map((member) => strFromU8(member));
		expect(members.join('')).not.toMatch(/<f>|table:formula/);
		for (const xml of members.filter((text) => text.startsWith('<?xml'))) walk(xml, {});
	});

	test('keep the first row in view and are the same file every time', () => {
		const bytes = write(sheetsOf(largeFacts()), SEAL.adoptedOn);
		expect(write(sheetsOf(largeFacts()), SEAL.adoptedOn)).toEqual(bytes);
		const all = Object.values(unzipSync(bytes)).map((member) => strFromU8(member));
		const frozen = all.join('').match(kind === 'xlsx' ? /state="frozen"/g : /"VerticalSplitPosition"/g);
		expect(frozen).toHaveLength(6);
	});
});
