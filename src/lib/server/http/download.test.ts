import { describe, expect, test } from 'vitest';
import { download, downloadUpload } from './download.ts';

const headerFor = (name: string) =>
	download('x', name, 'text/csv; charset=utf-8').headers.get('content-disposition');

describe('a download', () => {
	test('has its type and is kept as a file, not shown', async () => {
		const response = download('a;b', 'matrix.csv', 'text/csv; charset=utf-8');
		expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
		expect(await response.text()).toBe('a;b');
	});

	test.each([
		['matrix-uw-2020-k1.csv', 'matrix-uw-2020-k1.csv'],
		['Rapport "x".pdf', 'rapport-x-.pdf'],
		['a\r\nset-cookie: b=c.pdf', 'a-set-cookie-b-c.pdf'],
		['../../etc/passwd', '..-..-etc-passwd'],
	])('named %j gets the name %s', (name, expected) => {
		expect(headerFor(name)).toBe(`attachment; filename="${expected}"`);
	});
});

describe('a file that somebody uploaded', () => {
	const upload = (name: string) => downloadUpload(new Uint8Array([1, 2, 3]), name, 'application/pdf').headers;

	test('is kept, never shown, and may run nothing', () => {
		const headers = upload('Verslag.pdf');
		expect(headers.get('content-type')).toBe('application/pdf');
		expect(headers.get('content-length')).toBe('3');
		expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; sandbox;/);
	});

	test.each([
		[
			'Verslag één.pdf',
			'attachment; filename="verslag-n.pdf"; filename*=UTF-8\'\'Verslag%20%C3%A9%C3%A9n.pdf',
		],
		[
			`"; filename=a.exe`,
			'attachment; filename="-filename-a.exe"; filename*=UTF-8\'\'%22%3B%20filename%3Da.exe',
		],
		["a'b(c)*.pdf", 'attachment; filename="a-b-c-.pdf"; filename*=UTF-8\'\'a%27b%28c%29%2A.pdf'],
		['a\r\nx: y.pdf', 'attachment; filename="a-x-y.pdf"; filename*=UTF-8\'\'a%0D%0Ax%3A%20y.pdf'],
		['\u202efdp.exe', 'attachment; filename="-fdp.exe"; filename*=UTF-8\'\'%E2%80%AEfdp.exe'],
	])('named %j has its name twice: in plain letters and whole', (name, expected) => {
		expect(upload(name).get('content-disposition')).toBe(expected);
	});
});
