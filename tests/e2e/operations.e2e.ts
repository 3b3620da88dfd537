/** The log, the figures for a monitor, and stopping in the middle of work, of a built server. */
import { once } from 'node:events';
import { request as sendRequest, type IncomingMessage } from 'node:http';
import { createConnection } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { demo } from './support/demo.ts';
import { cookieOf, request } from './support/http.ts';
import { startSite, type Site } from './support/sites.ts';
import { expect, test } from './support/test.ts';

const TOKEN = 'een-token-van-de-monitor-1234';
const TYPED = 'Het overleg over Sanne liep stroef';
const Line = z.looseObject({ level: z.string(), msg: z.string() });

let site: Site;
test.afterEach(() => site.stop());

const start = async (settings: Record<string, string> = {}) => {
	site = await startSite({ demo: false, settings });
};
/** Without the link for a first start, which is for people. */
const linesOf = () =>
	site
		.log()
		.filter((line) => line.startsWith('{'))
		.map((line) => Line.parse(JSON.parse(line)));
/** The line of a request stands in the log just after its last byte. */
async function lineOf(requestId: string | null, msg = 'verzoek') {
	for (let tries = 0; tries < 100; tries += 1) {
		const found = linesOf().find((line) => line['requestId'] === requestId && line.msg === msg);
		if (found) return found;
		await wait(20);
	}
	throw new Error(`The log has no ${msg} ${requestId}`);
}

test('the log is one line of JSON per request, with its number and route and without a token, query or text', async () => {
	await start();
	const secret = await request(site, '/wachtwoord/geheim-token-123?naar=geheim-adres');
	expect(await lineOf(secret.headers.get('x-request-id'))).toMatchObject({
		level: 'info',
		method: 'GET',
		route: '/wachtwoord/[token]',
		status: 200,
		userId: null,
		ms: expect.any(Number),
		bytes: expect.any(Number),
		time: expect.stringMatching(/Z$/),
	});
	const saved = await request(site, `${demo.openRound}/algemeen-1?/opslaan`, {
		who: 'coordinator',
		form: { version: '0', level: 'groen', narrative: TYPED },
	});
	const line = await lineOf(saved.headers.get('x-request-id'));
	expect(line).toMatchObject({ method: 'POST', route: '/rea/[peilmoment]/[punt]', status: 303 });
	expect(line['userId']).toEqual(expect.any(Number));
	await request(site, '/inloggen', {
		form: { email: 'iemand@demo.example', password: 'een-geheim-wachtwoord' },
	});
	await request(site, '/favicon.svg');
	expect(linesOf().some(({ msg }) => msg === 'gestart')).toBe(true);
	// Before the first line of the log stands the link of a first start, which is meant for the console.
	expect(JSON.stringify(linesOf())).not.toMatch(
		/geheim|Sanne|iemand@|favicon|sessie=|narrative|[A-Za-z0-9_-]{43}/,
	);
});

test('an unexpected fault gives a page with the number under which its stack is in the log, and nothing of that stack', async () => {
	await start();
	const { who, path } = { who: 'coordinator', path: demo.openRound } as const;
	await request(site, path, { who });
	site.db.$client.exec('ALTER TABLE status RENAME TO status_weg');
	const { status, headers, text } = await request(site, path, { who });
	expect(status).toBe(500);
	const id = headers.get('x-request-id') ?? '';
	expect(text).toContain('Er ging iets mis bij ons');
	expect(text).toContain(id);
	expect(text).not.toMatch(/no such table|SQLITE|\.js:\d+|select /i);
	expect(await lineOf(id, 'fout')).toMatchObject({
		level: 'error',
		place: '/rea/[peilmoment]',
		code: 'SQLITE_ERROR',
		stack: expect.stringContaining(' at '),
	});
});

test('the figures for a monitor do not exist without a token in the settings', async () => {
	await start();
	const { status } = await request(site, '/metrics');
	expect(status).toBe(404);
});

test('the figures for a monitor are for who knows the token alone, and name no region and no person', async () => {
	await start({ METRICS_TOKEN: TOKEN });
	const ask = (authorization: string | null) =>
		fetch(`${site.origin}/metrics`, { headers: authorization === null ? {} : { authorization } });
	for (const wrong of [null, '', 'Bearer', `Bearer ${TOKEN}x`, TOKEN, `bearer ${TOKEN}`])
		expect((await ask(wrong)).status, String(wrong)).toBe(401);
	await request(site, demo.agenda, { who: 'board' });
	await request(site, '/wachtwoord/geheim-token-123');
	await request(site, '/bestaat-niet-1');
	await request(site, '/bestaat-niet-2');
	const answer = await ask(`Bearer ${TOKEN}`);
	expect(answer.status).toBe(200);
	expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
	const text = await answer.text();
	const of = (name: string) => Number(new RegExp(`^samenwerkingsagenda_${name} (.+)$`, 'm').exec(text)?.[1]);
	expect(of('http_requests_total\\{route="/agenda/\\[agenda\\]",method="GET",status="200"\\}')).toBe(1);
	expect(of('http_requests_total\\{route="\\(onbekend\\)",method="GET",status="404"\\}')).toBe(2);
	expect(of('http_request_duration_seconds_count\\{route="/agenda/\\[agenda\\]"\\}')).toBe(1);
	expect(of('database_bytes')).toBeGreaterThan(1_000_000);
	expect(of('database_up')).toBe(1);
	expect(of('sessions')).toBe(1);
	expect(of('backup_age_seconds')).toBeGreaterThanOrEqual(-1);
	for (const queue of ['mail', 'pdf', 'letters'])
		expect(of(`queue_length\\{queue="${queue}"\\}`), queue).toBeGreaterThanOrEqual(0);
	expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
	expect(text).not.toMatch(/geheim|uw-2019|utrecht|demo\.example/i);
	expect(text.match(/^samenwerkingsagenda_http/gm)?.length).toBeLessThan(200);
});

test('a server that is told to stop finishes a report and a save, takes nobody new, and ends with 0', async () => {
	await start();
	const cookie = await cookieOf(site, 'coordinator');
	const { origin, server } = site;
	const report = await underWay(`${demo.report}/rapport.pdf`, { cookie });
	const save = await underWay(`${demo.openRound}/algemeen-1?/opslaan`, {
		cookie,
		form: { version: '0', level: 'groen', narrative: TYPED },
	});
	const ended = once(server, 'exit');
	server.kill('SIGTERM');
	const { status, start: firstBytes } = await report();
	expect(status).toBe(200);
	expect(firstBytes).toBe('%PDF-');
	expect((await save()).status).toBe(303);
	expect(await isRefused(Number(new URL(origin).port))).toBe(true);
	expect(await ended).toEqual([0, null]);
	expect(linesOf().slice(-1)).toMatchObject([{ msg: 'gestopt' }]);
	const count = site.db.$client.prepare('SELECT count(*) FROM status WHERE narrative = ?').pluck();
	expect(count.get(TYPED)).toBe(1);
});

/** Answers once the server says that it has the request and waits for the rest; what that gives back sends the rest. */
async function underWay(
	path: string,
	{ cookie, form }: { cookie: string; form?: Record<string, string> },
): Promise<() => Promise<{ status: number | undefined; start: string }>> {
	const body = form === undefined ? null : new URLSearchParams(form).toString();
	const sent = sendRequest(new URL(path, site.origin), {
		method: body === null ? 'GET' : 'POST',
		headers: {
			accept: 'text/html',
			cookie,
			origin: site.origin,
			expect: '100-continue',
			...(body !== null && {
				'content-type': 'application/x-www-form-urlencoded',
				'content-length': Buffer.byteLength(body),
			}),
		},
	});
	const answered = new Promise<IncomingMessage>((resolve, reject) => {
		sent.once('response', resolve).once('error', reject);
	});
	sent.flushHeaders();
	await once(sent, 'continue');
	return async () => {
		sent.end(body ?? undefined);
		const answer = await answered;
		const bytes = Buffer.concat(await answer.toArray());
		return { status: answer.statusCode, start: bytes.toString('latin1', 0, 5) };
	};
}

function isRefused(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = createConnection({ port, host: 'localhost' });
		socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
		socket.once('close', () => socket.destroy());
	});
}
