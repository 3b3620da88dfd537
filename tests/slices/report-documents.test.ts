/** The report as Word and OpenDocument text, read back and held against its view and its PDF. */
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '#lib/server/documents/write-docx.ts';
import { writeOdt } from '#lib/server/documents/write-odt.ts';
import { reportDocument } from '#lib/server/reports/report-document.view.ts';
import { toPdf } from '#lib/server/reports/report-pdf.ts';
import { reportView, type ReportView } from '#lib/server/reports/report.view.ts';
import { BESIDE, SEAL } from '../support/adopted-report.ts';
import { facts, item, status, theme } from '../support/facts.ts';
import { largeFacts } from '../support/large-facts.ts';
import { readPdf } from '../support/pdf.ts';
import { oneSpace, readDocument, type ReadDocument } from '../support/read-documents.ts';

const KINDS = ['docx', 'odt'] as const;
const write = (kind: (typeof KINDS)[number], view: ReportView) =>
	kind === 'docx' ? writeDocx(reportDocument(view)) : Promise.resolve(writeOdt(reportDocument(view)));
const large = () => reportView({ ...largeFacts(), exampleData: true }, SEAL, BESIDE);

/** Every text of the view, but for keys, the chart (its table says the same) and the title (a property of the file). */
function saidBy(value: unknown, key = ''): string[] {
	const NOT_SAID = [
		'ref',
		'itemRef',
		'adoptedOn',
		// What these say stands elsewhere in other words: `who`, and the move of the item.
		'dueOn',
		'from',
		'lastKnown',
		'adoptedBy',
		'chart',
		'themeChart',
		'documentTitle',
		'kind',
		'level',
		'letter',
		'summary',
		'alt',
	];
	if (NOT_SAID.includes(key)) return key === 'summary' && Array.isArray(value) ? value.map(String) : [];
	if (typeof value === 'string') return value.split('\n').filter((line) => line.trim() !== '');
	if (Array.isArray(value)) return value.flatMap((one) => saidBy(one));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, one]: [string, unknown]) => saidBy(one, name));
}

describe.each(KINDS)('the report as %s', (kind) => {
	const view = large();
	let bytes: Uint8Array;
	let read: ReadDocument;
	beforeAll(async () => {
		bytes = await write(kind, view);
		read = readDocument(bytes, kind);
	});

	test('says every text of the view', () => {
		// What explains a list is left out when the list is empty, as in the PDF.
		const changes = view.changes.map((one) => (one.lines.length > 0 ? one : { title: one.title }));
		const said = [...new Set(saidBy({ ...view, changes }).map(oneSpace))];
		expect(said.length).toBeGreaterThan(100);
		const words = read.text.toLowerCase();
		expect(said.filter((text) => !words.includes(text.toLowerCase()))).toEqual([]);
	});

	test('has the numbers of the view in its tables, with a head that repeats', () => {
		// Before them stand those of the meeting: decisions, standpunten and levels.
		const [counts, course] = read.tables.slice(3);
		expect(counts?.rows.slice(1)).toEqual(
			view.counts.rows.map((row) => [
				row.name,
				...row.cells.map(({ value, before }) => (before === null ? String(value) : `${value} (${before})`)),
				String(row.total),
			]),
		);
		expect(course?.rows.slice(1)).toEqual(
			view.chart.rows.map((row) => [row.label, ...row.segments.map((one) => String(one.count))]),
		);
		expect(read.tables.map(({ heads }) => heads)).toEqual(read.tables.map(() => 1));
		for (const { rows } of read.tables) expect(new Set(rows.map((row) => row.length)).size).toBe(1);
	});

	test('has real headings, none skipped, one for every item', () => {
		const levels = read.headings.map(({ level }) => level);
		expect(levels[0]).toBe(1);
		levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
		const titles = read.headings.map(({ text }) => text);
		const items = view.themes.flatMap((one) => one.items.map(({ number, title }) => `${number}. ${title}`));
		expect(titles).toEqual(expect.arrayContaining(items));
	});

	test('says a level by letter, word and style', () => {
		expect(read.text).toMatch(/ R Rood .* O Oranje .* G Groen .* D Donkergroen /);
		const styles = [...read.styles].filter((name) => name.startsWith('Niveau'));
		expect(styles.length).toBeGreaterThan(4);
		const defined = read.members[kind === 'docx' ? 'word/styles.xml' : 'styles.xml'] ?? '';
		for (const name of read.styles)
			if (!name.startsWith('nieuw')) expect(defined).toMatch(new RegExp(`(styleId|style:name)="${name}"`));
	});

	test('has title, Dutch, page numbers, notice and code', () => {
		const all = Object.values(read.members).join('');
		expect(all).toContain(`<dc:title>${view.documentTitle}</dc:title>`);
		expect(all).toMatch(kind === 'docx' ? /w:lang w:val="nl-NL"/ : /fo:language="nl" fo:country="NL"/);
		expect(all).toMatch(kind === 'docx' ? /NUMPAGES/ : /<text:page-count>/);
		const around = Object.entries(read.members).filter(([name]) => /footer|header|styles/.test(name));
		const edges = around.map(([, xml]) => xml).join('');
		expect(edges).toContain('Voorbeeldgegevens');
		expect(edges).toContain(`Controlecode ${view.shortHash}`);
	});

	test('is the same file every time, with the date of the adoption and no other', async () => {
		expect(await write(kind, large())).toEqual(bytes);
		const dates = [
			...Object.values(read.members)
				.join('')
				.matchAll(/>(\d{4}-\d\d-\d\d)T/g),
		];
		expect(dates.map(([, date]) => date)).toEqual(['2020-11-12', '2020-11-12']);
	});
});

test('Word, OpenDocument and PDF say the same words', async () => {
	const view = large();
	const pdf = await readPdf(await toPdf(view));
	// The PDF breaks words and lines, so all white space and hyphens are left out on both sides.
	const bare = (text: string) => text.toLowerCase().replaceAll(/[\s\u00a0\u00ad\u200b-]/g, '');
	const printed = bare(pdf.pages.join(' '));
	const [docx, odt] = await Promise.all(
		KINDS.map(async (kind) => readDocument(await write(kind, view), kind)),
	);
	expect(odt?.text).toBe(docx?.text);
	expect(odt?.tables).toEqual(docx?.tables);
	expect(odt?.headings).toEqual(docx?.headings);
	const titles = docx?.headings.map(({ text }) => bare(text)) ?? [];
	expect(titles.filter((title) => !printed.includes(title))).toEqual([]);
});

describe('hostile texts', () => {
	const LONG = `${'Lange tekst zonder einde. '.repeat(800)}Slot.`;
	const HOSTILE = [
		'<script>alert(1)</script>',
		'</w:t></w:r></w:p><w:p>&amp;&#0;]]>',
		'</text:p><office:scripts/>',
		'=HYPERLINK("http://x";"y")',
		'#read("/etc/passwd") $x$ *vet* @label',
		'\u202eomgekeerd\u202c שלום مرحبا',
		'👩‍🏫🎉 \u{1f9d1}\u200d\u{1f393}',
		LONG,
	];
	const dirty = `vooraf\u0000\u0008\ud800\ufffe achteraf`;
	const agenda = facts({
		themes: [
			theme({
				name: HOSTILE[0] ?? '',
				items: HOSTILE.map((text, index) =>
					item({
						number: index + 1,
						title: text,
						statuses: [status('2020-K3', 'rood', { narrative: text })],
					}),
				),
			}),
			theme({ name: dirty, items: [item({ number: 9, title: dirty })] }),
		],
	});
	const view = reportView(agenda, { ...SEAL, forum: 'OOGO <b>&"' });

	test.each(KINDS)('come back as they were typed from %s', async (kind) => {
		const read = readDocument(await write(kind, view), kind);
		for (const text of HOSTILE) expect(read.text).toContain(oneSpace(text));
		expect(read.text).toMatch(/vooraf\ufffd? achteraf/);
		expect(read.text).toContain('OOGO <b>&"');
		expect(read.tables.flatMap(({ rows }) => rows.flat())).toContain(oneSpace(LONG));
	});
});
