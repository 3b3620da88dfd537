import { isAbsolute } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from './config.ts';

const GOOD = { ORIGIN: 'https://agenda.example.nl' };

function sentenceFor(environment: Record<string, string | undefined>): string {
	try {
		parseConfig(environment);
	} catch (failure) {
		if (failure instanceof ConfigError) return failure.message;
		throw failure;
	}
	return '';
}

describe('the settings', () => {
	test('need no more than the address of the site', () => {
		expect(parseConfig(GOOD)).toEqual({
			...{ port: 3000, origin: 'https://agenda.example.nl', demo: false },
			databasePath: expect.stringMatching(/data.samenwerkingsagenda\.db$/),
			filesFolder: expect.stringMatching(/data.bestanden$/),
		});
	});

	test('are read as they were set', () => {
		const config = parseConfig({
			ORIGIN: 'http://localhost:8080/',
			PORT: '8080',
			DATABASE_PATH: 'x/y.db',
			DEMO: '1',
		});
		expect(config).toMatchObject({ port: 8080, origin: 'http://localhost:8080', demo: true });
		expect(isAbsolute(config.databasePath)).toBe(true);
		expect(config.filesFolder).toMatch(/x.demo-bestanden$/);
	});

	test.each([
		['no ORIGIN', { ORIGIN: undefined }, 'ORIGIN ontbreekt'],
		[
			'an ORIGIN with a path',
			{ ORIGIN: 'https://agenda.example.nl/app' },
			'ORIGIN moet een adres zonder pad zijn',
		],
		['an ORIGIN without a scheme', { ORIGIN: 'agenda.example.nl' }, 'ORIGIN moet een adres zonder pad zijn'],
		[
			'an ORIGIN of another kind',
			{ ORIGIN: 'ftp://agenda.example.nl' },
			'ORIGIN moet een adres zonder pad zijn',
		],
		['an empty ORIGIN', { ORIGIN: '' }, 'ORIGIN moet een adres zonder pad zijn'],
		['PORT 0', { PORT: '0' }, 'PORT moet een getal van 1 tot en met 65535 zijn'],
		['PORT 65536', { PORT: '65536' }, 'PORT moet een getal van 1 tot en met 65535 zijn'],
		['a word for PORT', { PORT: 'http' }, 'PORT moet een getal van 1 tot en met 65535 zijn'],
		['an empty PORT', { PORT: '' }, 'PORT moet een getal van 1 tot en met 65535 zijn'],
		['an empty DATABASE_PATH', { DATABASE_PATH: ' ' }, 'DATABASE_PATH is leeg'],
		['DEMO=ja', { DEMO: 'ja' }, 'DEMO mag alleen 0 of 1 zijn.'],
	])('with %s stop the start with one sentence', (_what, wrong, sentence) => {
		const message = sentenceFor({ ...GOOD, ...wrong });
		expect(message).toContain(sentence);
		expect(message).toMatch(/^[A-Z].*\.$/);
	});
});
