/** Bold, lists and links of a text in every document: the same words, laid out by each, and nothing of it ever run. */
import { beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '#lib/server/documents/write-docx.ts';
import { writeOdt } from '#lib/server/documents/write-odt.ts';
import { matrixCsv } from '#lib/server/reports/matrix-csv.ts';
import { reportDocument } from '#lib/server/reports/report-document.view.ts';
import { documentToPdf, toPdf } from '#lib/server/reports/report-pdf.ts';
import { reportView } from '#lib/server/reports/report.view.ts';
import { SEAL } from '../support/adopted-report.ts';
import { facts, item, status, theme } from '../support/facts.ts';
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
