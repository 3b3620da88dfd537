/** What the whole server promises about every answer, asked byte by byte; docs/veiligheid.md says which rule each test is of. */
import { readdirSync } from 'node:fs';
import { demo } from './support/demo.ts';
import { fingerprint } from './support/contents.ts';
import { cookieOf, request } from './support/http.ts';
import { expect, test } from './support/test.ts';
import type { Site } from './support/sites.ts';

const ALWAYS: Record<string, RegExp> = {
	'strict-transport-security': /^max-age=(3[2-9]|[4-9]\d)\d{6}; includeSubDomains$/,
	'x-content-type-options': /^nosniff$/,
	'x-frame-options': /^DENY$/,
	'referrer-policy': /^same-origin$/,
	'content-security-policy': /default-src 'none'/,
};
const STEP = `${demo.openRound}/thuiszitters-2/opslaan`;

interface Ask {
	name: string;
	path: string;
	status: number;
	type: RegExp | null;
	method?: string;
	body?: string;
	headers?: Record<string, string>;
}

const HTML = /^text\/html; ?charset=utf-8$/i;
const ANSWERS: readonly Ask[] = [
	{ name: 'a page', path: demo.agenda, status: 200, type: HTML },
	{ name: 'a page with a script', path: `${demo.agenda}/verloop`, status: 200, type: HTML },
	{ name: 'a page that is not there', path: '/bestaat-niet', status: 404, type: HTML },
	{ name: 'a thing that is not there', path: '/agenda/bestaat-niet', status: 404, type: HTML },
	{ name: 'a page that is closed', path: '/platform', status: 403, type: HTML },
	{ name: 'a redirect', path: '/inloggen', status: 303, type: null },
	{ name: 'a form from elsewhere', path: '/beheer', status: 403, type: HTML, method: 'POST' },
	{
		name: 'a method that is not there',
		path: '/gezond',
		status: 405,
		type: null,
		method: 'PUT',
		headers: { origin: 'own' },
	},
	{
		name: 'a body that is too large',
		path: '/account/meldingen',
		status: 413,
		type: HTML,
		method: 'POST',
		headers: { origin: 'own' },
		body: 'a'.repeat(9_000_000),
	},
	{ name: 'data for a script', path: `${demo.agenda}/__data.json`, status: 200, type: /^application\/json/ },
	{ name: 'the health page', path: '/gezond', status: 200, type: /^application\/json/ },
	{ name: 'a table', path: `${demo.report}/matrix.csv`, status: 200, type: /^text\/csv; charset=utf-8$/ },
	{ name: 'an adoption', path: `${demo.report}/vaststelling.json`, status: 200, type: /^application\/json/ },
	{ name: 'a document', path: `${demo.report}/rapport.odt`, status: 200, type: /^application\/vnd\.oasis/ },
	{ name: 'a picture', path: '/favicon.svg', status: 200, type: /^image\/svg\+xml$/ },
	{ name: 'a file of the build that is not there', path: '/_app/bestaat-niet.js', status: 404, type: null },
];

async function ask(site: Site, { path, method = 'GET', headers = {}, body }: Ask) {
	const cookie = await cookieOf(site, 'administrator');
	const sent = new Headers({ accept: 'text/html', cookie, ...headers });
	if (sent.get('origin') === 'own') sent.set('origin', site.origin);
	if (body !== undefined) sent.set('content-type', 'application/x-www-form-urlencoded');
	return fetch(site.origin + path, {
		method,
		headers: sent,
		redirect: 'manual',
		...(body !== undefined && { body }),
	});
}

test('every kind of answer has every security header, its type with the charset, and no word of what made it', async ({
	site,
}) => {
	for (const one of ANSWERS) {
		const { status, headers } = await ask(site, one);
		expect(status, one.name).toBe(one.status);
		for (const [header, value] of Object.entries(ALWAYS))
			expect(headers.get(header), `${header} of ${one.name}`).toMatch(value);
		const policy = headers.get('content-security-policy') ?? '';
		expect(policy, one.name).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
		expect(policy, one.name).toContain("frame-ancestors 'none'");
		expect(policy, one.name).toContain("base-uri 'none'");
		if (one.type) expect(headers.get('content-type'), one.name).toMatch(one.type);
		expect(headers.get('x-powered-by') ?? headers.get('server'), one.name).toBeNull();
	}
});

test('an answer to somebody who is signed in is never kept, and signing out clears what a browser did keep', async ({
	site,
}) => {
	for (const one of ANSWERS.filter(({ name }) => !/picture|build|elsewhere|closed|large/.test(name))) {
		const { headers } = await ask(site, one);
		expect(headers.get('cache-control'), one.name).toBe('private, no-store');
	}
	const { status, headers } = await request(site, '/uitloggen', { form: {} });
	expect(status).toBe(303);
	expect(headers.get('clear-site-data')).toContain('"cache"');
});

test('an unsafe request of another site, or of no site, is refused whatever its method and whatever it carries', async ({
	site,
}) => {
	const before = fingerprint(site);
	const cookie = await cookieOf(site, 'coordinator');
	const bodies = [
		'application/json',
		'text/plain',
		'application/x-www-form-urlencoded',
		'multipart/form-data; boundary=x',
	];
	for (const path of [STEP, `${demo.openProgress}?/sluiten`, '/uitloggen', '/beheer?/lid', '/inloggen']) {
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			for (const type of bodies) {
				for (const origin of ['https://elders.example', 'null', null]) {
					const { status } = await fetch(site.origin + path, {
						method,
						redirect: 'manual',
						body: '{"version":"1","narrative":"van elders"}',
						headers: new Headers({ cookie, 'content-type': type, ...(origin !== null && { origin }) }),
					});
					expect(status, `${method} ${path} as ${type} from ${origin}`).toBe(403);
				}
			}
		}
	}
	expect(fingerprint(site)).toBe(before);
});

test('no source map, setting, repository or database can be fetched, and the files for browsers hold none', async ({
	site,
}) => {
	const sent = readdirSync('build/client', { recursive: true }).map(String);
	expect(sent.length).toBeGreaterThan(100);
	expect(sent.filter((name) => /(^|\/)\.(git|env)|\.(map|db|ts|svelte)$/.test(name))).toEqual([]);
	const { text } = await request(site, '/inloggen');
	const style = new URL(/href="([^"]+\.css)"/.exec(text)?.[1] ?? '', site.origin).pathname;
	for (const path of [
		`${style}.map`,
		'/.git/config',
		'/.git/HEAD',
		'/.env',
		'/package.json',
		'/build/index.js',
		'/data/demo.db',
		'/src/hooks.server.ts',
		'/..%2fpackage.json',
		'/%2e%2e/package.json',
		'/_app/../../package.json',
		'/debug',
	])
		expect((await request(site, path)).status, path).toBe(404);
});

const PAYLOAD = `"'><img src=x onerror=alert(1)><script>alert(2)</script>{{7*7}}javascript:alert(3)`;

test('markup that somebody typed in any text of the database shows as text on every page', async ({
	freshServer: site,
}) => {
	const { db } = site;
	const poison: Record<string, string[]> = {
		region: ['name', 'official_forum', 'board_forum'],
		organisation: ['name', 'short_name'],
		user: ['name'],
		agenda: ['title'],
		theme: ['name', 'objective'],
		item: ['title', 'short_title', 'description'],
		contribution: ['narrative'],
		decision: ['text', 'follow_up'],
		priority: ['text'],
		action: ['text'],
	};
	let poisoned = 0;
	for (const [table, columns] of Object.entries(poison)) {
		const found = db.$client.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);
		for (const column of columns.filter((one) => found.includes(one)))
			poisoned += db.$client.prepare(`UPDATE "${table}" SET "${column}" = ?`).run(PAYLOAD).changes;
	}
	poisoned += db.$client
		.prepare(
			"UPDATE status SET narrative = ?, cause = ?, consequence = ?, correction = ?, return_note = ? WHERE round_id IN (SELECT id FROM status_round WHERE state <> 'adopted')",
		)
		.run(PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD, PAYLOAD).changes;
	expect(poisoned).toBeGreaterThan(100);
	let shown = 0;
	for (const path of [
		'/',
		'/agenda?alle',
		demo.agenda,
		`${demo.agenda}?weergave=tabel`,
		`${demo.agenda}/verloop`,
		`${demo.agenda}/doelen`,
		demo.openRound,
		demo.openProgress,
		`${demo.openRound}/bijdragen`,
		`${demo.openRound}/thuiszitters-4`,
		`${demo.agenda}/punten/thuiszitters-4`,
		demo.heldMeeting,
		demo.nextMeeting,
		'/kalender',
		'/vergaderingen',
		'/beheer',
		'/beheer/logboek',
		demo.report,
		'/rapporten',
		'/account',
	]) {
		const { status, text } = await request(site, path, {
			who: path.startsWith('/beheer') ? 'administrator' : 'coordinator',
		});
		expect(status, path).toBe(200);
		expect(text, path).not.toMatch(/<img src=x|<script>alert|\{\{49\}\}|href="\s*javascript:/);
		if (/&lt;img src=x/.test(text)) shown += 1;
	}
	expect(shown).toBeGreaterThan(12);
});

test('signs of SQL in a filter or an address find nothing, change nothing and are no fault', async ({
	site,
}) => {
	const before = fingerprint(site);
	for (const text of [
		`' OR '1'='1`,
		`"; DROP TABLE status; --`,
		`1) UNION SELECT password_hash FROM user --`,
		'%',
		'\u0000',
	]) {
		const value = encodeURIComponent(text);
		for (const path of [
			`${demo.agenda}?niveau=${value}&thema=${value}&trekker=${value}`,
			`${demo.openProgress}?thema=${value}&organisatie=${value}&persoon=${value}&stand=${value}`,
			`/beheer/logboek?wie=${value}&over=${value}&soort=${value}&van=${value}&voor=${value}`,
			`/agenda/${value}`,
			`/rapporten/${value}`,
			`/bestanden/${value}`,
			`/kalender/${value}.ics`,
		]) {
			const { status, text: page } = await request(site, path, { who: 'administrator' });
			expect([200, 303, 400, 404], `${path}: ${status}`).toContain(status);
			expect(page, path).not.toContain('$argon2');
		}
	}
	expect(fingerprint(site)).toBe(before);
});

test('pages hand out only what they show: no password, hash or address of somebody else reaches a lezer', async ({
	site,
}) => {
	const emails = site.db.$client
		.prepare("SELECT email FROM user WHERE email NOT LIKE 'lezer%'")
		.pluck()
		.all();
	expect(emails.length).toBeGreaterThan(4);
	for (const path of [
		'/',
		'/agenda?alle',
		demo.agenda,
		demo.report,
		'/rapporten',
		'/vergaderingen',
		'/kalender',
		'/account',
	]) {
		const data = path.replace(/\/?(\?.*)?$/, '/__data.json$1');
		for (const one of [path, data]) {
			const { text } = await request(site, one, { who: 'reader' });
			expect(text, one).not.toMatch(/argon2|password_?hash|"version":/i);
			expect(
				emails.filter((email) => text.includes(String(email))),
				one,
			).toEqual([]);
		}
	}
});

test('what was refused and what was taken away stands in the trail, and no secret does', async ({
	freshServer: site,
}) => {
	const rows = (action: string) =>
		site.db.$client
			.prepare<[string], { name: string; thing: string; after: string | null }>(
				'SELECT actor_name AS name, entity_id AS thing, after FROM audit WHERE action = ? ORDER BY id',
			)
			.all(action);
	await request(site, '/platform', { who: 'reader' });
	for (let turn = 0; turn < 3; turn += 1) await request(site, demo.openProgress, { who: 'reader' });
	await request(site, '/beheer?/lid', {
		who: 'administrator',
		form: { email: 'x' },
		origin: 'https://elders.example',
	});
	expect(rows('access.note-refusal').map(({ thing }) => thing)).toEqual([
		'/platform',
		'round.progress',
		'/beheer',
	]);
	const file = `${demo.report}/matrix.csv`;
	await request(site, file, { who: 'board' });
	await request(site, '/beheer/logboek/logboek.csv?soort=status', { who: 'administrator' });
	expect(rows('access.note-download').map(({ thing }) => thing)).toEqual([
		file,
		'/beheer/logboek/logboek.csv?soort=status',
	]);
	await request(site, '/wachtwoord/geheim-token-van-iemand', {
		form: { password: 'een-heel-geheim-wachtwoord', repeated: 'een-heel-geheim-wachtwoord' },
		origin: 'https://elders.example',
	});
	await request(site, '/inloggen', {
		form: { email: 'lezer@demo.example', password: 'een-heel-geheim-wachtwoord' },
	});
	const trail = JSON.stringify(site.db.$client.prepare('SELECT * FROM audit').all());
	expect(trail).not.toMatch(/geheim|argon2/);
	expect(rows('access.note-refusal').at(-1)?.after).toContain('/wachtwoord/[token]');
});

test('what is sensitive asks for the password again, on the page and on a form that was sent without it', async ({
	freshServer: site,
}) => {
	const cookie = await cookieOf(site, 'reader');
	site.db.$client.prepare('UPDATE session SET confirmed_at = confirmed_at - ?').run(2 * 3_600_000);
	const before = fingerprint(site);
	const form = {
		password: 'een-nieuw-en-lang-genoeg-wachtwoord',
		repeated: 'een-nieuw-en-lang-genoeg-wachtwoord',
	};
	for (const path of ['/account/wachtwoord', '/account/e-mailadres', '/account/tweede-factor']) {
		const { status, headers } = await request(site, path, { cookie });
		expect([status, headers.get('location')], path).toEqual([
			303,
			`/account/bevestigen?naar=${encodeURIComponent(path)}`,
		]);
	}
	for (const path of ['/account/wachtwoord', '/account/e-mailadres']) {
		const sent = await request(site, path, { cookie, form: { ...form, email: 'x@y.nl' } });
		expect(sent.headers.get('location'), path).toMatch(/^\/account\/bevestigen\?naar=/);
	}
	expect(fingerprint(site)).toBe(before);
});
