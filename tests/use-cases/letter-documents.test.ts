/** One view of a letter as PDF, Word and OpenDocument text, read back and held against each other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LETTER_FORMATS, type LetterFormat } from '#lib/domain/council-letter.ts';
import type { Block, FlowBlock, Pieces } from '#lib/server/documents/document-model.ts';
import { storeFile } from '#lib/server/files/file-store.ts';
import { exampleLetterhead } from '#lib/server/letterheads/example-letterhead.ts';
import type { LetterView } from '#lib/server/letters/letter-model.ts';
import { writeLetterFile } from '#lib/server/letters/write-letter.ts';
import { letterView } from '#lib/server/letters/letter.view.ts';
import { reportView } from '#lib/server/reports/report.view.ts';
import { SEAL } from '../support/adopted-report.ts';
import { facts, item, organisation, status, theme } from '../support/facts.ts';
import { letterSource, OWN_KEY } from '../support/letter-source.ts';
import { allTags, readPdf, type ReadPdf } from '../support/pdf.ts';
import { oneSpace, readDocument, type ReadDocument } from '../support/read-documents.ts';

const OFFICE = ['docx', 'odt'] as const;
/** In the standard layout. */
const write = (view: LetterView, format: LetterFormat) =>
	writeLetterFile({ view, letterheads: { docx: null, odt: null } }, format, '');
/** The PDF breaks words and lines, and a level has a symbol there instead of its letter. */
const bare = (text: string) => text.toLowerCase().replaceAll(/[\s\u00a0\u00ad\u200b-]/g, '');

function said(blocks: readonly Block[]): string[] {
	return blocks.flatMap((block) => {
		if (block.kind === 'heading') return [block.text];
		if (block.kind === 'chart') throw new Error('A letter holds no chart');
		if (block.kind !== 'table') return flowSaid(block);
		const cells = [...block.head, ...block.rows.flat()];
		return cells.flatMap((cell) => ('blocks' in cell ? cell.blocks.flatMap(flowSaid) : piecesSaid(cell)));
	});
}
const flowSaid = (block: FlowBlock): string[] =>
	block.kind === 'list' ? block.items.flat().flatMap(flowSaid) : piecesSaid(block.pieces);
const piecesSaid = (pieces: Pieces): string[] =>
	pieces.flatMap((piece) =>
		typeof piece === 'string'
			? piece.split('\n')
			: 'badge' in piece
				? [piece.badge.word]
				: piece.text.split('\n'),
	);

describe('a letter with everything in it', () => {
	const view = letterView(letterSource());
	const texts = [...new Set(said(view.document.blocks).map(oneSpace))].filter((text) => text !== '');
	let pdf: ReadPdf;
	let docx: ReadDocument;
	let odt: ReadDocument;
	beforeAll(async () => {
		pdf = await readPdf(await write(view, 'pdf'));
		docx = readDocument(await write(view, 'docx'), 'docx');
		odt = readDocument(await write(view, 'odt'), 'odt');
	});

	test('says every text of the view in each of the three formats', () => {
		expect(texts.length).toBeGreaterThan(100);
		const printed = bare(pdf.pages.join(' '));
		for (const words of [docx.text, odt.text])
			expect(texts.filter((text) => !words.includes(text))).toEqual([]);
		expect(texts.filter((text) => !printed.includes(bare(text)))).toEqual([]);
	});

	test('has the same headings and tables in Word and OpenDocument, none skipped', () => {
		expect(odt.headings).toEqual(docx.headings);
		expect(odt.tables).toEqual(docx.tables);
		const levels = docx.headings.map(({ level }) => level);
		expect(levels[0]).toBe(1);
		levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
	});

	test('prints the short code on every page, is tagged, Dutch and titled', () => {
		expect(pdf.pages.length).toBeGreaterThan(2);
		for (const page of pdf.pages) expect(page).toContain(`Controlecode ${SEAL.hash.slice(0, 12)}`);
		expect([pdf.marked, pdf.language, pdf.title]).toEqual([true, 'nl-NL', view.document.title]);
		expect(allTags(pdf.tags).map(({ role }) => role)).toEqual(
			expect.arrayContaining(['H1', 'H2', 'Table', 'TH']),
		);
		const edges = Object.entries(docx.members).filter(([name]) => name.includes('footer'));
		expect(edges.map(([, xml]) => xml).join('')).toContain(SEAL.hash.slice(0, 12));
		expect(odt.members['styles.xml']).toContain(SEAL.hash.slice(0, 12));
	});

	test('is the same file every time', async () => {
		const again = letterView(letterSource());
		for (const format of LETTER_FORMATS)
			expect(await write(again, format)).toEqual(await write(view, format));
	});

	test('shows the short fields in words, and what the gemeente decided and said', () => {
		for (const words of [
			'Kenmerk: Z/20/1',
			'Portefeuillehouder: Wethouder onderwijs',
			'Datum college: 1 december 2020',
			'Niet openbaar',
			'Argument (indien niet openbaar): Er lopen nog gesprekken.',
			'Ter besluitvorming door de gemeenteraad',
			'Standpunt van onze gemeente: akkoord met voorbehoud. Eerst geld',
			'Bee betaalt mee',
			'De kosten zijn gedekt in de begroting.',
		])
			expect(docx.text).toContain(words);
	});
});

describe('the weight of a thema', () => {
	const core = (weight: number) => {
		const source = letterSource();
		const fill = source.template.sections.filter((one) => one.fill === 'core');
		const content = {
			...source.content,
			weights: { algemeen: 0, 'preventie-toegang': 0, thuiszitters: weight, 'integraal-arrangeren': 0 },
		};
		const template = { ...source.template, sections: fill };
		const { blocks } = letterView({ ...source, template, content }).document;
		const start = blocks.findIndex((one) => one.kind === 'heading');
		return { blocks: blocks.slice(start), text: said(blocks).join('\n') };
	};

	test('left out leaves it out, and says so', () => {
		const { text } = core(0);
		expect(text).not.toContain('Thema Thuiszitters');
		expect(text).toMatch(/Niet in deze brief: de thema’s .*Thuiszitters\. De hele stand/);
	});

	test('short gives the counts and what stands on rood, without a table', () => {
		const { blocks, text } = core(1);
		expect(text).toMatch(/Thema Thuiszitters\n7 agendapunten:/);
		expect(blocks.some(({ kind }) => kind === 'table')).toBe(false);
		expect(text).not.toContain('De werkgroep kwam twee keer bij elkaar');
	});

	test('as usual gives every item with its level, the goal of that level and what was written', () => {
		const table = core(2).blocks.find((one) => one.kind === 'table');
		expect(table?.rows).toHaveLength(7);
		const first = table?.rows[0] ?? [];
		const words = first.flatMap((cell) =>
			'blocks' in cell ? cell.blocks.flatMap(flowSaid) : piecesSaid(cell),
		);
		expect(words.join(' ')).toMatch(/^\d+\. .* (Rood|Oranje|Groen|Donkergroen) .*Doel voor/);
	});

	test('stressed gives every item a heading, what was reached and what is needed next', () => {
		const { blocks, text } = core(3);
		expect(blocks.filter((one) => one.kind === 'heading' && one.level === 3)).toHaveLength(7);
		expect(text).toContain('Nog nodig voor ');
		expect(text).not.toContain('Betrokken');
	});

	test('stressed themas come first', () => {
		const source = letterSource();
		const sections = source.template.sections.filter(({ fill }) => fill === 'core');
		const template = { ...source.template, sections };
		const { blocks } = letterView({ ...source, template }).document;
		const themes = blocks.flatMap((one) =>
			one.kind === 'heading' && one.text.startsWith('Thema') ? [one.text] : [],
		);
		expect(themes).toEqual([
			'Thema Thuiszitters',
			'Thema Preventie en toegang',
			'Thema Integraal arrangeren',
		]);
	});
});

test('a section in which nothing stands is left out and named as missing; an argument only when it is asked', () => {
	const source = letterSource();
	const content = {
		fields: { subject: '', openness: 'open' },
		localText: ' ',
		weights: {},
		treatment: 'information' as const,
	};
	const { missing, document } = letterView({ ...source, content });
	expect(missing).toEqual([
		'Datum van de brief',
		'Onderwerp',
		'Kenmerk',
		'Datum advies',
		'Datum college',
		'Behandelend adviseur',
		'Plaatselijke alinea',
		'Eigen tekst',
	]);
	expect(said(document.blocks).join('\n')).not.toContain('Onderwerp');
});

describe('hostile texts', () => {
	const HOSTILE = [
		'<script>alert(1)</script>',
		'</w:t></w:r></w:p><w:p>&amp;&#0;]]>',
		'</text:p><office:scripts/>',
		'=HYPERLINK("http://x";"y")',
		'#read("/etc/passwd") $x$ @label {{onderwerp}}',
		'\u202eomgekeerd\u202c שלום مرحبا',
		`${'Lange tekst zonder einde. '.repeat(400)}Slot.`,
	];
	const agenda = facts({
		themes: [
			theme({
				items: HOSTILE.map((text, index) =>
					item({
						number: index + 1,
						title: text.slice(0, 200),
						statuses: [status('2020-K3', 'rood', { narrative: text })],
					}),
				),
			}),
		],
	});
	const source = letterSource();
	const view = letterView({
		...source,
		facts: agenda,
		organisation: organisation('Gemeente <Bee> & "Co"', 'Bee'),
		report: reportView(agenda, SEAL),
		template: { ...source.template, kind: 'Brief </w:p> #let x = 1' },
		content: {
			...source.content,
			fields: { 'case-number': HOSTILE[0] ?? '', [OWN_KEY]: HOSTILE.join('\n') },
			localText: HOSTILE.join('\n'),
		},
	});

	test.each(OFFICE)('come back as they were typed from %s', async (format) => {
		const read = readDocument(await write(view, format), format);
		for (const text of HOSTILE) expect(read.text).toContain(oneSpace(text));
		expect(read.text).toContain('Brief </w:p> #let x = 1');
		expect(read.text).toContain('Gemeente <Bee> & "Co"');
	});

	test('are only text in the PDF', async () => {
		const { pages } = await readPdf(await write(view, 'pdf'));
		const printed = bare(pages.join(' '));
		for (const text of [HOSTILE[0], HOSTILE[4], 'Brief </w:p> #let x = 1', 'Slot.'])
			expect(printed).toContain(bare(text ?? '-'));
	});
});

describe('on the letterhead of the gemeente', () => {
	const folder = mkdtempSync(join(tmpdir(), 'briefpapier-'));
	afterAll(() => rmSync(folder, { recursive: true }));

	test.each(OFFICE)(
		'a letter as %s has its texts once, and the PDF stays in the standard layout',
		async (format) => {
			const view = letterView(letterSource());
			const hash = await storeFile(folder, exampleLetterhead(format), new Date(0));
			const letterheads = { docx: null, odt: null, [format]: hash };
			const bytes = await writeLetterFile({ view, letterheads }, format, folder);
			const { text, members } = readDocument(bytes, format);
			const whole = Object.values(members)
				.join('')
				.replaceAll(/<[^>]*>/g, '');
			expect(whole).not.toContain('{{');
			for (const words of ['Z/20/1', 'Wethouder onderwijs', 'Kernboodschap per thema', SEAL.hash])
				expect(whole.split(words).length - 1, words).toBe(1);
			expect(text).toContain('Voorbeeldgegevens');
			expect(await writeLetterFile({ view, letterheads }, format, folder)).toEqual(bytes);
			expect(await writeLetterFile({ view, letterheads }, 'pdf', folder)).toEqual(await write(view, 'pdf'));
		},
	);
});
