import { describe, expect, test } from 'vitest';
import { download } from './download.ts';

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
