/** Coming in and going out. */
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '#lib/server/demo/accounts.ts';
import { demo } from './support/demo.ts';
import { request } from './support/http.ts';
import { expectAccessible } from './support/look.ts';
import { emailOf } from './support/people.ts';
import { expect, test } from './support/test.ts';

for (const javaScriptEnabled of [true, false]) {
	test(`the form ${javaScriptEnabled ? '' : 'without a script '}says what is wrong, lets in and returns to the wished page`, async ({
		visitor,
		freshServer,
	}) => {
		const page = await visitor({ site: freshServer, javaScriptEnabled });
		const wished = `${demo.agenda}?niveau=rood`;
		await page.goto(wished);
		await expect(page).toHaveURL(`/inloggen?naar=${encodeURIComponent(wished)}`);
		const email = page.getByLabel('E-mailadres');
		const password = page.getByLabel('Wachtwoord');
		await email.fill(emailOf('board'));
		await password.fill('een verkeerd wachtwoord');
		await page.getByRole('button', { name: 'Inloggen' }).click();
		const summary = page.getByRole('group', { name: 'Er is 1 fout' });
		await expect(summary).toBeFocused();
		await expect(summary).toContainText(
			'Het e-mailadres of het wachtwoord klopt niet. Controleer beide en probeer het opnieuw.',
		);
		await expect(page).toHaveTitle('Fout: Inloggen – Samenwerkingsagenda');
		await expect(email).toHaveValue(emailOf('board'));
		await expect(password).toHaveValue('');
		if (javaScriptEnabled) await expectAccessible(page, 'the form with an error');
		await password.fill(DEMO_PASSWORD);
		await page.getByRole('button', { name: 'Inloggen' }).click();
		await expect(page).toHaveURL(wished);
		await page.goto('/inloggen');
		await expect(page).toHaveURL('/');
	});
}

test('the demo lets in with one button per role', { tag: '@lang' }, async ({ visitor, freshServer }) => {
	const page = await visitor({ site: freshServer });
	for (const { word } of DEMO_ACCOUNTS) {
		await page.goto('/inloggen');
		await page.getByRole('button', { name: word, exact: true }).click();
		await expect(page.locator('.who')).toContainText(word);
		await page.getByRole('button', { name: 'Uitloggen' }).click();
		await expect(page.getByText('U bent uitgelogd.')).toBeVisible();
	}
});

test('after signing out the old cookie opens nothing', async ({ login, freshServer }) => {
	const page = await login('adviser', { site: freshServer });
	await page.goto('/');
	const cookies = await page.context().cookies();
	await page.getByRole('button', { name: 'Uitloggen' }).click();
	await expect(page).toHaveURL('/inloggen?gelukt=uitgelogd');
	expect(await page.context().cookies()).toEqual([]);
	await page.context().addCookies(cookies);
	await page.goto(demo.openRound);
	await expect(page).toHaveURL(/\/inloggen\?naar=/);
});

test('a wished page of another site is not followed', async ({ site }) => {
	for (const wish of [
		'https://elders.example/',
		'//elders.example/',
		'/a/..//elders.example',
		'\\\\elders.example',
		'javascript:alert(1)',
	]) {
		const form = { rol: 'board', naar: wish };
		const { status, headers } = await request(site, '/inloggen', { form });
		expect({ status, to: headers.get('location') }, wish).toEqual({ status: 303, to: '/' });
	}
});

test('without DEMO=1 the demo database shows no demo part and refuses its buttons', async ({ newSite }) => {
	const site = await newSite({ demo: false });
	const { text } = await request(site, '/inloggen');
	expect(text).toContain('Wachtwoord');
	expect(text).not.toMatch(/demo|name="rol"/i);
	const { status, headers } = await request(site, '/inloggen', { form: { rol: 'administrator' } });
	expect({ status, cookie: headers.get('set-cookie') }).toEqual({ status: 404, cookie: null });
});

test('DEMO=1 on a database that the demo did not make shows no demo part and refuses its buttons', async ({
	newSite,
}) => {
	const site = await newSite({ database: 'empty', demo: true });
	const { text } = await request(site, '/inloggen');
	expect(text).not.toMatch(/demo|name="rol"|Voorbeeldgegevens/i);
	expect((await request(site, '/inloggen', { form: { rol: 'administrator' } })).status).toBe(404);
});
