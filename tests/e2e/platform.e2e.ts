/** From an empty database to a region with a beheerder, by hand and without a script in the browser. */
import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { setUpAuthenticator } from './support/authenticator.ts';
import type { Site } from './support/sites.ts';
import { expect, test } from './support/test.ts';

const PASSWORD = 'zeven lange tafels in de hal';

test('an empty database becomes a region whose first administrator is told what to do', async ({
	visitor,
	newSite,
}) => {
	const site = await newSite({ database: 'empty', demo: false });
	const open = () => visitor({ site, javaScriptEnabled: false });
	const platform = await open();
	await setPassword(platform, linkFromCommand(site, 'beheer@platform.example'));
	await signIn(platform, 'beheer@platform.example');
	await setUpAuthenticator(platform);
	await expect(platform.getByText('Er is nog geen regio. Maak hier de eerste.')).toBeVisible();
	await platform.getByLabel('Naam van de regio').fill('Lekstroom');
	await platform.getByLabel('Organisatie van de beheerder').fill('Gemeente Vianen');
	await platform.getByLabel('Naam van de beheerder').fill('Kees Bakker');
	await platform.getByLabel('E-mailadres van de beheerder').fill('kees@vianen.example');
	await platform.getByRole('button', { name: 'Regio maken' }).click();
	await expect(platform.getByText('De regio Lekstroom is gemaakt')).toBeVisible();
	await expect(platform.getByRole('row', { name: 'Lekstroom 1' })).toBeVisible();

	const kees = await open();
	await setPassword(kees, await platform.locator('code.hash').innerText());
	await signIn(kees, 'kees@vianen.example');
	await setUpAuthenticator(kees);
	await expect(
		kees.getByRole('heading', { level: 2, name: 'Lekstroom heeft nog geen agenda' }),
	).toBeVisible();
	await kees.goto('/agenda');
	await expect(kees.getByRole('heading', { name: 'Er is nog geen agenda' })).toBeVisible();
	await expect(kees.locator('main')).toContainText('importeren bij Beheer');
	await kees.goto('/rea');
	await expect(kees.getByRole('heading', { name: 'Er loopt nu geen peilmoment' })).toBeVisible();
	await kees.goto('/rapporten');
	await expect(kees.getByRole('heading', { name: 'Er is nog niets vastgesteld' })).toBeVisible();
	await kees.goto('/beheer');
	await expect(kees.getByRole('heading', { level: 2, name: 'Lekstroom' })).toBeVisible();
	await expect(kees.getByRole('link', { name: 'Agenda importeren' })).toBeVisible();
	await expect(kees.getByText('Voorbeeldgegevens')).toHaveCount(0);
	expect((await kees.goto('/platform'))?.status()).toBe(403);
});

/** Runs `npm run eerste-beheerder` and reads the link from what it prints. */
function linkFromCommand(site: Site, email: string): string {
	const { stdout, status } = spawnSync(process.execPath, ['src/cli/run.mjs', 'first-administrator', email], {
		env: { PATH: process.env['PATH'], DATABASE_PATH: site.databasePath, ORIGIN: site.origin },
		encoding: 'utf8',
		timeout: 20_000,
	});
	expect(status).toBe(0);
	return /http:\S+\/wachtwoord\/\S+/.exec(stdout)?.[0] ?? '';
}

async function setPassword(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Nieuw wachtwoord').fill(PASSWORD);
	await page.getByLabel('Herhaal het wachtwoord').fill(PASSWORD);
	await page.getByRole('button', { name: 'Wachtwoord instellen' }).click();
	await expect(page.getByText('Uw wachtwoord is ingesteld.')).toBeVisible();
}

async function signIn(page: Page, email: string): Promise<void> {
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByLabel('Wachtwoord').fill(PASSWORD);
	await page.getByRole('button', { name: 'Inloggen' }).click();
}
