/** What must hold of the site behind nginx, asked of it as a visitor would. */
import { request as plainRequest } from 'node:http';
import { Agent, request, type RequestOptions } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { connect, type SecureVersion } from 'node:tls';
import type { Nginx } from './nginx.ts';

export interface Check {
	name: string;
	/** Null when it holds. */
	problem: string | null;
}

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	raw: readonly string[];
	body: string;
}

/** Headers that every answer has exactly once, whoever made it. */
const ONCE = [
	'strict-transport-security',
	'content-security-policy',
	'x-content-type-options',
	'x-frame-options',
	'referrer-policy',
];

export async function checkSite(nginx: Nginx): Promise<Check[]> {
	const checks: Check[] = [];
	const check = async (name: string, ask: () => Promise<string | null>) => {
		const problem = await ask().catch((failure: unknown) => String(failure));
		checks.push({ name, problem });
	};
	const ask = (path: string, more: Partial<RequestOptions> & { body?: string | Buffer } = {}) =>
		askSite(nginx, path, more);
	const origin = `https://${nginx.name}:${nginx.httpsPort}`;
	const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
		ask(path, {
			method: 'POST',
			headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers },
			body: new URLSearchParams(fields).toString(),
		});

	await check('http gaat naar https, met hetzelfde pad', async () => {
		const { status, headers } = await askPlain(nginx, '/rapporten?x=1');
		return same([status, headers.location], [301, `https://${nginx.name}/rapporten?x=1`]);
	});
	for (const version of ['TLSv1', 'TLSv1.1'] as const)
		await check(`${version} wordt geweigerd`, async () =>
			(await speaks(nginx, version)) ? 'de server sprak het' : null,
		);
	for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
		await check(`${version} werkt`, async () => ((await speaks(nginx, version)) ? null : 'geen verbinding'));
	await check('een andere naam krijgt geen antwoord', async () =>
		(await speaks(nginx, 'TLSv1.3', 'elders.example.nl')) ? 'er kwam een antwoord' : null,
	);
	for (const path of ['/inloggen', '/bestaat-niet', '/gezond', '/favicon.svg', '/metrics'])
		await check(`elke kop staat één keer op ${path}`, async () => headerProblem(await ask(path), path));
	await check('geen pagina met gegevens gaat gecomprimeerd', async () => {
		const { headers } = await ask('/inloggen', { headers: { 'accept-encoding': 'gzip, br' } });
		return same(headers['content-encoding'], undefined);
	});

	let cookie = '';
	await check('inloggen werkt, met een cookie die alleen over https gaat', async () => {
		const { status, headers } = await post('/inloggen', { rol: 'coordinator', naar: '/' });
		const [set = ''] = headers['set-cookie'] ?? [];
		cookie = set.split(';')[0] ?? '';
		const holds = status === 303 && /^__Host-sessie=.*; Secure/.test(set) && /HttpOnly/.test(set);
		return holds ? null : `${status} ${set}`;
	});
	await check('een formulier van elders wordt geweigerd', async () =>
		same((await post('/inloggen', { rol: 'reader' }, { origin: 'https://elders.example.nl' })).status, 403),
	);
	await check('een pagina met gegevens wordt nergens bewaard', async () =>
		same((await ask('/', { headers: { cookie } })).headers['cache-control'], 'private, no-store'),
	);
	await check('wat een vergadering live zegt, komt meteen aan', () => liveProblem(nginx, cookie));
	await check('wie doet alsof hij een ander adres heeft, wordt als één adres geteld', async () => {
		let status = 0;
		for (let attempt = 0; attempt < 40 && status !== 429; attempt += 1)
			status = (
				await post(
					'/inloggen',
					{ email: `niemand-${attempt}@example.nl`, password: 'een lang wachtwoord' },
					{ 'x-forwarded-for': `198.51.100.${attempt}` },
				)
			).status;
		return same(status, 429);
	});
	await check('wie van een ander adres komt, kan gewoon verder', async () => {
		const { status } = await ask('/inloggen', {
			method: 'POST',
			localAddress: '127.0.0.9',
			headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
			body: 'email=niemand-anders%40example.nl&password=een+lang+wachtwoord',
		});
		return same(status, 400);
	});
	await check('een bestand van 33 MB krijgt een gewone pagina', async () => {
		const headers = { origin, cookie, 'content-type': 'application/octet-stream' };
		const answer = await ask('/beheer/importeren', {
			method: 'POST',
			headers: { ...headers, 'content-length': String(33 * 1024 * 1024) },
		});
		if (answer.status !== 413 || !answer.body.includes('te groot')) return `${answer.status}`;
		return headerProblem(answer, '413');
	});
	await check('/metrics is van buiten niet te vinden', async () => same((await ask('/metrics')).status, 404));
	await check('in het logboek staat geen geheim en niets van achter een vraagteken', async () => {
		await ask('/wachtwoord/GEHEIM1?x=GEHEIM2');
		await ask('/kalender/GEHEIM3.ics');
		await new Promise((resolve) => setTimeout(resolve, 200));
		const log = nginx.log();
		return log.includes('/wachtwoord/-') && log.includes('/kalender/-') && !/GEHEIM|x=1/.test(log)
			? null
			: log.slice(-400);
	});
	await check('staat het programma stil, dan zegt een pagina wat u kunt doen', async () => {
		await nginx.app.stop();
		const answer = await ask('/inloggen');
		if (answer.status !== 502 || !answer.body.includes('niet bereikbaar')) return `${answer.status}`;
		if (answer.headers['retry-after'] !== '60') return 'zonder Retry-After';
		return headerProblem(answer, '502');
	});
	return checks;
}

function same(actual: unknown, expected: unknown): string | null {
	const [was, should] = [JSON.stringify(actual), JSON.stringify(expected)];
	return was === should ? null : `${was}, verwacht ${should}`;
}

function headerProblem({ raw, status, headers }: Answer, path: string): string | null {
	const names = raw.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
	// nginx's own 404 of /metrics says nothing but "404".
	const expected = path === '/metrics' ? [] : ONCE;
	const wrong = expected.filter((name) => names.filter((one) => one === name).length !== 1);
	if (/nginx\/\d/.test(String(headers.server))) return 'de versie van nginx staat in het antwoord';
	return wrong.length === 0 ? null : `${status}: niet één keer ${wrong.join(', ')}`;
}

function askSite(
	{ name, httpsPort }: Nginx,
	path: string,
	{ body, ...more }: Partial<RequestOptions> & { body?: string | Buffer },
): Promise<Answer> {
	const agent = new Agent({ keepAlive: false });
	const options = {
		host: '127.0.0.1',
		port: httpsPort,
		servername: name,
		path,
		agent,
		rejectUnauthorized: false,
	};
	const headers = { host: `${name}:${httpsPort}`, accept: 'text/html', ...more.headers };
	return new Promise((resolve, reject) => {
		const sent = request({ ...options, ...more, headers }, (answer) =>
			readAnswer(answer).then(resolve, reject),
		);
		sent.setTimeout(10_000, () => sent.destroy(new Error('geen antwoord binnen 10 seconden')));
		sent.on('error', reject);
		if (body === undefined && more.method === 'POST') sent.flushHeaders();
		else sent.end(body);
	});
}

function askPlain({ name, httpPort }: Nginx, path: string): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const options = { host: '127.0.0.1', port: httpPort, path, headers: { host: name } };
		plainRequest(options, (answer) => readAnswer(answer).then(resolve, reject))
			.on('error', reject)
			.end();
	});
}

async function readAnswer(answer: IncomingMessage): Promise<Answer> {
	const pieces: Buffer[] = [];
	for await (const piece of answer) pieces.push(Buffer.from(piece));
	const { statusCode = 0, headers, rawHeaders } = answer;
	return { status: statusCode, headers, raw: rawHeaders, body: Buffer.concat(pieces).toString('utf8') };
}

function speaks({ httpsPort, name }: Nginx, version: SecureVersion, servername = name): Promise<boolean> {
	const versions = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
	return new Promise((resolve) => {
		const socket = connect({
			host: '127.0.0.1',
			port: httpsPort,
			servername,
			rejectUnauthorized: false,
			...versions,
		});
		socket.once('secureConnect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('close', () => resolve(false)).once('secureConnect', () => socket.destroy());
	});
}

/** The stream says something at once when it opens; behind a server that keeps it back nothing would come. */
function liveProblem({ name, httpsPort }: Nginx, cookie: string): Promise<string | null> {
	const path = '/oogo/uw-2019-2022-oogo-2021-02-12/live';
	const options = { host: '127.0.0.1', port: httpsPort, servername: name, rejectUnauthorized: false };
	return new Promise((resolve) => {
		const headers = { host: `${name}:${httpsPort}`, cookie };
		const sent = request({ ...options, path, headers }, (answer) => {
			if (answer.statusCode !== 200) resolve(`antwoord ${answer.statusCode}`);
			answer.once('data', () => {
				resolve(null);
				sent.destroy();
			});
		});
		sent.setTimeout(3_000, () => {
			resolve('er kwam niets binnen 3 seconden');
			sent.destroy();
		});
		sent.on('error', (failure) => resolve(String(failure))).end();
	});
}
