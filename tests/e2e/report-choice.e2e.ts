/** Bold, lists and links from typing to the screen, and what somebody chooses to have in a report. */
import { readPdf } from '../support/pdf.ts';
import { readDocument } from '../support/read-documents.ts';
import { demo } from './support/demo.ts';
import { download } from './support/downloads.ts';
import { expectAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

const ITEM = `${demo.openRound}/thuiszitters-4`;
const TYPED =
	'Het gaat **beter**, zie [de cijfers](https://voorbeeld.nl/cijfers).\n- eerste punt\n- *tweede* punt';

test(
	'what is typed with layout is shown with it, to others and without a script',
	{ tag: '@lang' },
	async ({ login, freshServer: site }) => {
		const adviser = await login('adviser', { site, javaScriptEnabled: false });
		await adviser.goto(`${ITEM}/bijdrage`);
		const field = adviser.getByLabel('Hoe staat het bij u?');
		await expect(field).toHaveAccessibleDescription(/Opmaak: \*\*vet\*\*/);
		await adviser.getByRole('radio', { name: /^Groen/ }).check();
		await field.fill(TYPED);
		await adviser.getByRole('button', { name: 'Bijdrage opslaan' }).click();
		const coordinator = await login('coordinator', { site });
		await coordinator.goto(ITEM);
		const line = coordinator.getByRole('region', { name: 'Bijdragen van partners' }).locator('.narrative');
		await expect(line.locator('strong')).toHaveText('beter');
		await expect(line.getByRole('listitem')).toHaveText(['eerste punt', '*tweede* punt']);
		const link = line.getByRole('link', { name: 'de cijfers' });
		await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
		await expect(link).toHaveAttribute('href', 'https://voorbeeld.nl/cijfers');
		await expectAccessible(coordinator, 'a contribution with layout');
	},
);

test('a reader chooses points of attention with what was said before, and gets those in every format', async ({
	login,
}) => {
	const page = await login('reader', { javaScriptEnabled: false });
	await page.goto(demo.report);
	const items = page.locator('.report-item');
	const all = await items.count();
	const total = await page.locator('tr.total').innerText();
	await page.getByLabel('Agendapunten', { exact: true }).selectOption('Alleen aandachtspunten');
	await page.getByLabel('Verloop per agendapunt').selectOption('Niveaus en teksten');
	await page.getByRole('button', { name: 'Rapport aanpassen' }).click();
	await expect(page).toHaveURL(/punten=aandacht&verloop=teksten$/);
	expect(await items.count()).toBeLessThan(all);
	expect(await page.locator('tr.total').innerText()).toBe(total);
	await expect(page.getByText('De aantallen gaan over alle agendapunten.')).toBeVisible();
	await expect(page.getByRole('heading', { level: 2, name: 'Afkortingen' })).toBeVisible();
	const titles = await items.getByRole('heading', { level: 3 }).count();
	const pdf = await download(page, page.getByRole('link', { name: 'Rapport als PDF' }));
	expect(pdf.name).toBe('voortgangsrapportage-uw-2019-2022-2020-k3-aandachtspunten-met-verloop.pdf');
	expect((await readPdf(pdf.bytes)).title).toContain('alleen aandachtspunten, met verloop');
	const word = await download(page, page.getByRole('link', { name: 'Rapport als Word' }));
	const { headings } = readDocument(word.bytes, 'docx');
	expect(headings.filter(({ text }) => /^\d+\. /.test(text))).toHaveLength(titles);
});
