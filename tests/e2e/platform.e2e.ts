/** From an empty database to a region with a beheerder, by hand and without a script in the browser. */
import type { Page } from '@playwright/test';
import { setUpAuthenticator } from './support/authenticator.ts';
import { firstLink } from './support/first-administrator.ts';
import { expect, test } from './support/test.ts';

const PASSWORD = 'zeven lange tafels in de hal';

test('an empty database becomes a region whose first administrator is told what to do', async ({
	visitor,
	newSite,
}) => {
	const site = await newSite({ database: 'empty', demo: false });
	const open = () => visitor({ site, javaScriptEnabled: false });
	const platform = await open();
	const first = firstLink(site);
	await platform.goto(first);
	await platform.getByLabel('Naam', { exact: true }).fill('Pia Platform');
	await platform.getByLabel('E-mailadres').fill('beheer@platform.example');
	await platform.getByLabel('Wachtwoord', { exact: true }).fill('Welkom-bij-de-gemeente');
	await platform.getByLabel('Herhaal het wachtwoord').fill('Welkom-bij-de-gemeente');
	await platform.getByRole('button', { name: 'Account maken' }).click();
	await expect(platform.getByRole('link', { name: /makkelijk te raden/ })).toBeVisible();
	await expect(platform.getByLabel('Naam', { exact: true })).toHaveValue('Pia Platform');
	await platform.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
	await platform.getByLabel('Herhaal het wachtwoord').fill(PASSWORD);
	await platform.getByRole('button', { name: 'Account maken' }).click();
	await expect(platform.getByText('Het account is gemaakt.')).toBeVisible();
	await signIn(platform, 'beheer@platform.example');
	await setUpAuthenticator(platform);
	await expect(platform.getByText('nog niet compleet')).toBeVisible();
	await expect(platform.getByText('Er is nog geen regio. Maak hier de eerste.')).toBeVisible();
	await platform.getByLabel('Naam van de regio').fill('Lekstroom');
	await platform.getByLabel('Organisatie van de beheerder').fill('Gemeente Vianen');
	await platform.getByLabel('Naam van de beheerder').fill('Kees Bakker');
	await platform.getByLabel('E-mailadres van de beheerder').fill('kees@vianen.example');
	await platform.getByRole('button', { name: 'Regio maken' }).click();
	await expect(platform.getByText('De regio Lekstroom is gemaakt')).toBeVisible();
	await expect(platform.getByRole('heading', { name: 'Lekstroom 0 mensen' })).toBeVisible();
	await expect(platform.getByText('heeft geen beheerder die kan inloggen')).toBeVisible();

	const link = await platform.locator('code.hash').innerText();
	await platform.goto(first);
	await expect(platform.getByText('Deze link werkt niet meer')).toBeVisible();
	await platform.goto('/platform/instellingen');
	await platform.getByLabel('Organisatie').fill('Gemeente Vianen');
	await platform.getByLabel('E-mailadres voor beveiligingslekken').fill('lek@vianen.example');
	await platform.getByRole('button', { name: 'Opslaan' }).click();
	await expect(platform.getByText('De gegevens zijn opgeslagen.')).toBeVisible();

	const kees = await open();
	const security = await kees.request.get('/.well-known/security.txt');
	expect(security.headers()['content-type']).toBe('text/plain; charset=utf-8');
	expect(await security.text()).toMatch(/^Contact: mailto:lek@vianen\.example\nExpires: 20/);
	await kees.goto('/privacy');
	await expect(kees.getByText('Gemeente Vianen is verantwoordelijk')).toBeVisible();
	await setPassword(kees, link);
	await signIn(kees, 'kees@vianen.example');
	await setUpAuthenticator(kees);
	await expect(
		kees.getByRole('heading', { level: 2, name: 'Lekstroom heeft nog geen agenda' }),
	).toBeVisible();
	await kees.goto('/agenda');
	await expect(kees.getByRole('heading', { name: 'Er is nog geen agenda' })).toBeVisible();
	await expect(kees.locator('main')).toContainText('Importeer dan de tabel');
	await kees.goto('/rea');
	await expect(kees.getByRole('heading', { name: 'Er loopt nu geen peilmoment' })).toBeVisible();
	await kees.goto('/rapporten');
	await expect(kees.getByRole('heading', { name: 'Er is nog niets vastgesteld' })).toBeVisible();
	await kees.goto('/beheer');
	await expect(kees.getByRole('heading', { level: 2, name: 'Lekstroom' })).toBeVisible();
	await expect(kees.getByRole('link', { name: 'Tabel importeren' })).toBeVisible();
	await expect(kees.getByText('Voorbeeldgegevens')).toHaveCount(0);
	expect((await kees.goto('/platform'))?.status()).toBe(403);
});

async function setPassword(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(PASSWORD);
	await page.getByLabel('Herhaal het wachtwoord').fill(PASSWORD);
	await page.getByRole('button', { name: 'Account maken en aannemen' }).click();
	await expect(page.getByText('de uitnodiging is aangenomen')).toBeVisible();
}

async function signIn(page: Page, email: string): Promise<void> {
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Inloggen' }).click();
}
