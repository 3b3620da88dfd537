/** What the coördinator does while a round is open. */
import { demo } from './support/demo.ts';
import { expect, test } from './support/test.ts';

test('a coordinator sees who owes what and what waits for a decision', async ({ login }) => {
	const page = await login('coordinator');
	await page.goto('/');
	await expect(
		page.getByRole('link', { name: '5 ingediende statussen wachten op akkoord, waarvan 2 rood of oranje' }),
	).toBeVisible();
	await page.getByRole('link', { name: /agendapunten zijn nog niet ingediend/ }).click();
	await expect(page).toHaveURL(demo.openProgress);
	await expect(page.getByRole('progressbar', { name: '8 van 25 ingediend of akkoord' })).toBeVisible();
	const debtors = page.getByRole('complementary').locator('.debtors > li');
	await expect(debtors.first()).toContainText('5 punten');
	await expect(debtors.filter({ hasText: 'GGD' })).toContainText('1 punt');
	await expect(page.getByText('Nog te beoordelen: 5.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Peilmoment sluiten' })).toHaveCount(0);
	await debtors.filter({ hasText: 'GGD' }).getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('AVG');
});

test('a coordinator returns a status with a note, which the adviser then sees', async ({
	login,
	freshServer,
}) => {
	const page = await login('coordinator', { site: freshServer });
	await page.goto(`${demo.openRound}/thuiszitters-1`);
	await page.getByRole('button', { name: 'Teruggeven' }).click();
	await expect(page.getByRole('group', { name: 'Er is 1 fout' })).toBeFocused();
	const note = page.getByLabel('Notitie bij teruggeven');
	await expect(note).toHaveAccessibleDescription(/Schrijf in een notitie wat er anders moet/);
	await note.fill('Noem ook het aantal scholen.');
	await page.getByRole('button', { name: 'Teruggeven' }).click();
	await expect(page.getByRole('row', { name: /Definitie van thuiszitters/ })).toContainText(
		'Notitie: Noem ook het aantal scholen.',
	);
	const adviser = await login('adviser', { site: freshServer });
	await adviser.goto('/');
	await expect(adviser.getByText('Notitie van de coördinator: Noem ook het aantal scholen.')).toBeVisible();
});

test('a coordinator agrees from the list', { tag: '@lang' }, async ({ login, freshServer }) => {
	const page = await login('coordinator', { site: freshServer });
	await page.goto(demo.openProgress);
	const row = page.getByRole('row', { name: /Definitie van thuiszitters/ });
	await expect(row).toContainText('Ingediend');
	await page.getByRole('button', { name: /^Akkoord met Definitie van thuiszitters/ }).click();
	await expect(row).toContainText('Akkoord');
	await expect(page.getByRole('button', { name: /^Akkoord met Definitie/ })).toHaveCount(0);
	await expect(page.getByText('Nog te beoordelen: 4.').first()).toBeVisible();
});
