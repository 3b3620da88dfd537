import { describe, expect, test } from 'vitest';
import { isOwnOrigin } from './origin.ts';

const SITE = { origin: 'https://agenda.example.nl', demo: false };
const DEMO = { origin: 'http://localhost:3000', demo: true };

describe('a request from elsewhere', () => {
	test.each(['GET', 'HEAD', 'OPTIONS'])('may %s: that changes nothing', (method) => {
		expect(isOwnOrigin(method, 'https://evil.example', SITE)).toBe(true);
		expect(isOwnOrigin(method, null, SITE)).toBe(true);
	});

	test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'post'])('may not %s', (method) => {
		for (const header of ['https://evil.example', 'null', '', null])
			expect(isOwnOrigin(method, header, SITE)).toBe(false);
	});

	test.each([
		'http://agenda.example.nl',
		'https://agenda.example.nl:8443',
		'https://agenda.example.nl.evil.example',
		'https://evil.example/https://agenda.example.nl',
		'https://sub.agenda.example.nl',
	])('is not our own because it looks like it: %s', (header) => {
		expect(isOwnOrigin('POST', header, SITE)).toBe(false);
	});
});

describe('a request from our own pages', () => {
	test('may post', () => {
		expect(isOwnOrigin('POST', SITE.origin, SITE)).toBe(true);
	});

	test.each([
		['http://127.0.0.1:3000', true],
		['http://[::1]:3000', true],
		['http://127.0.0.1:4000', false],
		['https://127.0.0.1:3000', false],
		['http://localhost.evil.example:3000', false],
		['null', false],
	])('in the demo has any name of this computer: %s %s', (header, expected) => {
		expect(isOwnOrigin('POST', header, DEMO)).toBe(expected);
		expect(isOwnOrigin('POST', header, { ...DEMO, demo: false })).toBe(false);
	});

	test('in a demo on another host has only that name', () => {
		const own = { origin: 'https://demo.example.nl', demo: true };
		expect(isOwnOrigin('POST', 'http://localhost', own)).toBe(false);
	});
});
