/** Requests that no page of ours makes, at every form there is: a refusal in a sentence, and no fault that wakes anybody. */
import { ROUTE_POLICY } from '#lib/server/auth/route-policy.ts';
import { DOORS } from '../support/doors.ts';
import { demo } from './support/demo.ts';
import { cookieOf } from './support/http.ts';
import type { Who } from './support/people.ts';
import type { Site } from './support/sites.ts';
import { expect, test } from './support/test.ts';

const TOKEN = 'een-token-van-de-monitor-1234';
const URLENCODED = 'application/x-www-form-urlencoded';
const IN_ADDRESS: Record<string, string> = {
	agenda: demo.agenda.split('/').at(-1) ?? '',
	peilmoment: demo.openRound.split('/').at(-1) ?? '',
	vaststelling: demo.report.split('/').at(-1) ?? '',
	vergadering: demo.nextMeeting.split('/').at(-1) ?? '',
	punt: 'thuiszitters-4',
	stap: 'opslaan',
	regio: 'utrecht-west',
	token: 'x'.repeat(43),
};

/** Each form once, by the path of its page. */
const FORMS = [
	...new Set(
		DOORS.filter(({ door }) => door.startsWith('POST ')).map(({ door }) =>
			door
				.replace('POST ', '')
				.replace('?/default', '')
				.replace(/\[(\w+)\]/g, (_all, name: string) => IN_ADDRESS[name] ?? '1'),
		),
	),
];
const PAGES = [...new Set(FORMS.map((path) => path.split('?')[0] ?? ''))];

interface Sent {
	path: string;
	type: string | null;
	body: string | Uint8Array<ArrayBuffer>;
}

async function send(site: Site, { path, type, body }: Sent, cookie: string) {
	const headers = new Headers({ origin: site.origin, accept: 'text/html', cookie });
	if (type !== null) headers.set('content-type', type);
	// Bytes have no type of their own, which a text would get.
	const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
	const answer = await fetch(site.origin + path, {
		method: 'POST',
		redirect: 'manual',
		headers,
		body: bytes,
	});
	return { status: answer.status, text: await answer.text() };
}

async function faultsOf(site: Site): Promise<number> {
	const answer = await fetch(`${site.origin}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
	const counts = [...(await answer.text()).matchAll(/_faults_total\{[^}]*\} (\d+)/g)];
	return counts.reduce((total, [, count]) => total + Number(count), 0);
}

const start = (newSite: (options: object) => Promise<Site>) =>
	newSite({ demo: false, settings: { METRICS_TOKEN: TOKEN } });

for (const who of ['anonymous', 'platform', 'coordinator'] as const satisfies (Who | 'anonymous')[]) {
	test(`what is no form, or cannot be read, is refused at every form without a fault: as ${who}`, async ({
		newSite,
	}) => {
		const site = await start(newSite);
		const cookie = await cookieOf(site, who);
		expect(FORMS.length).toBeGreaterThan(100);
		for (const path of FORMS) {
			for (const type of ['text/plain', 'application/json', 'multipart/mixed', null]) {
				const { status } = await send(site, { path, type, body: '{"a":"b"}' }, cookie);
				expect(status, `${path} as ${type}`).toBe(415);
			}
			for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data']) {
				const body = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nbroken off';
				const { status, text } = await send(site, { path, type, body }, cookie);
				expect([400, 303, 403, 404], `${path} broken as ${type}: ${status}`).toContain(status);
				if (status === 400) expect(text).toContain('niet heel aangekomen');
			}
		}
		expect(await faultsOf(site)).toBe(0);
	});

	test(`a form that nobody made is not there, whatever its name: as ${who}`, async ({ newSite }) => {
		const site = await start(newSite);
		const cookie = await cookieOf(site, who);
		expect(PAGES.length).toBeGreaterThan(40);
		for (const page of PAGES) {
			for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'default']) {
				const { status, text } = await send(
					site,
					{ path: `${page}?/${name}`, type: URLENCODED, body: 'a=b' },
					cookie,
				);
				expect(status, `${page}?/${name}`).toBe(404);
				expect(text).toContain('Dit formulier bestaat niet');
			}
			const unknown = await send(
				site,
				{ path: `${page}?/bestaat-niet`, type: URLENCODED, body: 'a=b' },
				cookie,
			);
			expect(unknown.status, `${page}?/bestaat-niet: ${unknown.status}`).toBeLessThan(500);
		}
		expect(await faultsOf(site)).toBe(0);
	});
}

test('odd bytes, names of tables in addresses and pages without a form are no fault either', async ({
	newSite,
}) => {
	const site = await start(newSite);
	const cookie = await cookieOf(site, 'administrator');
	const zeros = new Uint8Array(2000);
	for (const path of ['/inloggen', '/wachtwoord-vergeten', '/account/meldingen'])
		for (const body of [zeros, new Uint8Array([0xff, 0xfe, 0x25]), '%', '&&&==&', 'a'.repeat(20_000)])
			expect((await send(site, { path, type: URLENCODED, body }, cookie)).status, path).toBeLessThan(500);
	for (const path of ['/privacy', demo.agenda, '/toegankelijkheid']) {
		const { status, text } = await send(site, { path, type: URLENCODED, body: 'a=b' }, cookie);
		expect(status, path).toBe(405);
		expect(text, path).toContain('Deze pagina neemt geen formulier aan.');
	}
	for (const word of ['__proto__', 'constructor', 'toString']) {
		const step = `${demo.openRound}/thuiszitters-2/${word}`;
		expect((await send(site, { path: step, type: URLENCODED, body: 'a=b' }, cookie)).status, step).toBe(404);
		for (const path of [`/beheer/logboek/logboek.${word}`, `/beheer/importeren/sjabloon.${word}`]) {
			const answer = await fetch(site.origin + path, { headers: { cookie } });
			expect(answer.status, path).toBe(404);
		}
		for (const path of ['/account', '/inloggen', '/wachtwoord-vergeten']) {
			const page = await fetch(`${site.origin}${path}?gelukt=${word}`, { headers: { cookie } });
			expect(await page.text(), path).not.toContain('[native code]');
		}
	}
	expect(await faultsOf(site)).toBe(0);
});

test('no answer is kept by a browser or a machine in between, whatever the address has in it and whatever was sent', async ({
	site,
}) => {
	const named = (route: string) => route.replace('[x+2e]', '.').replace(/\[\w+\]/g, 'x'.repeat(43));
	for (const route of Object.keys(ROUTE_POLICY)) {
		const answer = await fetch(site.origin + named(route), { redirect: 'manual' });
		expect(answer.headers.get('cache-control'), route).toContain('no-store');
		await answer.body?.cancel();
		for (const [origin, type] of [
			[site.origin, 'application/x-www-form-urlencoded'],
			[site.origin, 'text/plain'],
			['https://elders.example', 'application/x-www-form-urlencoded'],
		] as const) {
			const headers = { origin, 'content-type': type, accept: 'text/html' };
			const sent = await fetch(site.origin + named(route), {
				method: 'POST',
				redirect: 'manual',
				headers,
				body: 'a=b',
			});
			expect(sent.headers.get('cache-control'), `POST ${route} as ${type} from ${origin}`).toContain(
				'no-store',
			);
		}
	}
	const icon = await fetch(`${site.origin}/favicon.svg`);
	expect(icon.headers.get('cache-control') ?? '').not.toContain('no-store');
});
