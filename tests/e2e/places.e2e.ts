/** Where a secretary goes: organisations before the agenda, region settings, agendas told apart, and what was made by mistake. */
import { firstAdministrator } from './support/first-administrator.ts';
import { expect, test } from './support/test.ts';

/** With a trekker and partners that the region does not have yet. */
const TABLE = [
	['Thema', 'Nr', 'Agendapunt', 'Trekker', 'Betrokken'],
	['Preventie', '1', 'Inloopspreekuur', 'Tiel', 'West Betuwe'],
	['Preventie', '2', 'Vroeg signaleren', 'West Betuwe', 'Tiel; RBL Rivierenland'],
	['Thuiszitters', '1', 'Verzuimaanpak', 'RBL Rivierenland', 'Gemeente Vianen'],
];
const PASTED = TABLE.map((row) => row.join('\t')).join('\n');

test(
	'a new region pastes its organisations and its table, and sees all of the agenda at once',
	{ tag: '@lang' },
	async ({ visitor, newSite }) => {
		test.setTimeout(90_000);
		const site = await newSite({ database: 'empty', demo: false });
		const kees = await firstAdministrator(site, () => visitor({ site, javaScriptEnabled: false }));
		await kees.getByRole('link', { name: 'Voeg de organisaties toe die meedoen' }).click();
		await kees.getByLabel('Namen van organisaties').fill('Tiel\nSamenwerkingsverband PO; SWV PO');
		await kees.getByRole('button', { name: 'Controleren' }).click();
		await expect(kees.getByLabel('Naam 1', { exact: true })).toHaveValue('Gemeente Tiel');
		await expect(kees.getByLabel('Soort 2')).toHaveValue('samenwerkingsverband');
		await kees.getByLabel('Korte naam 2').fill('Tiel');
		await kees.getByRole('button', { name: 'Deze 2 organisaties toevoegen' }).click();
		await expect(kees.getByText('Een andere organisatie heeft deze korte naam al').first()).toBeVisible();
		await expect(kees.getByLabel('Naam 1', { exact: true })).toHaveValue('Gemeente Tiel');
		await kees.getByLabel('Korte naam 2').fill('SWV PO');
		await kees.getByRole('button', { name: 'Deze 2 organisaties toevoegen' }).click();
		await expect(kees.getByText('2 organisaties zijn toegevoegd.')).toBeVisible();
		await expect(kees.getByRole('row', { name: /SWV PO/ })).toContainText('Nog niet gebruikt');

		await kees.goto('/');
		await kees.getByRole('link', { name: 'Neem de agenda over uit Word of Excel' }).click();
		await kees.getByLabel(/plak/i).fill(PASTED);
		await kees.getByRole('button', { name: 'Controleren' }).click();
		await expect(kees.getByRole('row', { name: /Vroeg signaleren/ })).toContainText(
			'trekker onbekend: West Betuwe',
		);
		await expect(
			kees.getByRole('heading', { name: '2 organisaties horen nog niet bij de regio' }),
		).toBeVisible();
		await kees.getByRole('button', { name: 'Deze 2 organisaties toevoegen' }).click();
		await expect(kees.getByText('trekker onbekend')).toHaveCount(0);
		await expect(kees.getByText('3 agendapunten', { exact: true })).toBeVisible();
		await kees.getByLabel('Titel van de agenda').fill('Samenwerkingsagenda Lekstroom');
		await kees.getByLabel('Eerste jaar').fill('2026');
		await kees.getByLabel('Laatste jaar').fill('2029');
		await kees.getByRole('button', { name: 'Importeren' }).click();

		await expect(kees.getByRole('heading', { level: 1 })).toHaveText('Samenwerkingsagenda Lekstroom');
		await expect(kees.getByRole('heading', { name: 'Nog geen peilmoment' })).toBeVisible();
		for (const title of ['Inloopspreekuur', 'Vroeg signaleren', 'Verzuimaanpak'])
			await expect(kees.getByRole('row', { name: new RegExp(title) })).toBeVisible();
		await expect(kees.getByRole('row', { name: /Vroeg signaleren/ })).toContainText(
			'West BetuweTiel en RBL Rivierenland',
		);
		await kees.getByRole('link', { name: 'Plan het eerste peilmoment' }).click();
		await expect(kees).toHaveURL(/\/beheer\/agenda\/lekstroom-2026-2029\/peilmomenten$/);
	},
);

test(
	'two agendas are told apart and switched between, and one made by mistake is deleted after a question',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const page = await login('administrator', { site: freshServer });
		await page.goto('/beheer/agenda/nieuw');
		await page.getByLabel('Titel').fill('Per ongeluk');
		await page.getByRole('button', { name: 'Agenda maken' }).click();
		const slug = new URL(page.url()).pathname.split('/').at(-1) ?? '';

		await page.goto('/doelen');
		await expect(page.getByText('Van welke agenda wilt u de doelen zien?')).toBeVisible();
		await page.getByRole('main').getByRole('link', { name: 'Per ongeluk' }).click();
		await expect(page).toHaveURL(new RegExp(`/agenda/${slug}/doelen$`));
		await page.getByRole('navigation', { name: 'Agenda' }).getByRole('link').first().click();
		await expect(page).toHaveURL(/\/doelen$/);

		await page.goto('/beheer/agenda/uw-2019-2022/verwijderen');
		await expect(page.getByText('Deze agenda kan niet worden verwijderd.')).toBeVisible();
		await expect(page.getByText('De agenda is al vastgesteld.')).toBeVisible();
		await page.goto(`/beheer/agenda/${slug}/instellingen`);
		await page.getByRole('link', { name: 'verwijderen', exact: true }).click();
		await expect(page.getByText('Dit is niet terug te draaien.')).toBeVisible();
		await page.getByRole('button', { name: 'Verwijder deze agenda' }).click();
		await expect(page.getByText('De agenda is verwijderd.')).toBeVisible();
		await expect(page.getByRole('main').getByText('Per ongeluk')).toHaveCount(0);
	},
);

test(
	'two organisations become one after it was said what moves',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const page = await login('administrator', { site: freshServer });
		await page.goto('/beheer');
		await page.getByRole('link', { name: 'Organisaties', exact: true }).click();
		await page.getByRole('link', { name: 'SBO De Dolfijn (partner)' }).click();
		await page.getByLabel('SBO De Dolfijn (partner) gaat op in').selectOption('SBO De Kristal');
		await page.getByRole('button', { name: 'Bekijk wat er gebeurt' }).click();
		await expect(page.getByRole('heading', { name: 'Naar SBO De Kristal gaat' })).toBeVisible();
		await page
			.getByRole('button', { name: 'Voeg SBO De Dolfijn (partner) samen met SBO De Kristal' })
			.click();
		await expect(page.getByText(/deel van SBO De Kristal/)).toBeVisible();
		await page.goto('/beheer/organisaties');
		await expect(page.getByRole('heading', { name: 'Deden eerder mee (1)' })).toBeVisible();
		await expect(page.getByRole('row', { name: /^SBO De Kristal/ })).toContainText(
			'Vroeger SBO De Dolfijn (partner)',
		);
	},
);

test('the settings of a region stand apart from those of an agenda, and save', async ({
	login,
	freshServer,
}) => {
	const page = await login('coordinator', { site: freshServer });
	await page.goto('/beheer');
	await page.getByRole('link', { name: 'Instellingen van de regio' }).click();
	await page.getByLabel('Bestuurlijk overleg').fill('Bestuurlijke tafel');
	await page.getByRole('button', { name: 'Namen opslaan' }).click();
	await expect(page.getByText('De wijziging is opgeslagen.')).toBeVisible();
	await page.getByLabel('Dagen voor de sluiting').fill('70');
	await page.getByRole('button', { name: 'Herinnering opslaan' }).click();
	await expect(page.getByLabel('Dagen voor de sluiting')).toHaveValue('70');
	await expect(page.getByText('Vul een aantal dagen van 0 tot en met 60 in.').first()).toBeVisible();
});
