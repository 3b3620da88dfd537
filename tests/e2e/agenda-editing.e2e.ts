/** From an empty database to a first open round: a region, its agenda made by hand, and half-yearly rounds. */
import { firstAdministrator } from './support/first-administrator.ts';
import { expect, test } from './support/test.ts';

const THEMES = ['Preventie en toegang', 'Thuiszitters', 'Jonge kind'];

test(
	'someone with an empty database makes an agenda by hand and opens its first round',
	{ tag: '@lang' },
	async ({ visitor, newSite }) => {
		test.setTimeout(90_000);
		const site = await newSite({ database: 'empty', demo: false });
		const kees = await firstAdministrator(site, () => visitor({ site, javaScriptEnabled: false }));
		await expect(
			kees.getByRole('heading', { level: 2, name: 'Lekstroom heeft nog geen agenda' }),
		).toBeVisible();
		await kees.getByRole('link', { name: 'Agenda maken' }).click();
		await kees.getByLabel('Titel').fill('Samenwerkingsagenda Lekstroom');
		await kees.getByLabel('Stand van zaken').selectOption('Elk halfjaar');
		await kees.getByRole('button', { name: 'Agenda maken' }).click();
		await expect(kees.getByRole('heading', { name: 'Deze agenda is nog leeg' })).toBeVisible();

		for (const name of THEMES) {
			await kees
				.getByRole('link', { name: /^(Eerste thema|Thema) toevoegen$/ })
				.first()
				.click();
			await kees.getByLabel('Naam van het thema').fill(name);
			await kees.getByRole('button', { name: 'Opslaan' }).click();
			for (const title of [`Eerste punt van ${name}`, `Tweede punt van ${name}`]) {
				await kees.getByRole('link', { name: `Agendapunt toevoegen aan ${name}` }).click();
				await kees.getByLabel('Titel', { exact: true }).fill(title);
				await kees.getByLabel('Trekker').selectOption('Gemeente Vianen');
				await kees.getByRole('button', { name: 'Opslaan' }).click();
			}
		}
		await expect(kees.locator('.order-item')).toHaveCount(6);

		await kees.getByRole('button', { name: 'Omhoog: thema Jonge kind' }).click();
		await expect(kees.locator('.order-theme h3')).toHaveText([
			THEMES[0] ?? '',
			THEMES[2] ?? '',
			THEMES[1] ?? '',
		]);

		await kees.goto('/beheer');
		await kees.getByText('Volgend peilmoment plannen').click();
		await kees.getByRole('button', { name: 'Plannen en openen' }).click();
		await kees.getByRole('button', { name: 'Peilmoment openen' }).click();
		await expect(kees.getByText('0 van 6 ingediend of akkoord')).toBeVisible();
		await expect(kees.getByRole('heading', { level: 1 })).toContainText('Halfjaar 1');
	},
);

test(
	'a coordinator drags an item to another place, and gives the reason that a vastgestelde agenda asks',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const page = await login('coordinator', { site: freshServer });
		await page.goto('/beheer/agenda/uw-2019-2022');
		await expect(page.locator('.order-list.draggable').first()).toBeVisible();
		const row = (ref: string) => page.locator(`#punt-${ref}`);
		await row('thuiszitters-3').dragTo(row('thuiszitters-1'));
		await expect(page.getByRole('group', { name: 'Er is 1 fout' })).toBeFocused();
		await page.getByLabel('Reden van de wijziging').fill('Zo bespreken we ze ook.');
		await row('thuiszitters-3').dragTo(row('thuiszitters-1'));
		await expect(page.locator('#thema-thuiszitters .order-item').first()).toContainText('3 Afspraken over');
		await page.getByText(/^Wijzigingen \(/).click();
		await expect(page.getByText('Reden: Zo bespreken we ze ook.')).toBeVisible();
	},
);

test(
	'an actie that is late says so on the page of its item and beside its status',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const page = await login('coordinator', { site: freshServer, javaScriptEnabled: false });
		await page.goto('/agenda/uw-2019-2022/punten/thuiszitters-1');
		await page.getByRole('link', { name: 'Acties bijwerken' }).click();
		await page.getByLabel('Wat wordt er gedaan?').fill('De definitie rondsturen');
		await page.getByLabel('Uiterlijk').fill('2020-12-01');
		await page.getByRole('button', { name: 'Toevoegen' }).click();
		await expect(page.getByRole('listitem').filter({ hasText: 'De definitie rondsturen' })).toContainText(
			'Te laat',
		);
		await page.goto('/rea/uw-2019-2022-2020-k4/thuiszitters-1');
		await expect(page.getByRole('complementary')).toContainText('Te laat');
	},
);

test(
	'a board member and a reader cannot come near the pages that change an agenda',
	{ tag: '@lang' },
	async ({ login }) => {
		for (const who of ['board', 'reader'] as const) {
			const page = await login(who);
			for (const path of ['', '/instellingen', '/prioriteiten', '/themas/nieuw', '/punten/thuiszitters-1'])
				expect((await page.goto(`/beheer/agenda/uw-2019-2022${path}`))?.status(), `${who} ${path}`).toBe(403);
		}
	},
);
