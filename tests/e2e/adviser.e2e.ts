/** What the beleidsadviseur does in a quarter: see what is owed, fill it in, hand it in. */
import { demo } from './support/demo.ts';
import { expectAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

const ITEM = `${demo.openRound}/thuiszitters-2`;

test('an adviser sees only the own open items, a returned one first, and opens one', async ({ login }) => {
	const page = await login('adviser');
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Te doen');
	await expect(page.getByText('Nog 9 dagen.')).toBeVisible();
	const open = page.locator('.work-list').getByRole('listitem');
	await expect(open).toHaveCount(5);
	await expect(open.first()).toContainText('Teruggegeven');
	const todo = page.locator('.todo > li');
	await expect(todo.first()).toContainText('Notitie van de coördinator:');
	await expect(todo.getByRole('link', { name: 'Vul 4 punten in voor kwartaal 4 van 2020' })).toBeVisible();
	await expect(page.getByText('GGZ')).toHaveCount(0);
	await open.getByRole('link', { name: 'Registratie van thuiszitters verbeteren' }).click();
	await expect(page).toHaveURL(ITEM);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('2 ');
	await expect(page.getByText('Concept, laatst gewijzigd op')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Kwartaal 3 van 2020' })).toBeVisible();
});

test('an adviser who hands in oranje without reasons keeps the text, fills them in and hands in', async ({
	login,
	freshServer,
}) => {
	const page = await login('adviser', { site: freshServer });
	await page.goto(`${demo.openRound}/thuiszitters-5`);
	const narrative = page.getByLabel('Stand van zaken');
	const cause = page.getByLabel('Oorzaak');
	const summary = page.getByRole('group', { name: 'Er zijn 3 fouten' });

	await test.step('the reasons belong to rood and oranje only', async () => {
		await page.getByRole('radio', { name: /^Groen/ }).check();
		await expect(page.getByRole('radio', { name: /^Groen/ })).toBeChecked();
		await expect(cause).toBeHidden();
		await page.getByRole('radio', { name: /^Oranje/ }).check();
		await expect(cause).toBeVisible();
	});

	await test.step('handing in with missing reasons', async () => {
		await narrative.fill('Drie van de vijf scholen melden nu op tijd.\n“Getypt” & <bewaard>.');
		await page.getByRole('button', { name: 'Indienen', exact: true }).click();
		await expect(summary).toBeFocused();
		await expect(page).toHaveTitle(/^Fout: /);
		await expect(narrative).toHaveValue('Drie van de vijf scholen melden nu op tijd.\n“Getypt” & <bewaard>.');
		await expect(page.getByRole('radio', { name: /^Oranje/ })).toBeChecked();
		await expect(cause).toHaveAccessibleDescription(/Vul de oorzaak in/);
		await expect(cause).toHaveAttribute('aria-invalid', 'true');
		await expectAccessible(page, 'a status with errors');
		await summary.getByRole('link', { name: /^Vul de oorzaak in/ }).click();
		await expect(cause).toBeFocused();
	});

	await test.step('saving a draft and handing in', async () => {
		await cause.fill('Twee scholen stapten over op een ander systeem.');
		await page.getByLabel('Gevolg').fill('De aantallen zijn niet volledig.');
		await page.getByRole('button', { name: 'Concept opslaan' }).click();
		await expect(page.getByRole('status')).toContainText('Uw concept is opgeslagen.');
		await expect(cause).toHaveValue('Twee scholen stapten over op een ander systeem.');
		await page.getByLabel('Bijsturing').fill('Het RBL helpt hen in februari.');
		await page.getByRole('button', { name: 'Indienen', exact: true }).click();
		await expect(page).toHaveURL(demo.openProgress);
		const row = page.getByRole('row', { name: /Proces van vrijstellingen verbeteren/ });
		await expect(row).toContainText('Ingediend');
		await expect(row).toContainText('Oranje');
		await expect(page.getByText('Drie van de vijf scholen melden nu op tijd.').first()).toBeVisible();
	});
});

test(
	'an adviser answers "geen wijziging" in one click, and answers what was returned',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const page = await login('adviser', { site: freshServer });
		await page.goto(`${demo.openRound}/thuiszitters-6`);
		await page.getByRole('button', { name: 'Geen wijziging: indienen' }).click();
		const unchanged = page.getByRole('row', { name: /Proces van \(ziekte\)verzuim verbeteren/ });
		await expect(unchanged).toContainText('Ingediend');
		await expect(unchanged).toContainText('Geen wijziging sinds de vorige keer.');

		await page.goto(`${demo.openRound}/preventie-toegang-5`);
		await expect(page.getByText('Teruggegeven door de coördinator')).toBeVisible();
		await page.getByLabel('Stand van zaken').fill('Op 80 procent van de scholen was er een gesprek.');
		await page.getByRole('button', { name: 'Indienen', exact: true }).click();
		await expect(page.getByRole('row', { name: /Vroegtijdige signalering/ })).toContainText('Ingediend');
		await page.goto('/');
		await expect(page.locator('.work-list').getByRole('listitem')).toHaveCount(3);
	},
);

test('an adviser reads the status of another organisation and cannot change it', async ({ login }) => {
	const page = await login('adviser');
	await page.goto(`${demo.openRound}/algemeen-4`);
	await expect(page.getByRole('heading', { name: 'Stand van zaken' })).toBeVisible();
	await expect(page.locator('main').getByRole('button')).toHaveCount(0);
	await expect(page.locator('main').getByRole('textbox')).toHaveCount(0);
});
