import { describe, expect, test } from 'vitest';
import { clientAddress, safePath } from './request.ts';

describe('where to go after signing in', () => {
	test.each([
		['/agenda', '/agenda'],
		['/agenda/uw?thema=thuiszitters', '/agenda/uw?thema=thuiszitters'],
		['/a/../b', '/b'],
		['/rea#voortgang', '/rea'],
		['/%2f%2fevil.example', '/%2f%2fevil.example'],
		['/?naar=https://evil.example', '/?naar=https://evil.example'],
	])('%s is a path on this site: %s', (path, expected) => {
		expect(safePath(path)).toBe(expected);
	});

	test.each([
		null,
		'',
		'agenda',
		'https://evil.example',
		'//evil.example',
		'/\\evil.example',
		'\\\\evil.example',
		'/\t/evil.example',
		'/\n/evil.example',
		'/a/..//evil.example',
		'/.//evil.example',
		'/a/%2e%2e//evil.example',
		'/./\\evil.example',
		'javascript:alert(1)',
		' //evil.example',
		'//',
		'http://site@evil.example',
	])('%j goes to the start page', (path) => {
		expect(safePath(path)).toBe('/');
	});

	test.each(['/a/..//evil.example', '/agenda', '//evil.example', '/x/../..//e', '/;//evil.example'])(
		'%j never leaves the site once a browser reads it',
		(path) => {
			expect(new URL(safePath(path), 'https://agenda.example.nl').host).toBe('agenda.example.nl');
		},
	);
});

describe('the address of a visitor', () => {
	test('is what the server says, or a word when it cannot tell', () => {
		expect(clientAddress({ getClientAddress: () => '192.0.2.1' })).toBe('192.0.2.1');
		const fails = () => {
			throw new Error('no address');
		};
		expect(clientAddress({ getClientAddress: fails })).toBe('onbekend');
	});
});
