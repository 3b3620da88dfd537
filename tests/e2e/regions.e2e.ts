/** Two regions on one site: a person of one is asked by the other, and decides. All of it works without a script. */
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { startSession } from '#lib/server/auth/sessions.ts';
import { insertDemoMember } from '#lib/server/demo/demo.repo.ts';
import { membership } from '#lib/server/db/schema.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import { makeRegion } from '#lib/server/users/make-region.ts';
import { signedIn } from '../support/signed-in.ts';
import { expectAccessible } from './support/look.ts';
import type { Site } from './support/sites.ts';
import { expect, test } from './support/test.ts';

const EMAIL = 'bestuurder@lekstroom.example';

/** A second region with one bestuurder, who has a password. Gives the number of that person. */
function addSecondRegion({ db, now }: Site): number {
	const actor = { kind: 'system', name: 'browsertest' } as const;
	makeRegion(
		{ db, actor, now: now(), house: HOUSE_RULES },
		{
			name: 'Lekstroom',
			officialForum: 'REA',
			boardForum: 'OOGO',
			organisation: 'Gemeente Vianen',
			administratorName: 'Beheerder',
			administratorEmail: 'beheerder@lekstroom.example',
		},
	);
	const account = { email: EMAIL, name: 'Wethouder van Vianen', passwordHash: 'x', createdAt: now() };
	return insertDemoMember(db, account, {
		regionSlug: 'lekstroom',
		organisation: 'gemeente-vianen',
		role: 'board',
	});
}

async function signInAs(site: Site, page: Page, userId: number): Promise<void> {
	const value = await startSession({ db: site.db, now: site.now() }, signedIn(userId));
	await page.context().addCookies([{ name: 'sessie', value, url: site.origin }]);
}

async function ask(page: Page, email: string): Promise<void> {
	await page.goto('/beheer/mensen');
	await page.getByText('Iemand uitnodigen').click();
	await page.getByLabel('Naam', { exact: true }).fill('W. Vianen');
	await page.getByLabel('E-mailadres', { exact: true }).fill(email);
	await page.locator('#nieuw-role').selectOption('Lezer');
	await page.locator('#nieuw-organisation').selectOption('Gemeente Woerden');
	await page.getByRole('button', { name: 'Uitnodigen', exact: true }).click();
}

test.describe('without a script', () => {
	test('a person of another region is asked, says no, is asked again and says yes', async ({
		login,
		visitor,
		freshServer: site,
	}) => {
		const userId = addSecondRegion(site);
		const page = await login('administrator', { site, javaScriptEnabled: false });
		await ask(page, EMAIL);
		await expect(page.getByText(`De uitnodiging voor ${EMAIL} is gemaakt`)).toBeVisible();
		const waiting = page.getByRole('region', { name: 'Uitgenodigd' }).getByRole('listitem');
		await expect(waiting).toContainText(
			/Lezer, Gemeente Woerden\. Ingevuld als W\. Vianen\..*Wacht op antwoord/,
		);
		await expect(page.getByText('Wethouder van Vianen')).toHaveCount(0);

		const person = await visitor({ site, javaScriptEnabled: false });
		await signInAs(site, person, userId);
		await person.goto('/');
		await person
			.getByRole('link', { name: /^Beantwoord de uitnodiging voor Utrecht West: lezer namens/ })
			.click();
		await expect(person.getByRole('heading', { level: 1 })).toHaveText('Uitnodigingen');
		await expect(
			person.getByText(/nodigt u uit voor Utrecht West: als lezer namens Gemeente Woerden\./),
		).toBeVisible();
		await person.getByRole('button', { name: /^Afwijzen: Utrecht West/ }).click();
		await expect(person.getByText('U heeft de uitnodiging afgewezen.')).toBeVisible();

		await page.goto('/beheer/mensen');
		await expect(waiting).toContainText('Afgewezen op');
		await page.getByRole('button', { name: `Opnieuw uitnodigen: ${EMAIL}, Lezer` }).click();
		await expect(page.getByText(`De uitnodiging voor ${EMAIL} is vernieuwd`)).toBeVisible();
		await expect(page.getByRole('row', { name: /Wethouder/ })).toHaveCount(0);

		await person.goto(await page.locator('code.hash').innerText());
		await expect(person).toHaveURL(/\/account\/uitnodigingen$/);
		await person.getByRole('button', { name: /^Aannemen: Utrecht West/ }).click();
		await expect(person.getByText('U heeft de uitnodiging aangenomen.')).toBeVisible();
		await person.goto('/account');
		await expect(person.getByText('Lezer voor Gemeente Woerden, in de regio Utrecht West')).toBeVisible();

		await page.goto('/beheer/mensen?zoek=wethouder');
		await page.getByRole('link', { name: 'Wethouder van Vianen' }).click();
		await expect(page.getByText('Dit account is niet alleen van uw regio.')).toBeVisible();
		await expect(page.getByRole('link', { name: /Tweede factor uitzetten/ })).toHaveCount(0);
		await page.getByRole('button', { name: 'Toegang uitschakelen' }).click();
		await expect(
			page.getByText('De toegang tot deze regio is uitgeschakeld. Dat werkt meteen.'),
		).toBeVisible();
		await person.goto('/account');
		await expect(person.getByText('Bestuurder voor Gemeente Vianen, in de regio Lekstroom')).toBeVisible();
		await expect(person.getByText('Utrecht West')).toHaveCount(0);
		await page.getByRole('button', { name: 'Weer toegang geven' }).click();
		await expect(page.getByText('De persoon is gevraagd om weer mee te doen')).toBeVisible();
		await person.goto('/account');
		await expect(person.getByRole('link', { name: '1 uitnodiging wacht op uw antwoord' })).toBeVisible();
	});
});

test('an invitation can be taken back, and then nobody can answer it', async ({
	login,
	visitor,
	freshServer: site,
}) => {
	const userId = addSecondRegion(site);
	const page = await login('administrator', { site });
	await ask(page, EMAIL);
	await expectAccessible(page, 'somebody who was asked');
	const link = await page.locator('code.hash').innerText();
	const stranger = await visitor({ site });
	await stranger.goto(link);
	await expect(stranger.getByRole('heading', { name: 'Ik heb al een account' })).toBeVisible();
	await expectAccessible(stranger, 'an invitation of who is not signed in');
	const person = await visitor({ site });
	await signInAs(site, person, userId);
	await person.goto('/account/uitnodigingen');
	await expectAccessible(person, 'an invitation on the own page');
	await page.getByRole('button', { name: `Intrekken: ${EMAIL}, Lezer` }).click();
	await expect(page.getByText('De uitnodiging is ingetrokken.')).toBeVisible();
	await person.getByRole('button', { name: /^Aannemen: Utrecht West/ }).click();
	await expect(person.getByText(/Deze uitnodiging is verlopen, ingetrokken of al beantwoord/)).toBeVisible();
	await stranger.goto(link);
	await expect(stranger.getByText('Deze link werkt niet meer')).toBeVisible();
	expect(site.db.select().from(membership).where(eq(membership.userId, userId)).all()).toHaveLength(1);
});

test('who opens an invitation for somebody else is told so, and gets no form', async ({
	login,
	freshServer: site,
}) => {
	addSecondRegion(site);
	const page = await login('administrator', { site });
	await ask(page, EMAIL);
	await page.goto(await page.locator('code.hash').innerText());
	await expect(page.getByText('U bent nu ingelogd met een ander account')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Account maken en aannemen' })).toHaveCount(0);
	await expectAccessible(page, 'an invitation for somebody else');
});
