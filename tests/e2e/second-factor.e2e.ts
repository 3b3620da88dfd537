/** The second factor and sessions as people meet them: by hand, with a password, on a server that is no demo. */
import { DEMO_PASSWORD } from '#lib/server/demo/accounts.ts';
import { setUpAuthenticator } from './support/authenticator.ts';
import { demo } from './support/demo.ts';
import { request } from './support/http.ts';
import { expectAccessible, expectNoSidewaysScroll } from './support/look.ts';
import { emailOf, type Who } from './support/people.ts';
import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';

async function signIn(page: Page, who: Who, password = DEMO_PASSWORD): Promise<void> {
	await page.getByLabel('E-mailadres').fill(emailOf(who));
	await page.getByLabel('Wachtwoord').fill(password);
	await page.getByRole('button', { name: 'Inloggen' }).click();
}

const signOut = (page: Page) => page.getByRole('button', { name: 'Uitloggen', exact: true }).click();
const fillCode = async (page: Page, code: string) => {
	await page.getByLabel('Code', { exact: true }).fill(code);
	await page.getByRole('button', { name: 'Verder' }).click();
};
const cookieOf = async (page: Page) => (await page.context().cookies()).find(({ name }) => name === 'sessie');

test('a coördinator sets up an app, signs in with a code and with a recovery code, and no code works twice', async ({
	visitor,
	newSite,
}) => {
	const site = await newSite({ demo: false });
	const page = await visitor({ site, javaScriptEnabled: false });
	await page.goto(demo.openRound);
	await signIn(page, 'coordinator');
	await expect(page.getByRole('heading', { name: 'Stel eerst een tweede factor in' })).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Hoofdmenu' })).toHaveCount(0);
	for (const path of ['/', demo.agenda, '/account', '/beheer']) {
		await page.goto(path);
		await expect(page).toHaveURL(/\/account\/tweede-factor\?naar=/);
	}
	const before = await cookieOf(page);
	await page.getByLabel('Code', { exact: true }).fill('000000');
	const key = await page.locator('.set-up-key').innerText();
	await page.getByRole('button', { name: 'App instellen' }).click();
	await expect(page.getByRole('group', { name: 'Er is 1 fout' })).toContainText('Deze code klopt niet.');
	await expect(page.locator('.set-up-key')).toHaveText(key);
	const app = await setUpAuthenticator(page);
	expect(app.recoveryCodes).toHaveLength(10);
	await expect(page).toHaveURL('/beheer');
	expect((await cookieOf(page))?.value).not.toBe(before?.value);
	expect((await request(site, '/', { cookie: `sessie=${before?.value}` })).headers.get('location')).toBe(
		'/inloggen?naar=%2F',
	);

	await signOut(page);
	await signIn(page, 'coordinator');
	await expect(page.getByRole('heading', { name: 'Vul uw code in' })).toBeVisible();
	expect(await cookieOf(page)).toBeUndefined();
	await fillCode(page, app.lastCode());
	await expect(page.getByRole('group', { name: 'Er is 1 fout' })).toContainText('is al gebruikt');
	await fillCode(page, app.nextCode());
	await expect(page.locator('.who')).toContainText('Coördinator');

	const [code = ''] = app.recoveryCodes;
	await signOut(page);
	await signIn(page, 'coordinator');
	await fillCode(page, code);
	await expect(page.getByText('U heeft er nog 9 herstelcodes over.')).toBeVisible();
	await signOut(page);
	await signIn(page, 'coordinator');
	await fillCode(page, code);
	await expect(page.getByRole('group', { name: 'Er is 1 fout' })).toContainText('herstelcode klopt niet');
});

test(
	'the pages between a password and the work are accessible and fit on a phone',
	{ tag: '@lang' },
	async ({ visitor, newSite }) => {
		const site = await newSite({ demo: false });
		const page = await visitor({ site });
		const look = async (what: string) => {
			await page.setViewportSize({ width: 1280, height: 800 });
			await expectAccessible(page, what);
			await expectNoSidewaysScroll(page, { width: 320, height: 640 }, what);
		};
		await page.goto('/inloggen');
		await signIn(page, 'administrator');
		await look('setting up');
		const app = await setUpAuthenticator(page, () => look('the recovery codes'));
		await signOut(page);
		await signIn(page, 'administrator');
		await look('the code');
		await fillCode(page, 'geen code');
		await look('the code with an error');
		await fillCode(page, app.nextCode());
		await expect(page.locator('.who')).toContainText('Beheerder');
	},
);

test(
	'somebody sees where they are signed in, ends a session, and changes the password after proving to be there',
	{ tag: '@lang' },
	async ({ visitor, newSite }) => {
		const site = await newSite({ demo: false });
		const open = async () => {
			const page = await visitor({ site });
			await page.goto('/inloggen?naar=/account');
			await signIn(page, 'board');
			return page;
		};
		const [mine, other, third] = [await open(), await open(), await open()];
		await mine.reload();
		const sessions = mine.locator('.session-list > li');
		await expect(sessions).toHaveCount(3);
		await expect(sessions.first()).toContainText('dit apparaat');
		await expectAccessible(mine, 'the account with three sessions');
		await sessions.nth(1).getByRole('button').click();
		await expect(mine.getByText('Op dat apparaat bent u uitgelogd.')).toBeVisible();
		await expect(sessions).toHaveCount(2);
		await mine.getByRole('button', { name: 'Overal elders uitloggen' }).click();
		await expect(sessions).toHaveCount(1);
		for (const page of [other, third]) {
			await page.goto('/account');
			await expect(page).toHaveURL('/inloggen?naar=%2Faccount');
		}

		site.db.$client.exec('UPDATE session SET confirmed_at = confirmed_at - 3600000');
		await mine.getByRole('link', { name: 'Wachtwoord wijzigen' }).click();
		await expect(mine.getByRole('heading', { name: 'Bent u het?' })).toBeVisible();
		await mine.getByLabel('Wachtwoord').fill('niet het goede');
		await mine.getByRole('button', { name: 'Verder' }).click();
		await expect(mine.getByRole('group', { name: 'Er is 1 fout' })).toContainText(
			'Dit wachtwoord klopt niet.',
		);
		await mine.getByLabel('Wachtwoord').fill(DEMO_PASSWORD);
		await mine.getByRole('button', { name: 'Verder' }).click();
		await expect(mine).toHaveURL('/account/wachtwoord');
		const fresh = 'zeven lange tafels in de hal';
		await mine.getByLabel('Nieuw wachtwoord').fill(fresh);
		await mine.getByLabel('Herhaal het wachtwoord').fill(fresh);
		await mine.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
		await expect(mine.getByText('Uw wachtwoord is gewijzigd.')).toBeVisible();
		await signIn(other, 'board');
		await expect(other.getByRole('group', { name: 'Er is 1 fout' })).toBeVisible();
		await signIn(other, 'board', fresh);
		await expect(other).toHaveURL('/account');
	},
);

test('an account that is switched off is signed out at once, and a sixth wrong password must wait', async ({
	newSite,
}) => {
	const site = await newSite({ demo: false });
	const { headers } = await request(site, '/inloggen', {
		form: { email: emailOf('reader'), password: DEMO_PASSWORD },
	});
	const cookie = headers.get('set-cookie')?.split(';')[0] ?? '';
	expect((await request(site, '/', { cookie })).status).toBe(200);
	site.db.$client.exec(`UPDATE user SET active = 0 WHERE email = '${emailOf('reader')}'`);
	const refused = await request(site, '/', { cookie });
	expect([refused.status, refused.headers.get('location')]).toEqual([303, '/inloggen?naar=%2F']);

	const guess = () => request(site, '/inloggen', { form: { email: emailOf('board'), password: 'fout' } });
	const answers = [];
	for (let turn = 0; turn < 6; turn += 1) answers.push(await guess());
	expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429]);
	expect(answers.at(-1)?.headers.get('retry-after')).toBe('2');
	const nobody = await request(site, '/inloggen', {
		form: { email: 'niemand@demo.example', password: 'fout' },
	});
	const bodyOf = (text: string) => text.replaceAll(/[\w-]+@demo\.example|nonce="[^"]*"/g, '');
	expect(bodyOf(nobody.text)).toBe(bodyOf(answers[0]?.text ?? ''));
});
