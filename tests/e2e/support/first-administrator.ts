/** How a region begins: the first platformbeheerder makes it, and its beheerder signs in. */
import type { Page } from '@playwright/test';
import { setUpAuthenticator } from './authenticator.ts';
import type { Site } from './sites.ts';
import { expect } from './test.ts';

const PASSWORD = 'negen groene stoelen bij het raam';

/** A page of Kees, the beheerder of Lekstroom, in an empty database. */
export async function firstAdministrator(site: Site, open: () => Promise<Page>): Promise<Page> {
	const platform = await open();
	await startFirst(platform, site);
	await setUpAuthenticator(platform);
	await platform.getByLabel('Naam van de regio').fill('Lekstroom');
	await platform.getByLabel('Organisatie van de beheerder').fill('Gemeente Vianen');
	await platform.getByLabel('Naam van de beheerder').fill('Kees Bakker');
	await platform.getByLabel('E-mailadres van de beheerder').fill('kees@vianen.example');
	await platform.getByRole('button', { name: 'Regio maken' }).click();
	await expect(platform.getByText('De regio Lekstroom is gemaakt')).toBeVisible();
	const kees = await open();
	await acceptWithAccount(kees, await platform.locator('code.hash').innerText());
	await signIn(kees, 'kees@vianen.example');
	await setUpAuthenticator(kees);
	return kees;
}

/** The link that the console of the server gives at its first start. */
export function firstLink(site: Site): string {
	return /http:\S+\/eerste-beheerder\/\S+/.exec(site.log().join('\n'))?.[0] ?? '';
}

async function startFirst(page: Page, site: Site): Promise<void> {
	await page.goto(firstLink(site));
	await page.getByLabel('Naam', { exact: true }).fill('Pia Platform');
	await page.getByLabel('E-mailadres').fill('beheer@platform.example');
	await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
	await page.getByLabel('Herhaal het wachtwoord').fill(PASSWORD);
	await page.getByRole('button', { name: 'Account maken' }).click();
	await signIn(page, 'beheer@platform.example');
}

/** Of who has none yet. */
async function acceptWithAccount(page: Page, link: string): Promise<void> {
	await page.goto(link);
	await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(PASSWORD);
	await page.getByLabel('Herhaal het wachtwoord').fill(PASSWORD);
	await page.getByRole('button', { name: 'Account maken en aannemen' }).click();
}

async function signIn(page: Page, email: string): Promise<void> {
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Inloggen' }).click();
}
