/** What the server does around the pages: other sites, headers, health and wrong settings. */
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { holdDatabase } from '#lib/server/db/one-server.ts';
import { demo } from './support/demo.ts';
import { request } from './support/http.ts';
import { runStart } from './support/sites.ts';
import { expect, test } from './support/test.ts';

const FORMS = ['/inloggen', '/uitloggen', '/beheer/mensen?/toevoegen', `${demo.openProgress}?/akkoord`];

test('a form from another site, or from nowhere, is refused', async ({ site }) => {
	const foreign = [
		'https://elders.example',
		'null',
		site.origin.replace('http:', 'https:'),
		`${site.origin}.elders.example`,
		null,
	];
	for (const path of FORMS) {
		for (const origin of foreign) {
			const { status, headers } = await request(site, path, {
				who: 'administrator',
				form: { rol: 'board' },
				origin,
			});
			expect({ status, cookie: headers.get('set-cookie') }, `${path} from ${origin}`).toEqual({
				status: 403,
				cookie: null,
			});
		}
	}
});

test('the health page answers without signing in', async ({ site }) => {
	const { status, text } = await request(site, '/gezond');
	expect(status).toBe(200);
	expect(JSON.parse(text)).toEqual({ versie: expect.any(String), database: 'goed' });
});

const ALWAYS = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'strict-transport-security': /max-age=\d{8}/,
	'permissions-policy': /camera=\(\)/,
	'content-security-policy': /default-src 'none'.*/,
};

for (const { name, path, status: expected } of [
	{ name: 'a page', path: demo.agenda, status: 200 },
	{ name: 'a page with a script', path: `${demo.agenda}/verloop`, status: 200 },
	{ name: 'a missing page', path: '/bestaat-niet', status: 404 },
	{ name: 'a redirect', path: '/inloggen', status: 303 },
	{ name: 'a PDF', path: `${demo.report}/rapport.pdf`, status: 200 },
	{ name: 'a CSV', path: `${demo.report}/matrix.csv`, status: 200 },
	{ name: 'a Word file', path: `${demo.report}/rapport.docx`, status: 200 },
	{ name: 'a spreadsheet', path: `${demo.report}/gegevens.ods`, status: 200 },
]) {
	test(`${name} comes with every security header and is not kept`, async ({ site }) => {
		const { status, headers } = await request(site, path, { who: 'board' });
		expect(status).toBe(expected);
		for (const [header, value] of Object.entries(ALWAYS)) {
			const matches =
				typeof value === 'string' ? expect.stringMatching(`^${value}$`) : expect.stringMatching(value);
			expect(headers.get(header), header).toEqual(matches);
		}
		const policy = headers.get('content-security-policy');
		expect(policy).toContain("frame-ancestors 'none'");
		expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
		expect(headers.get('cache-control')).toBe('private, no-store');
		expect(headers.get('x-powered-by')).toBeNull();
	});
}

test('a static file has its type, and one with a hash in its name is kept for a year', async ({ site }) => {
	const { text } = await request(site, '/inloggen');
	const style = /href="([^"]+\.css)"/.exec(text)?.[1] ?? '';
	const kept = await request(site, new URL(style, site.origin).pathname);
	expect(kept.headers.get('content-type')).toBe('text/css');
	expect(kept.headers.get('cache-control')).toBe('public,max-age=31536000,immutable');
	const icon = await request(site, '/favicon.svg');
	expect(icon.headers.get('content-type')).toBe('image/svg+xml');
	for (const { headers } of [kept, icon]) {
		for (const [header, value] of Object.entries(ALWAYS)) {
			expect(headers.get(header), header).toMatch(value);
		}
	}
});

for (const { name, settings, sentence } of [
	{ name: 'without ORIGIN', settings: {}, sentence: /^ORIGIN ontbreekt: .+\.$/ },
	{
		name: 'with a path in ORIGIN',
		settings: { ORIGIN: 'https://x.example/pad' },
		sentence: /^ORIGIN moet een adres zonder pad zijn.+\.$/,
	},
	{
		name: 'with a wrong PORT',
		settings: { ORIGIN: 'https://x.example', PORT: 'web' },
		sentence: /^PORT moet een getal.+\.$/,
	},
]) {
	test(`${name} the server stops with one sentence`, async () => {
		const server = runStart({ DATABASE_PATH: 'test-results/nooit.db', ...settings });
		let written = '';
		server.stderr?.on('data', (piece: Buffer) => (written += piece.toString()));
		const [code] = await once(server, 'close');
		expect(code).toBe(1);
		expect(written.trim()).toMatch(sentence);
		expect(written.trim()).not.toContain('\n');
	});
}

test('what the server makes is for its owner alone, whatever the machine gives to new files', async ({
	newSite,
}) => {
	const before = process.umask(0o022);
	try {
		const { databasePath } = await newSite({ database: 'empty', demo: false });
		for (const suffix of ['', '-wal', '-shm', '.in-gebruik'])
			expect(statSync(databasePath + suffix).mode & 0o077, `x.db${suffix}`).toBe(0);
	} finally {
		process.umask(before);
	}
});

test('a second server on the same database stops with one sentence, and one after kill -9 starts', async ({
	newSite,
}) => {
	const { databasePath, server } = await newSite({ database: 'empty', demo: false });
	const second = runStart({ DATABASE_PATH: databasePath, ORIGIN: 'http://localhost:1', PORT: '1' });
	let written = '';
	second.stderr?.on('data', (piece: Buffer) => (written += piece.toString()));
	const [code] = await once(second, 'close');
	expect(code).toBe(1);
	expect(written.trim()).toMatch(/^Er draait al een server op deze database\. .+\.$/);
	const ended = once(server, 'exit');
	server.kill('SIGKILL');
	await ended;
	expect(() => holdDatabase(databasePath, 0)()).not.toThrow();
});

test('a request that stands still is closed', async ({ newSite }) => {
	const { origin } = await newSite({ demo: false, settings: { REQUEST_SECONDS: '1' } });
	const port = Number(new URL(origin).port);
	const body = `POST /inloggen HTTP/1.1\r\nhost: localhost:${port}\r\norigin: ${origin}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 100\r\n\r\na=`;
	const still = ['', 'GET / HTTP/1.1\r\nhost: x\r\n', body].map((text) => {
		const socket = createConnection({ port, host: 'localhost' });
		socket.on('error', () => undefined).resume();
		socket.write(text);
		return once(socket, 'close');
	});
	await Promise.all(still);
});
