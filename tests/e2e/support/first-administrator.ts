/** How a region begins: the first platformbeheerder makes it, and its beheerder signs in. */
import { spawnSync } from 'node:child_process';
import type { Page } from '@playwright/test';
import { setUpAuthenticator } from './authenticator.ts';
import type { Site } from './sites.ts';
import { expect } from './test.ts';

const PASSWORD = 'negen groene stoelen bij het raam';

/** A page of Kees, the beheerder of Lekstroom, in an empty database. */
export async function firstAdministrator(site: Site, open: () => Promise<Page>): Promise<Page> {
	const platform = await open();
	await setPassword(platform, linkFromCommand(site, 'beheer@platform.example'));
	await signIn(platform, 'beheer@platform.example');
	await setUpAuthenticator(platform);
	await platform.getByLabel('Naam van de regio').fill('Lekstroom');
	await platform.getByLabel('Organisatie van de beheerder').fill('Gemeente Vianen');
	await platform.getByLabel('Naam van de beheerder').fill('Kees Bakker');
	await platform.getByLabel('E-mailadres van de beheerder').fill('kees@vianen.example');
	await platform.getByRole('button', { name: 'Regio maken' }).click();
	const kees = await open();
	await setPassword(kees, await platform.locator('code.hash').innerText());
	await signIn(kees, 'kees@vianen.example');
	await setUpAuthenticator(kees);
	return kees;
}

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
}

async function signIn(page: Page, email: string): Promise<void> {
	await page.getByLabel('E-mailadres').fill(email);
	await page.getByLabel('Wachtwoord').fill(PASSWORD);
	await page.getByRole('button', { name: 'Inloggen' }).click();
}
