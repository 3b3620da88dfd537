import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../../../../tests/support/refusal.ts';
import {
	jpegBytes,
	openDocumentBytes,
	openXmlBytes,
	pdfBytes,
	pngBytes,
	programBytes,
} from '../../../../tests/support/upload-files.ts';
import { detectType } from './detect-type.ts';

const joined = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const HTML = '<!DOCTYPE html><script>alert(1)</script>';

describe('the content decides what a file is', () => {
	test.each([
		['a pdf', pdfBytes(), 'a.pdf', 'pdf'],
		['a pdf under another name', pdfBytes(), 'a.docx', 'pdf'],
		['a pdf that also holds html, which is only kept', pdfBytes(HTML), 'a.html', 'pdf'],
		['a png', pngBytes(), 'a.png', 'png'],
		['a jpeg', jpegBytes(), 'a.jpeg', 'jpg'],
		['a jpeg with html in its remark', jpegBytes(HTML), 'a.html', 'jpg'],
		['a Word document', openXmlBytes('docx'), 'a.docx', 'docx'],
		['a spreadsheet', openXmlBytes('xlsx'), 'a.xlsx', 'xlsx'],
		['a presentation', openXmlBytes('pptx'), 'zonder-naam', 'pptx'],
		['an odt', openDocumentBytes('text'), 'a.odt', 'odt'],
		['an ods', openDocumentBytes('spreadsheet'), 'a.ods', 'ods'],
		['an odp named pdf', openDocumentBytes('presentation'), 'a.pdf', 'odp'],
		['a csv', strToU8('naam;aantal\nWoerden;12\n'), 'a.CSV', 'csv'],
		['a csv with a byte order mark', strToU8('\ufeffnaam;één\r\n'), 'a.csv', 'csv'],
		['a text', strToU8('Verslag van het REA\n\t- één\n'), 'a.txt', 'txt'],
		['a text without an ending', strToU8('x < y'), 'leesmij', 'txt'],
	])('so %s is that whatever its name', (_what, bytes, name, expected) => {
		expect(detectType(bytes, name)).toBe(expected);
	});

	test.each([
		['an empty file', new Uint8Array(), 'a.pdf', /leeg/],
		['a text of spaces', strToU8(' \n\t\n'), 'a.txt', /leeg/],
		['a file of more than 10 MB', new Uint8Array(10 * 1024 * 1024 + 1), 'a.pdf', /te groot/],
		['a program named pdf', programBytes(), 'a.pdf', /Dit soort bestand kan niet/],
		['a program named txt', programBytes(), 'a.txt', /Dit soort bestand kan niet/],
		['a program with a document behind it', joined(programBytes(), openXmlBytes('docx')), 'a.docx', /soort/],
		['html named txt', strToU8(HTML), 'a.txt', /Webpagina’s/],
		['html after spaces and a byte order mark', strToU8(`\ufeff \n${HTML}`), 'a.txt', /Webpagina’s/],
		['html behind an innocent line', strToU8(`Verslag\n${HTML}`), 'a.csv', /Webpagina’s/],
		['html with a pdf behind it', joined(strToU8(HTML), pdfBytes()), 'a.pdf', /Webpagina’s/],
		['an svg named png', strToU8('<svg onload="alert(1)"/>'), 'a.png', /Webpagina’s/],
		['xml', strToU8('<?xml version="1.0"?><a/>'), 'a.xml', /Webpagina’s/],
		['html in UTF-16', joined(new Uint8Array([0xff, 0xfe]), strToU8('<\0h\0')), 'a.txt', /soort/],
		['a csv in the old Windows letters', new Uint8Array([...strToU8('naam;'), 0xe9]), 'a.csv', /UTF-8/],
		['a text with a hidden control', strToU8('a\u001b[31mb'), 'a.txt', /Dit soort bestand kan niet/],
		['a text with a late control', strToU8('a\u009bb'), 'a.txt', /Dit soort bestand kan niet/],
		['a gif', strToU8('GIF89a\u0001\u0000'), 'a.gif', /Dit soort bestand kan niet/],
		[
			'an old Word document',
			new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
			'a.docx',
			/oud of met een wacht/,
		],
		['a zip named docx', zipSync({ 'a.txt': strToU8('a') }), 'a.docx', /Dit soort bestand kan niet/],
		['a Java program named docx', zipSync({ 'META-INF/MANIFEST.MF': strToU8('a') }), 'a.docx', /soort/],
		[
			'a document that is a spreadsheet too',
			openXmlBytes('docx', { 'xl/workbook.xml': strToU8('a') }),
			'a',
			/soort/,
		],
		[
			'an odt that is a Word document too',
			openDocumentBytes('text', { '[Content_Types].xml': strToU8('a'), 'word/document.xml': strToU8('a') }),
			...(['a.odt', /soort/] as const),
		],
		[
			'a Word document with macros',
			openXmlBytes('docx', { 'word/vbaProject.bin': strToU8('a') }),
			'a',
			/macro’s/,
		],
		['an odt with macros', openDocumentBytes('text', { 'Basic/x.xml': strToU8('a') }), 'a.odt', /macro’s/],
		['an e-book', zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }] }), 'a.odt', /soort/],
		['a zip that breaks off', openXmlBytes('docx').slice(0, 60), 'a.docx', /beschadigd/],
		['a zip without a list', new Uint8Array([0x50, 0x4b, 3, 4]), 'a.docx', /beschadigd/],
	])('%s is refused', (_what, bytes, name, expected) => {
		const refusal = refusalOf(() => detectType(bytes, name));
		expect(refusal.code).toBe('invalid');
		expect(refusal.message).toMatch(expected);
		expect(refusal.detail.fields).toEqual({ bestand: refusal.message });
	});

	test('a zip bomb named docx is refused by its list, without unpacking it', () => {
		const bomb = openXmlBytes('docx', { 'word/media/a.png': new Uint8Array(8) });
		const view = new DataView(bytes(bomb).buffer);
		const list = view.getUint32(view.byteLength - 6, true);
		view.setUint32(list + 24, 4_000_000_000, true);
		const started = performance.now();
		const refusal = refusalOf(() => detectType(new Uint8Array(view.buffer), 'a.docx'));
		expect(refusal.message).toMatch(/uitgepakt te groot/);
		expect(performance.now() - started).toBeLessThan(200);
	});
});

const bytes = (content: Uint8Array) => new Uint8Array(content);
