/** A gemeente lets its people come in with the account of their work, at a real sign-in service. */
import { identityProvider } from '#lib/server/db/schema.ts';
import { DEMO_PASSWORD } from '#lib/server/demo/accounts.ts';
import { CLIENT, startOidcService, type OidcService } from '../support/oidc-service.ts';
import { expectAccessible } from './support/look.ts';
import { emailOf } from './support/people.ts';
import { expect, test } from './support/test.ts';

const SERVICE = 'Inlogdienst van de gemeente';
let service: OidcService;
test.afterEach(() => service.stop());

test('a beheerder sets up the service and tests it, obliges people to use it, and they come in by it', async ({
	login,
	visitor,
	freshServer: site,
}) => {
	service = await startOidcService([`${site.origin}/inloggen/terug`]);
	service.page = SERVICE;
	service.account = { sub: 'beheerder-7', email: emailOf('administrator'), acr: 'hoog' };
	const page = await login('administrator', { site, javaScriptEnabled: false });
	const atService = async () => {
		await expect(page.getByRole('heading', { name: SERVICE })).toBeVisible();
		await page.getByRole('button', { name: 'Inloggen' }).click();
	};

	await test.step('the settings say what is wrong, and never show the secret again', async () => {
		await page.goto('/beheer');
		await page.getByRole('link', { name: 'Inlogdiensten' }).click();
		await page.getByRole('link', { name: 'Gemeente Woerden' }).click();
		await expect(page.getByLabel('Terugkeeradres (redirect-URI)')).toHaveValue(
			`${site.origin}/inloggen/terug`,
		);
		await page.getByLabel('Adres van de dienst (issuer)').fill('http://inloggen.woerden.example');
		await page.getByLabel('Client-id').fill(CLIENT.id);
		await page.getByLabel('Geheim of privésleutel').fill(CLIENT.secret);
		await page.getByLabel('Domeinen van e-mailadressen').fill('demo.example');
		await page.getByRole('button', { name: 'Opslaan' }).click();
		await expect(page.getByRole('group', { name: 'Er is 1 fout' })).toContainText('met https:// beginnen');
		await expect(page.getByLabel('Geheim of privésleutel')).toHaveValue('');
		await page.getByLabel('Adres van de dienst (issuer)').fill(service.issuer);
		await page.getByLabel('Geheim of privésleutel').fill(CLIENT.secret);
		await page.getByRole('button', { name: 'Opslaan' }).click();
		await expect(page.getByText('De inlogdienst is opgeslagen.')).toBeVisible();
		expect(await page.content()).not.toContain(CLIENT.secret);
	});

	await test.step('the test makes the whole trip and shows what the service said', async () => {
		await page.getByRole('button', { name: 'De dienst testen' }).click();
		await atService();
		await expect(page.getByText('De test is geslaagd')).toBeVisible();
		await expect(page.getByRole('listitem').filter({ hasText: ': gelukt' })).toHaveCount(4);
		await expect(page.getByText('beheerder-7')).toBeVisible();
		await expect(page.getByText(`${emailOf('administrator')}, niet bevestigd door de dienst`)).toBeVisible();
		await page.getByRole('link', { name: 'Terug naar de instellingen' }).click();
		await expect(page.getByText('Geslaagd op')).toBeVisible();
	});

	await test.step('it obliges only when the beheerder can come in too', async () => {
		await page.getByLabel('De dienst staat aan').check();
		await page.getByLabel('De dienst is verplicht').check();
		const save = page.getByRole('button', { name: 'Opslaan' }).last();
		await save.click();
		await expect(page.getByRole('group', { name: 'Er is 1 fout' })).toContainText(
			'Koppel eerst uw eigen account',
		);
		await page.getByLabel('De dienst is verplicht').uncheck();
		await save.click();
		await page.goto('/account');
		await page.getByRole('link', { name: /^Inloggen via uw organisatie/ }).click();
		// The service still knows who this is, and asks nothing.
		await page.getByRole('button', { name: 'Koppel uw account aan Gemeente Woerden' }).click();
		await expect(page.getByText('Uw account is gekoppeld.')).toBeVisible();
		await page.goto('/beheer/inlogdienst/utrecht-west/woerden');
		await page.getByLabel('De dienst is verplicht').check();
		await save.click();
		await expect(page.getByText('Staat aan, verplicht')).toBeVisible();
	});

	await test.step('whose address it vouches for comes in, and by a password nobody of the gemeente does', async () => {
		const person = await visitor({ site });
		await person.goto('/account');
		await person.getByLabel('E-mailadres').fill(emailOf('administrator'));
		await person.getByLabel('Wachtwoord').fill(DEMO_PASSWORD);
		await person.getByRole('button', { name: 'Inloggen', exact: true }).click();
		await expect(person.getByRole('group', { name: 'Er is 1 fout' })).toContainText('klopt niet');
		await person.getByRole('link', { name: 'Inloggen via uw organisatie' }).click();
		await expectAccessible(person, 'asking for the address');
		await person.getByLabel('E-mailadres van uw werk').fill('iemand@elders.example');
		await person.getByRole('button', { name: 'Verder' }).click();
		await expect(person.getByRole('group', { name: 'Er is 1 fout' })).toContainText('geen inlogdienst');
		await person.getByLabel('E-mailadres van uw werk').fill(emailOf('administrator'));
		await person.getByRole('button', { name: 'Verder' }).click();
		await person.getByRole('button', { name: 'Inloggen' }).click();
		await expect(person.locator('.who')).toContainText('Beheerder');
	});

	await test.step('a service that is down says so, and the way back is clear', async () => {
		await service.stop();
		site.db.update(identityProvider).set({ issuer: 'http://localhost:9' }).run();
		const person = await visitor({ site });
		await person.goto('/inloggen/organisatie');
		await person.getByLabel('E-mailadres van uw werk').fill('iemand@demo.example');
		await person.getByRole('button', { name: 'Verder' }).click();
		await expect(person.getByText('De inlogdienst van uw organisatie antwoordt niet.')).toBeVisible();
		await expectAccessible(person, 'a service that is down');
	});
});
