/** Bold, lists and links of a text in every document: the same words, laid out by each, and nothing of it ever run. */
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '#lib/server/documents/write-docx.ts';
import { writeOdt } from '#lib/server/documents/write-odt.ts';
import { matrixCsv } from '#lib/server/reports/matrix-csv.ts';
import { reportDocument } from '#lib/server/reports/report-document.view.ts';
import { documentToPdf, toPdf } from '#lib/server/reports/report-pdf.ts';
import {
	readReportChoice,
	reportFileName,
	reportQuery,
	WHOLE_REPORT,
	type ReportChoice,
} from '#lib/server/reports/report-choice.view.ts';
import { reportView, type ReportView } from '#lib/server/reports/report.view.ts';
import { SEAL } from '../support/adopted-report.ts';
import { facts, item, status, theme } from '../support/facts.ts';
import { largeFacts } from '../support/large-facts.ts';
import { allTags, readPdf } from '../support/pdf.ts';
import { oneSpace, readDocument } from '../support/read-documents.ts';

const SITE = 'https://voorbeeld.nl/een?a=1&b=<2>';
const NARRATIVE = `Vooraf **vet #emph[x] {{veld}}** en *ster*.
- eerste punt met [de site](${SITE})
  - dieper **#read("/etc/passwd")**
- tweede punt </w:p><text:p>

3. derde
4. vierde

Tot slot [**mail**](mailto:rea@voorbeeld.nl) en [nee](javascript:alert(1)).`;
const SAID =
	'Vooraf vet #emph[x] {{veld}} en *ster*. eerste punt met de site dieper #read("/etc/passwd") tweede punt </w:p><text:p> derde vierde Tot slot mail en [nee](javascript:alert(1)).';

const view = reportView(
	facts({
		themes: [
			theme({
				items: [
					item({
						number: 1,
						statuses: [status('2020-K3', 'groen', { narrative: NARRATIVE, escalation: '- Vraag' })],
					}),
					item({
						number: 2,
						statuses: [status('2020-K3', 'rood', { narrative: 'Zonder\nopmaak - 1. *', cause: '7. zeven' })],
					}),
				],
			}),
		],
	}),
	SEAL,
);

describe('Word', () => {
	let bytes: Uint8Array;
	let xml: Record<string, string>;
	beforeAll(async () => {
		bytes = await writeDocx(reportDocument(view));
		xml = readDocument(bytes, 'docx').members;
	});

	test('has the words, real lists, links and a style for bold', () => {
		expect(readDocument(bytes, 'docx').text).toContain(SAID);
		const body = xml['word/document.xml'] ?? '';
		expect(body).toMatch(/<w:rStyle w:val="Strong"\/><\/w:rPr><w:t[^>]*>vet #emph\[x\] \{\{veld\}\}</);
		expect(body.match(/<w:numPr>/g)).toHaveLength(8);
		expect(xml['word/numbering.xml']).toContain('<w:start w:val="3"/>');
		expect(xml['word/_rels/document.xml.rels']).toContain(
			'Target="https://voorbeeld.nl/een?a=1&amp;b=%3C2%3E"',
		);
		expect(body.match(/<w:hyperlink [^>]*r:id="verwijzing\d"/g)).toHaveLength(2);
	});

	test('is the same file every time', async () => {
		expect(await writeDocx(reportDocument(view))).toEqual(bytes);
	});
});

test('OpenDocument has the words, real lists, links and a style for bold', () => {
	const bytes = writeOdt(reportDocument(view));
	expect(readDocument(bytes, 'odt').text).toContain(SAID);
	const body = readDocument(bytes, 'odt').members['content.xml'] ?? '';
	expect(body).toContain('<text:span text:style-name="Strong_20_Emphasis">vet #emph[x] {{veld}}</text:span>');
	expect(body.match(/<text:list /g)).toHaveLength(6);
	expect(body).toContain('text:start-value="3"');
	expect(body).toContain('xlink:href="https://voorbeeld.nl/een?a=1&amp;b=%3C2%3E"');
});

test.each([
	['the report', () => toPdf(view)],
	['another document', () => documentToPdf(reportDocument(view))],
])('PDF of %s has the words, tags for lists and links, and stays PDF/UA', async (_name, print) => {
	const pdf = await readPdf(await print());
	const bare = (text: string) => text.replaceAll(/[\s\u00a0\u00ad\u200b•–-]|\b[34]\./g, '');
	expect(bare(pdf.pages.join(' '))).toContain(bare(SAID));
	const roles = allTags(pdf.tags).map(({ role }) => role);
	expect(roles.filter((role) => role === 'L').length).toBeGreaterThanOrEqual(4);
	expect(roles).toEqual(expect.arrayContaining(['LI', 'LBody', 'Link']));
	expect(pdf.xmp).toContain('pdfuaid:part');
});

test('a table of plain cells says it without layout', () => {
	const csv = oneSpace(matrixCsv(view));
	expect(csv).toContain('• eerste punt met de site (https://voorbeeld.nl/een?a=1&b=%3C2%3E) • dieper');
	expect(csv).toContain('3. derde 4. vierde Tot slot mail (mailto:rea@voorbeeld.nl)');
	expect(csv).toContain('Zonder opmaak - 1. *');
});

describe('what a report holds', () => {
	const frozen = largeFacts();
	const beside = { abbreviations: [{ short: 'GGD', meaning: 'Gemeentelijke Gezondheidsdienst' }] };
	const chosen = (choice: ReportChoice) => reportView(frozen, SEAL, beside, choice);
	const levelsOf = (one: ReportView) =>
		one.themes.flatMap((each) => each.items.map((single) => single.now.level));

	test('only points of attention, with the counts of all', () => {
		const [whole, attention] = [chosen(WHOLE_REPORT), chosen({ items: 'attention', history: 'none' })];
		expect(levelsOf(attention).length).toBeLessThan(levelsOf(whole).length);
		expect(levelsOf(whole).filter((level) => ['rood', 'oranje', 'unanswered'].includes(level)).length).toBe(
			levelsOf(attention).filter((level) => ['rood', 'oranje', 'unanswered'].includes(level)).length,
		);
		expect(attention.counts).toEqual(whole.counts);
		expect(attention.documentTitle).toBe(`${whole.documentTitle}, alleen aandachtspunten, zonder verloop`);
		expect(attention.choice).toContain('De aantallen gaan over alle agendapunten.');
		expect(whole.choice).toBeNull();
	});

	test('the texts of earlier rounds in Word, OpenDocument and PDF alike', async () => {
		const one = chosen({ items: 'attention', history: 'texts' });
		const docx = readDocument(await writeDocx(reportDocument(one)), 'docx');
		const odt = readDocument(writeOdt(reportDocument(one)), 'odt');
		expect({ ...odt, members: {}, styles: null }).toEqual({ ...docx, members: {}, styles: null });
		const heads = docx.tables.filter(({ rows }) => rows[0]?.[2] === 'Stand van zaken toen');
		const items = one.themes.flatMap(({ items: all }) => all);
		expect(heads).toHaveLength(items.filter(({ earlier }) => earlier.length > 0).length);
		const pdf = await readPdf(await toPdf(one));
		expect(pdf.title).toContain('alleen aandachtspunten, met verloop');
		expect(pdf.pages.join(' ').match(/Stand van zaken toen/g)?.length).toBeGreaterThanOrEqual(heads.length);
	});

	test.each([
		['', WHOLE_REPORT, 'voortgangsrapportage-k3.pdf'],
		['?punten=alles&verloop=x', WHOLE_REPORT, 'voortgangsrapportage-k3.pdf'],
		[
			'?punten=aandacht',
			{ items: 'attention', history: 'levels' },
			'voortgangsrapportage-k3-aandachtspunten.pdf',
		],
		['?verloop=teksten', { items: 'all', history: 'texts' }, 'voortgangsrapportage-k3-met-verloop.pdf'],
		[
			'?punten=aandacht&verloop=geen',
			{ items: 'attention', history: 'none' },
			'voortgangsrapportage-k3-aandachtspunten-zonder-verloop.pdf',
		],
	] as const)('as the address says: %s', (query, choice, name) => {
		expect(readReportChoice(new URLSearchParams(query))).toEqual(choice);
		expect(readReportChoice(new URLSearchParams(reportQuery(choice)))).toEqual(choice);
		expect(reportFileName('k3', choice, 'pdf')).toBe(name);
	});

	test('charts that are drawn, with pattern, numbers and what they show in words', async () => {
		const one = chosen(WHOLE_REPORT);
		const docx = readDocument(await writeDocx(reportDocument(one)), 'docx').members;
		const odt = readDocument(writeOdt(reportDocument(one)), 'odt').members;
		for (const [index, { alt, rows }] of [one.themeChart, one.chart].entries()) {
			const drawn = docx[`word/charts/grafiek${index + 1}.xml`] ?? '';
			expect(docx['word/document.xml']).toContain(`descr="${alt}"`);
			expect(odt['content.xml']).toContain(`<svg:desc>${alt}</svg:desc>`);
			expect(drawn.match(/<a:pattFill /g)).toHaveLength(one.counts.columns.length);
			for (const { label } of rows) expect(drawn).toContain(`<c:v>${label}</c:v>`);
			const numbers = [...drawn.matchAll(/<c:numCache>.*?<\/c:numCache>/g)].map(([cache]) =>
				[...cache.matchAll(/<c:v>(\d+)<\/c:v>/g)].map(([, value]) => Number(value)),
			);
			expect(numbers).toEqual(
				one.counts.columns.map((_, level) => rows.map(({ segments }) => segments[level]?.count)),
			);
		}
		expect(odt['styles.xml']?.match(/<draw:hatch /g)).toHaveLength(6);
	});
});
