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
			port: 3000,
			host: '0.0.0.0',
			proxies: 0,
			requestSeconds: 30,
			origin: 'https://agenda.example.nl',
			demo: false,
			mail: null,
			log: { level: 'info', readable: false },
			metricsToken: null,
			secretKey: null,
			secretKeyFile: expect.stringMatching(/data.geheime-sleutel$/),
			databasePath: expect.stringMatching(/data.samenwerkingsagenda\.db$/),
			filesFolder: expect.stringMatching(/data.bestanden$/),
			backupFolder: expect.stringMatching(/data.reservekopieen$/),
		});
	});

	test('of log and monitor are checked, and the demo is quiet and readable', () => {
		const parse = (more: Record<string, string>) => parseConfig({ ...GOOD, ...more });
		expect(parse({ DEMO: '1' }).log).toEqual({ level: 'warn', readable: true });
		expect(parse({ LOG_LEVEL: 'debug' }).log).toEqual({ level: 'debug', readable: false });
		expect(() => parse({ LOG_LEVEL: 'alles' })).toThrow(/^LOG_LEVEL mag alleen debug, info, .* zijn\.$/);
		expect(parse({ METRICS_TOKEN: '' }).metricsToken).toBeNull();
		expect(parse({ METRICS_TOKEN: 'a1'.repeat(12) }).metricsToken).toBe('a1'.repeat(12));
		for (const weak of ['kort', 'met spaties erin, wel lang genoeg'])
			expect(() => parse({ METRICS_TOKEN: weak })).toThrow(/^METRICS_TOKEN moet minstens 20 tekens/);
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

describe('the settings of the mail server', () => {
	const MAIL_FROM = 'Agenda <agenda@example.nl>';
	const from = { name: 'Agenda', address: 'agenda@example.nl' };

	test.each([
		[
			{ SMTP_HOST: 'mail.example.nl', SMTP_USER: 'u', SMTP_PASSWORD: 'p' },
			{ host: 'mail.example.nl', port: 587, secure: false, requireTls: true, user: 'u', password: 'p' },
		],
		[
			{ SMTP_URL: 'smtps://een%40twee:w%3Dw@mail.example.nl' },
			{
				host: 'mail.example.nl',
				port: 465,
				secure: true,
				requireTls: true,
				user: 'een@twee',
				password: 'w=w',
			},
		],
		[
			{ SMTP_HOST: 'localhost', SMTP_PORT: '25' },
			{ host: 'localhost', port: 25, secure: false, requireTls: false, user: null, password: null },
		],
	])('are read from %j', (environment, expected) => {
		expect(parseConfig({ ...GOOD, ...environment, MAIL_FROM }).mail).toEqual({ ...expected, from });
	});

	test('may give the address of the sender alone', () => {
		const { mail } = parseConfig({ ...GOOD, SMTP_HOST: 'mail.example.nl', MAIL_FROM: 'agenda@example.nl' });
		expect(mail?.from).toEqual({ name: 'Samenwerkingsagenda', address: 'agenda@example.nl' });
	});

	test('do nothing in the demo, so that no mail leaves it', () => {
		expect(parseConfig({ ...GOOD, SMTP_HOST: 'mail.example.nl', MAIL_FROM, DEMO: '1' }).mail).toBeNull();
	});

	test.each([
		[{ SMTP_USER: 'u' }, 'SMTP_HOST ontbreekt'],
		[{ SMTP_HOST: 'mail.example.nl', SMTP_URL: 'smtp://mail.example.nl' }, 'Zet SMTP_URL of SMTP_HOST'],
		[{ SMTP_HOST: 'mail.example.nl', SMTP_PORT: '0', MAIL_FROM }, 'SMTP_PORT moet een getal'],
		[{ SMTP_URL: 'https://mail.example.nl', MAIL_FROM }, 'SMTP_URL moet een adres als'],
		[{ SMTP_HOST: 'mail.example.nl' }, 'MAIL_FROM ontbreekt'],
		[{ SMTP_HOST: 'mail.example.nl', MAIL_FROM: 'a@b.nl, c@d.nl' }, 'MAIL_FROM ontbreekt of is geen'],
		[
			{ SMTP_HOST: 'mail.example.nl', MAIL_FROM: 'A\r\nBcc: x@y.nl <a@b.nl>' },
			'MAIL_FROM ontbreekt of is geen',
		],
	])('%j stop the start with one sentence', (wrong, sentence) => {
		expect(sentenceFor({ ...GOOD, ...wrong })).toContain(sentence);
	});
});
