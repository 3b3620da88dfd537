import { describe, expect, test } from 'vitest';
import { cleanFileName } from './file-type.ts';

describe('the name of a file', () => {
	test.each([
		['Verslag REA 14 januari.pdf', 'pdf', 'Verslag REA 14 januari.pdf'],
		['FOTO.JPEG', 'jpg', 'FOTO.jpeg'],
		['foto.jpg', 'jpg', 'foto.jpg'],
		['verslag', 'docx', 'verslag.docx'],
		['verslag.pdf', 'docx', 'verslag.pdf.docx'],
		['rekening.pdf.exe', 'pdf', 'rekening.pdf.exe.pdf'],
		['pagina.html', 'txt', 'pagina.html.txt'],
		['../../etc/passwd', 'txt', 'passwd.txt'],
		['C:\\Users\\ik\\verslag.pdf', 'pdf', 'verslag.pdf'],
		['a"b\r\nset-cookie: c=d.pdf', 'pdf', 'ab set-cookie c=d.pdf'],
		['gnp.\u202efdp.pdf', 'pdf', 'gnp.fdp.pdf'],
		['a\u0000b\u200bc.png', 'png', 'abc.png'],
		['  . .verborgen.csv', 'csv', 'verborgen.csv'],
		['', 'pdf', 'bestand.pdf'],
		['.pdf', 'pdf', 'pdf.pdf'],
		['<script>alert(1)</script>.pdf', 'pdf', 'script.pdf'],
		['\ud800half.txt', 'txt', 'half.txt'],
		['Überraschung – één.odt', 'odt', 'Überraschung – één.odt'],
	] as const)('%j of a %s becomes %s', (typed, type, expected) => {
		expect(cleanFileName(typed, type)).toBe(expected);
	});

	test('is cut and keeps its ending when it has 300 characters', () => {
		const name = cleanFileName(`${'lang '.repeat(60)}.xlsx`, 'xlsx');
		expect(name.length).toBeLessThanOrEqual(120);
		expect(name).toMatch(/^lang lang .*\.xlsx$/);
	});
});

test('of a name of megabytes only the start is looked at, and its ending comes from what the file is', () => {
	expect(cleanFileName(`map/x${'.'.repeat(1_000_000)}x.png`, 'png')).toBe('x.png');
	expect(cleanFileName(`${'a'.repeat(300)}.jpeg`, 'jpg')).toBe(`${'a'.repeat(114)}.jpg`);
});
