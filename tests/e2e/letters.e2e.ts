/** The letters of the colleges to their councils: written, sent, late, and all of them in one go. */
import { unzipSync } from 'fflate';
import { readPdf } from '../support/pdf.ts';
import { demo } from './support/demo.ts';
import { download } from './support/downloads.ts';
import { request } from './support/http.ts';
import { expect, test } from './support/test.ts';

test('a coordinator writes a letter, brings it to college and council, and gets all letters as a zip', async ({
	login,
	freshServer: site,
}) => {
	test.slow();
	const page = await login('coordinator', { site });

	await test.step('what should have been there by now is late, on the list and on the start page', async () => {
		await page.goto(demo.report);
		await page.getByRole('link', { name: 'Raadsbrieven' }).click();
		await page.getByLabel('Laatste dag').fill('2021-01-10');
		await page.getByRole('button', { name: 'Dag vastleggen' }).click();
		await expect(page.locator('.letter-list .late')).toHaveCount(4);
		await page.goto('/');
		await page
			.getByRole('link', { name: 'Breng 4 raadsbrieven over kwartaal 3 van 2020 naar de raad' })
			.click();
	});

	await test.step('the letter follows what is typed, and is kept', async () => {
		await page.getByRole('link', { name: 'Gemeente Montfoort' }).click();
		const paper = page.locator('.letter-paper');
		await expect(paper).not.toContainText('Thema Thuiszitters');
		await page.getByLabel('Plaatselijke alinea').fill('Montfoort kiest voor **vervoer**.');
		await page.getByLabel('Thuiszitters').selectOption({ label: 'Benadrukt' });
		await page.getByLabel('Kenmerk').fill('Z/21/7');
		await expect(paper.locator('strong', { hasText: 'vervoer' })).toBeVisible();
		await expect(paper.getByRole('heading', { level: 4 }).first()).toHaveText('Thema Thuiszitters');
		await page.getByRole('button', { name: 'Opslaan' }).click();
		await expect(page.getByText('De brief is opgeslagen.')).toBeVisible();
		await expect(paper).toContainText('Kenmerk: Z/21/7');
	});

	await test.step('it goes to the college, which locks it, and to the council', async () => {
		await page.getByText('Naar het college').first().click();
		await page.getByRole('button', { name: 'Naar het college' }).click();
		await expect(page.getByRole('heading', { name: 'Stand: Naar college, ter informatie' })).toBeVisible();
		await expect(page.getByLabel('Plaatselijke alinea')).toHaveCount(0);
		await page.getByText('Naar de raad').first().click();
		await page.getByLabel('Opmerking').last().fill('Op de lijst van ingekomen stukken');
		await page.getByRole('button', { name: 'Naar de raad' }).click();
		await expect(page.getByRole('heading', { name: 'Stand: Naar raad, ter informatie' })).toBeVisible();
	});

	const single = await download(page, page.getByRole('link', { name: 'PDF', exact: true }));
	expect((await readPdf(single.bytes)).pages.join(' ')).toContain('Montfoort kiest voor vervoer.');

	await test.step('all letters come as one zip, with the same files', async () => {
		await page.goto(demo.letters);
		await expect(page.locator('.letter-list .late')).toHaveCount(3);
		await page.getByRole('button', { name: 'Maak de zip' }).click();
		const link = page.getByRole('link', { name: /^Download raadsbrieven-.*\.zip/ });
		await expect(link).toBeVisible({ timeout: 60_000 });
		const zip = await download(page, link);
		const members = unzipSync(zip.bytes);
		expect(Object.keys(members)).toHaveLength(15);
		expect(Buffer.from(members[single.name] ?? []).equals(single.bytes)).toBe(true);
		const path = (await link.getAttribute('href')) ?? '';
		for (const who of ['adviser', 'board', 'reader', 'administrator', 'platform'] as const)
			expect((await request(site, path, { who })).status, who).toBeGreaterThanOrEqual(403);
	});

	await test.step('a reader gets the letter of the own gemeente and of no other', async () => {
		const reader = await login('reader', { site });
		await reader.goto(demo.letters);
		await expect(reader.locator('.letter-list > li')).toHaveCount(1);
		for (const format of ['pdf', 'docx', 'odt'])
			expect(
				(await request(site, `${demo.letters}/montfoort/brief.${format}`, { who: 'reader' })).status,
			).toBe(403);
	});
});

test(
	'without a script nobody’s text gets lost, and the template can be put in another order',
	{ tag: '@lang' },
	async ({ login, freshServer: site }) => {
		test.slow();
		const plain = { site, javaScriptEnabled: false };
		const [one, other] = [await login('coordinator', plain), await login('coordinator', plain)];
		const letter = `${demo.letters}/stichtse-vecht`;
		await Promise.all([one.goto(letter), other.goto(letter)]);
		await one.getByLabel('Plaatselijke alinea').fill('Tekst van de een.');
		await one.getByRole('button', { name: 'Voorbeeld bijwerken' }).click();
		await expect(one.locator('.letter-paper')).toContainText('Tekst van de een.');
		await one.getByRole('button', { name: 'Opslaan' }).click();
		await expect(one.getByText('De brief is opgeslagen.')).toBeVisible();
		await other.getByLabel('Plaatselijke alinea').fill('Tekst van de ander.');
		await other.getByRole('button', { name: 'Opslaan' }).click();
		await expect(other.locator('.their-version')).toContainText('Tekst van de een.');
		await expect(other.getByLabel('Plaatselijke alinea')).toHaveValue('Tekst van de ander.');
		await other.getByRole('button', { name: 'Opslaan' }).click();
		await expect(other.locator('.letter-paper')).toContainText('Tekst van de ander.');

		await one.goto('/beheer/brieven');
		await one.getByRole('link', { name: 'Gemeente Stichtse Vecht' }).click();
		const headings = one.getByLabel(/^Kop van onderdeel/);
		await headings.first().fill('Zaaknummer');
		await one.getByRole('button', { name: 'Omlaag: Datum' }).click();
		await expect(headings.nth(1)).toHaveValue('Zaaknummer');
		await one.getByLabel('Kop van een nieuw onderdeel').fill('Vragen aan de raad');
		await one.getByRole('button', { name: 'Toevoegen' }).click();
		await expect(headings.last()).toHaveValue('Vragen aan de raad');
		await one.goto(letter);
		await expect(one.getByLabel('Vragen aan de raad')).toBeVisible();
		await one.goto(demo.letters);
		await one.getByRole('button', { name: 'Maak de zip' }).click();
		await expect(one.getByRole('link', { name: /^Download raadsbrieven-/ })).toBeVisible({ timeout: 60_000 });
	},
);
