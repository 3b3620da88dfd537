import { describe, expect, test } from 'vitest';
import { hostOf, isSourceVisible, parseLink } from './source.ts';

describe('a link', () => {
	test.each([
		['https://www.voorbeeld.nl/verslag', 'https://www.voorbeeld.nl/verslag'],
		['  http://voorbeeld.nl ', 'http://voorbeeld.nl/'],
		['www.voorbeeld.nl/a?b=c#d', 'https://www.voorbeeld.nl/a?b=c#d'],
		['voorbeeld.nl:8443/a', 'https://voorbeeld.nl:8443/a'],
		['HTTPS://Voorbeeld.NL/A', 'https://voorbeeld.nl/A'],
		['https://voorbeeld.nl/%3Cscript%3E', 'https://voorbeeld.nl/%3Cscript%3E'],
	])('%j is taken as %s', (typed, expected) => {
		expect(parseLink(typed)).toBe(expected);
	});

	test.each([
		'',
		'verslag',
		'javascript:alert(1)',
		'JavaScript:alert(1)//voorbeeld.nl',
		'java\tscript:alert(1)',
		'\u0001javascript:alert(1)',
		'data:text/html,<script>alert(1)</script>',
		'vbscript:msgbox(1)',
		'file:///etc/passwd',
		'ftp://voorbeeld.nl/a',
		'mailto:iemand@voorbeeld.nl',
		'//',
		'https://',
		'https:///a',
		'https://localhost/beheer',
		'https://www.bank.nl@kwaad.example/',
		'https://gebruiker:geheim@voorbeeld.nl/',
		'https://voorbeeld.nl/a b',
		'https://voorbeeld.nl/\na',
		'https://voorbeeld.nl/\u202egpj.exe',
		`https://voorbeeld.nl/${'a'.repeat(2000)}`,
	])('%j is refused', (typed) => {
		expect(parseLink(typed)).toBeNull();
	});

	test('shows where it leads, also when letters only look like others', () => {
		expect(hostOf(parseLink('https://www.аpple.nl/') ?? '')).toMatch(/^www\.xn--/);
	});
});

describe('a source', () => {
	test.each([
		['drafts', 'open', null, true],
		['drafts', 'open', 'draft', true],
		['drafts', 'adopted', 'agreed', true],
		['submitted', 'open', 'agreed', false],
		['submitted', 'open', 'submitted', false],
		['submitted', 'closed', 'agreed', true],
		['submitted', 'closed', 'returned', false],
		['submitted', 'closed', null, false],
		['submitted', 'adopted', 'agreed', true],
		['adopted', 'closed', 'agreed', false],
		['adopted', 'adopted', 'agreed', true],
		['adopted', 'adopted', 'draft', false],
	] as const)('with sight of %s in a round that is %s, at a status that is %s: seen is %s', (...row) => {
		const [sight, round, status, expected] = row;
		expect(isSourceVisible(sight, round, status)).toBe(expected);
	});
});
