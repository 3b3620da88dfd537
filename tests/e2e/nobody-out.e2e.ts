/** That nobody keeps the others out: not by guessing, not by listening, not by asking twice; and who changed a password is alone. */
import { DEMO_PASSWORD } from '#lib/server/demo/accounts.ts';
import { MOST_PER_PERSON, MOST_PER_SESSION } from '#lib/server/http/stream-share.ts';
import { setUpAuthenticator } from './support/authenticator.ts';
import { demo } from './support/demo.ts';
import { request } from './support/http.ts';
import { expectAccessible } from './support/look.ts';
import { emailOf, sessionCookie, type Who } from './support/people.ts';
import type { Site } from './support/sites.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

const FORM = { email: emailOf('adviser'), password: DEMO_PASSWORD };
const guess = (site: Site, email = FORM.email) =>
	request(site, '/inloggen', { form: { email, password: 'een verkeerd wachtwoord' } });

test('somebody goes on signing in in a browser that is known, however often a stranger guesses', async ({
	visitor,
	freshServer: site,
}) => {
	const page = await visitor({ site });
	const signIn = async () => {
		await page.goto('/inloggen');
		await page.getByLabel('E-mailadres').fill(FORM.email);
		await page.getByLabel('Wachtwoord').fill(FORM.password);
		await page.getByRole('button', { name: 'Inloggen' }).click();
	};
	await signIn();
	await expect(page).toHaveURL('/');
	await page.getByRole('button', { name: 'Uitloggen' }).click();
	await expect(page.getByText('U bent uitgelogd.')).toBeVisible();
	for (let turn = 0; turn < 5; turn += 1) expect((await guess(site)).status).toBe(400);
	const stranger = await request(site, '/inloggen', { form: FORM });
	expect([stranger.status, stranger.headers.get('retry-after')]).toEqual([429, '2']);
	for (let turn = 0; turn < 29; turn += 1) await guess(site, `mens-${turn}@voorbeeld.example`);
	expect((await guess(site, 'nog-iemand@voorbeeld.example')).status, 'the address waits too').toBe(429);
	await signIn();
	await expect(page).toHaveURL('/');
	const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'apparaat');
	expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
	expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(179 * 86_400);
});

/** Streams that stay open until the test ends them, with the first that each of them said. */
async function listen(site: Site, who: Who, count: number, signal: AbortSignal): Promise<string[]> {
	const said: string[] = [];
	let cookie = '';
	for (let turn = 0; turn < count; turn += 1) {
		if (turn % MOST_PER_SESSION === 0) cookie = `sessie=${(await sessionCookie(site, who)).value}`;
		const answer = await fetch(`${site.origin}${demo.nextMeeting}/live`, { headers: { cookie }, signal });
		expect(answer.headers.get('content-type')).toBe('text/event-stream');
		const first = await answer.body?.getReader().read();
		said.push(new TextDecoder().decode(first?.value));
	}
	return said;
}

test('one person takes a share of the live connections, others listen on, and a page without a place says so', async ({
	login,
	freshServer: site,
}) => {
	const abort = new AbortController();
	const said = await listen(site, 'board', MOST_PER_PERSON + 2, abort.signal);
	const full = said.filter((text) => text.includes('event: full'));
	expect(full).toHaveLength(2);
	for (const text of full) expect(text).toMatch(/^retry: 30000\n\nevent: full\ndata: \d+\n\n$/);
	const [other = ''] = await listen(site, 'coordinator', 1, abort.signal);
	expect(other).not.toContain('event: full');
	const page = await login('board', { site });
	await page.goto(demo.nextMeeting);
	const note = page.getByRole('status').filter({ hasText: 'Er kijken nu veel mensen mee.' });
	await expect(note).toContainText('Deze pagina haalt wijzigingen van anderen elke halve minuut op.');
	await expectAccessible(page, 'a meeting without a live connection');
	await note.getByRole('link', { name: 'Vernieuw de pagina nu' }).click();
	await expect(page).toHaveURL(demo.nextMeeting);
	abort.abort();
});

test('two clicks on all letters make one run', async ({ freshServer: site }) => {
	const cookie = `sessie=${(await sessionCookie(site, 'coordinator')).value}`;
	const form = { 'als-docx': 'on', 'als-odt': 'on', 'als-pdf': 'on' };
	const answers = await Promise.all(
		[1, 2, 3].map(() => request(site, `${demo.letters}?/alle`, { cookie, form })),
	);
	expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
	expect(site.db.$client.prepare('SELECT count(*) FROM letter_run').pluck().get()).toBe(1);
});

test('a sign-in that waits for its second step dies with the password', async ({ visitor, newSite }) => {
	const site = await newSite({ demo: false });
	const [mine, other] = [await visitor({ site }), await visitor({ site })];
	for (const page of [mine, other]) await page.goto('/inloggen?naar=/beheer');
	const signIn = async (page: Page) => {
		await page.getByLabel('E-mailadres').fill(emailOf('coordinator'));
		await page.getByLabel('Wachtwoord').fill(DEMO_PASSWORD);
		await page.getByRole('button', { name: 'Inloggen' }).click();
	};
	await signIn(mine);
	const app = await setUpAuthenticator(mine);
	await expect(mine).toHaveURL('/beheer');
	await signIn(other);
	await expect(other.getByRole('heading', { name: 'Vul uw code in' })).toBeVisible();
	await mine.goto('/account/wachtwoord');
	const changed = 'zeven lange tafels in de hal';
	await mine.getByLabel('Nieuw wachtwoord', { exact: true }).fill(changed);
	await mine.getByLabel(/^Herhaal/).fill(changed);
	await mine.getByRole('button', { name: /wijzigen|opslaan/i }).click();
	await expect(mine.getByText('Uw wachtwoord is gewijzigd.')).toBeVisible();
	await other.getByLabel('Code', { exact: true }).fill(app.recoveryCodes[0] ?? '');
	await other.getByRole('button', { name: 'Verder' }).click();
	await expect(other).toHaveURL(/\/inloggen\?gelukt=opnieuw/);
	await other.goto('/beheer');
	await expect(other).toHaveURL(/\/inloggen\?naar=/);
	await mine.goto('/beheer');
	await expect(mine.getByRole('heading', { name: 'Beheer', exact: true })).toBeVisible();
});

test('who manages nothing is refused at the pages for managing', async ({ site }) => {
	for (const path of ['/beheer', '/beheer/agenda/nieuw', '/beheer/importeren', '/beheer/importeren/tabel']) {
		const { status, text } = await request(site, path, { who: 'reader' });
		expect(status, path).toBe(403);
		expect(text, path).toContain('Deze pagina is voor wie een regio beheert.');
		expect(text, path).not.toContain('Agenda maken');
	}
});
