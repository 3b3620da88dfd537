/** A letter on letterheads as Word and LibreOffice leave them: what is filled, in which looks, and what stays as it was. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '#lib/server/documents/document-model.ts';
import { exampleLetterhead } from '#lib/server/letterheads/example-letterhead.ts';
import { fillLetterhead } from '#lib/server/letterheads/fill-letterhead.ts';
import { sampleLetter } from '#lib/server/letterheads/sample-letter.ts';
import {
	BODY_LINE,
	changed,
	CUT_UP,
	line,
	memberOf,
	run,
	textBox,
	wordLetterhead,
} from '../support/letterhead-files.ts';
import { oneSpace, readDocument } from '../support/read-documents.ts';

const text = (words: string): Block => ({ kind: 'paragraph', style: 'text', pieces: [words] });
const heading: Block = { kind: 'heading', level: 1, text: 'Inleiding' };
const BODY: readonly Block[] = [heading, text('Hierbij de stand.')];
const fixture = (format: 'docx' | 'odt') =>
	readFileSync(new URL(`../support/fixtures/briefpapier.${format}`, import.meta.url));

const fill = (file: Uint8Array, fields: Record<string, string> = {}, body = BODY) =>
	fillLetterhead(file, 'docx', { fields, body });
const documentOf = async (file: Uint8Array, fields?: Record<string, string>, body?: readonly Block[]) =>
	memberOf(await fill(file, fields, body), 'word/document.xml');

const HOSTILE = '<w:p>&amp; "]]> {{kenmerk}} \u0001\u202e \ud83d\ude00 =1+1 \\u{0}';

describe('a field', () => {
	test('that Word cut up over four runs is filled in the looks of its beginning', async () => {
		const file = wordLetterhead({ body: line(CUT_UP) + BODY_LINE });
		const xml = await documentOf(file, { onderwerp: 'Voortgang' });
		expect(xml).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Voortgang</w:t>');
		expect(oneSpace(readDocument(await fill(file, { onderwerp: 'Voortgang' }), 'docx').text)).toBe(
			'Voortgang. Inleiding Hierbij de stand.',
		);
	});

	test('is filled in the header, in a text box and in a cell, whatever capitals and spaces it has', async () => {
		const cell = `<w:tbl><w:tr><w:tc>${line(run('{{ Datum college }}'))}</w:tc></w:tr></w:tbl>`;
		const filled = await fill(
			wordLetterhead({
				header: line(run('Kenmerk {{KENMERK}}')),
				body: line(textBox(line(run('{{status}}')))) + cell + BODY_LINE,
			}),
			{ kenmerk: 'Z/1', status: 'Openbaar', datum_college: '12 januari 2021' },
		);
		expect(memberOf(filled, 'word/header1.xml')).toContain('Kenmerk Z/1');
		expect(memberOf(filled, 'word/document.xml')).toContain('>Openbaar<');
		expect(memberOf(filled, 'word/document.xml')).toContain('>12 januari 2021<');
	});

	test('with lines and tabs keeps them, in both formats', async () => {
		const fields = { ondertekening: 'Het college,\n\tde burgemeester' };
		const word = await fillLetterhead(exampleLetterhead('docx'), 'docx', { fields, body: BODY });
		expect(memberOf(word, 'word/document.xml')).toContain('Het college,</w:t><w:br/>');
		const open = await fillLetterhead(exampleLetterhead('odt'), 'odt', { fields, body: BODY });
		expect(memberOf(open, 'content.xml')).toContain(
			'Het college,<text:line-break/><text:tab/>de burgemeester',
		);
	});

	test('that is empty takes its line away when it stands alone, but not the last line of a cell', async () => {
		const cell = (words: string) => `<w:tc>${line(run(words))}</w:tc>`;
		const table = `<w:tbl><w:tr>${cell('Kenmerk')}${cell('{{kenmerk}}')}</w:tr></w:tbl>`;
		const body = line(run('{{argument}}')) + line(run('Betreft: {{onderwerp}}')) + table + BODY_LINE;
		const xml = await documentOf(wordLetterhead({ body }));
		expect(xml).not.toContain('{{');
		expect(xml.match(/<w:p[ >]/g)).toHaveLength(5);
		expect(xml).toContain('Betreft: </w:t>');
		expect(xml).toMatch(/<w:tc><w:p[^>]*><w:r[^>]*><w:t[^>]*><\/w:t><\/w:r><\/w:p><\/w:tc>/);
	});

	test('that we do not know stays as it is', async () => {
		expect(await documentOf(wordLetterhead({ body: line(run('{{burgemeester}}')) + BODY_LINE }))).toContain(
			'{{burgemeester}}',
		);
	});

	test.each(['docx', 'odt'] as const)(
		'with signs that mean something in XML is only text in %s',
		async (format) => {
			const filled = await fillLetterhead(exampleLetterhead(format), format, {
				fields: { onderwerp: HOSTILE, gemeente: HOSTILE },
				body: [text(HOSTILE), { kind: 'heading', level: 2, text: HOSTILE }],
			});
			const read = readDocument(filled, format);
			const shown = oneSpace('<w:p>&amp; "]]> {{kenmerk}} \u202e \ud83d\ude00 =1+1 \\u{0}');
			expect(read.text.split(shown)).toHaveLength(4);
			expect(read.headings).toEqual([{ level: 2, text: shown }]);
		},
	);

	test.each(['docx', 'odt'] as const)('and a letter of 20,000 signs are whole in %s', async (format) => {
		const long = 'Een lange zin met é en €. '.repeat(800).trim();
		const filled = await fillLetterhead(exampleLetterhead(format), format, {
			fields: { ondertekening: long },
			body: [text(long)],
		});
		expect(readDocument(filled, format).text.split(long)).toHaveLength(3);
	});
});

describe('the letter', () => {
	test('gets the headings of a Dutch Word, and ordinary text the looks of its place', async () => {
		const xml = await documentOf(wordLetterhead());
		expect(xml).toContain('<w:pStyle w:val="Kop1"/></w:pPr><w:r><w:t xml:space="preserve">Inleiding');
		expect(xml).toContain(
			'<w:pPr><w:spacing w:after="200"/></w:pPr><w:r><w:rPr><w:color w:val="333333"/></w:rPr><w:t xml:space="preserve">Hierbij',
		);
	});

	test('brings the styles that are missing, once, and no second default', async () => {
		const { body } = sampleLetter('Woerden');
		const filled = await fill(wordLetterhead(), {}, body);
		const styles = memberOf(filled, 'word/styles.xml');
		const ids = [...styles.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(expect.arrayContaining(['Kop1', 'Kop2', 'Heading3', 'Agendatabel', 'NiveauRood']));
		expect(ids).not.toContain('Heading1');
		expect(
			styles.match(/w:type="paragraph"[^>]*w:default="1"|w:default="1"[^>]*w:type="paragraph"/g),
		).toHaveLength(1);
		expect(styles).toMatch(/w:styleId="Heading3"[^>]*>.*?<w:basedOn w:val="Standaard"\/>/);
		const used = [...memberOf(filled, 'word/document.xml').matchAll(/<w:[prt]\w*Style w:val="([^"]+)"/g)];
		for (const [, id] of used) expect(ids).toContain(id);
	});

	test('comes also where there are no styles at all', async () => {
		const filled = await fill(wordLetterhead({ styles: null }));
		expect(memberOf(filled, 'word/styles.xml')).toContain('w:styleId="Heading1"');
		expect(memberOf(filled, 'word/_rels/document.xml.rels')).toContain('Target="styles.xml"');
	});

	test('has tables as wide as the page leaves, with heads that repeat and levels as word and colour', async () => {
		const { body } = sampleLetter('Woerden');
		const filled = await fill(wordLetterhead(), {}, body);
		const read = readDocument(filled, 'docx');
		expect(read.tables).toHaveLength(1);
		expect(read.tables[0]).toMatchObject({ heads: 1 });
		expect(read.tables[0]?.rows.at(-1)?.join('|')).toMatch(/Leerlingenvervoer.*R Rood/);
		expect([...read.styles]).toEqual(expect.arrayContaining(['NiveauRood', 'NiveauDonkergroen']));
		// 210 mm without margins of 50 and 25 mm.
		expect(memberOf(filled, 'word/document.xml')).toMatch(/<w:tblW w:type="dxa" w:w="765\d"\/>/);
	});

	test('has its lists and links in the letterhead, under names that were free', async () => {
		const { body } = sampleLetter('Woerden');
		const xml = await documentOf(wordLetterhead(), {}, body);
		const filled = await fill(wordLetterhead(), {}, body);
		const [, link] = /<w:hyperlink[^>]*r:id="([^"]+)"/.exec(xml) ?? [];
		expect(memberOf(filled, 'word/_rels/document.xml.rels')).toContain(
			`Id="${link}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://www.rijksoverheid.nl/onderwerpen/passend-onderwijs" TargetMode="External"`,
		);
		const [, number] = /<w:numId w:val="(\d+)"/.exec(xml) ?? [];
		expect(memberOf(filled, 'word/numbering.xml')).toContain(`w:numId="${number}"`);
	});

	test('adds its lists to those of the letterhead, which keep their numbers', async () => {
		const own =
			'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="4"/><w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num></w:numbering>';
		const file = wordLetterhead({ members: { 'word/numbering.xml': own } });
		const filled = await fill(file, {}, sampleLetter('Woerden').body);
		const numbering = memberOf(filled, 'word/numbering.xml');
		expect(numbering).toContain('<w:num w:numId="9"><w:abstractNumId w:val="4"/></w:num>');
		expect(numbering).toMatch(
			/<w:abstractNum w:abstractNumId="5"[\s\S]*<w:num w:numId="9"[\s\S]*<w:num w:numId="10"/,
		);
		expect(memberOf(filled, 'word/document.xml')).toContain('<w:numId w:val="10"/>');
	});

	test('keeps the end of a section and a page break of the line that it replaces', async () => {
		const section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';
		const body = line(run('{{brief}}'), `<w:pageBreakBefore/>${section}`) + line(run('Bijlage'));
		const xml = await documentOf(wordLetterhead({ body }), {}, [text('a'), text('b')]);
		expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
		expect(xml.indexOf(section)).toBeGreaterThan(xml.indexOf('>b<'));
	});

	test('without a place for it is refused with what to do', async () => {
		await expect(fill(wordLetterhead({ body: line(run('Zie {{brief}}')) }))).rejects.toThrow(
			/op een eigen regel/,
		);
	});
});

describe('everything else of the letterhead', () => {
	test('stays byte for byte, and the same letter gives the same bytes', async () => {
		const file = wordLetterhead({ body: line(run('Adres & “postbus”'.replace('&', '&amp;'))) + BODY_LINE });
		const [once, twice] = [await fill(file), await fill(file)];
		expect(once.equals(twice)).toBe(true);
		for (const name of [
			'word/header1.xml',
			'word/media/logo.png',
			'[Content_Types].xml',
			'word/_rels/header1.xml.rels',
		])
			expect(memberOf(once, name)).toBe(memberOf(file, name));
		const [before] = memberOf(file, 'word/document.xml').split(BODY_LINE);
		expect(memberOf(once, 'word/document.xml').startsWith(before ?? '-')).toBe(true);
	});

	test('loses the template it was made from, and speaks Dutch', async () => {
		const filled = await fill(wordLetterhead());
		expect(memberOf(filled, 'word/settings.xml')).not.toContain('attachedTemplate');
		expect(memberOf(filled, 'word/settings.xml')).toContain('<w:zoom w:percent="100"/>');
		expect(memberOf(filled, 'word/_rels/settings.xml.rels')).not.toContain('Brief.dotm');
		expect(memberOf(filled, 'word/styles.xml')).toContain('<w:lang w:val="nl-NL"/>');
	});
});

describe('a letterhead of LibreOffice', () => {
	test.each(['docx', 'odt'] as const)(
		'in %s gets the letter, with headings, a table and its own header',
		async (format) => {
			const parts = sampleLetter('Gemeente Aa');
			const filled = await fillLetterhead(fixture(format), format, parts);
			const read = readDocument(filled, format);
			expect(read.text).not.toContain('{{');
			expect(read.headings.map(({ text }) => text)).toEqual(
				expect.arrayContaining(['Inleiding', 'Kernboodschap', 'Thuiszitters', 'Vervolg']),
			);
			expect(read.tables.some(({ heads, rows }) => heads === 1 && rows.length === 5)).toBe(true);
			expect(Object.values(read.members).join('')).toContain('Gemeente Aa');
			expect(filled.equals(await fillLetterhead(fixture(format), format, parts))).toBe(true);
		},
	);

	test('in odt has every style that its text uses', async () => {
		const filled = await fillLetterhead(fixture('odt'), 'odt', sampleLetter('Woerden'));
		const [content, styles] = [memberOf(filled, 'content.xml'), memberOf(filled, 'styles.xml')];
		const known = new Set([...(content + styles).matchAll(/style:name="([^"]+)"/g)].map(([, name]) => name));
		const used = [...content.matchAll(/ (?:text|table):style-name="([^"]+)"/g)].map(([, name]) => name);
		expect(used.length).toBeGreaterThan(20);
		expect(used.filter((name) => !known.has(name))).toEqual([]);
	});

	test('keeps the page break of the line it replaces once', async () => {
		const file = changed(exampleLetterhead('odt'), {
			'content.xml': (xml) =>
				xml
					.replace(
						'</office:automatic-styles>',
						'<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text_20_body"><style:paragraph-properties fo:break-before="page"/></style:style></office:automatic-styles>',
					)
					.replace(
						'<text:p text:style-name="Text_20_body">{{brief}}',
						'<text:p text:style-name="P1">{{brief}}',
					),
		});
		const filled = await fillLetterhead(file, 'odt', { fields: {}, body: [text('a'), text('b')] });
		const content = memberOf(filled, 'content.xml');
		expect(content.match(/text:style-name="P1"/g)).toHaveLength(1);
		expect(content.match(/text:style-name="brief_tekst"/g)).toHaveLength(2);
	});
});
