/** N.v.t., the folded fields and the privacy guard, in the form of one status. */
import { demo } from './support/demo.ts';
import { expectAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

test('an adviser says n.v.t. and asks the board, is warned of a name, and hands in without it', async ({
	login,
	freshServer,
}) => {
	const page = await login('adviser', { site: freshServer });
	await page.goto(`${demo.openRound}/thuiszitters-5`);
	const narrative = page.getByLabel('Stand van zaken');
	const question = page.getByLabel('Vraag aan het bestuur');
	const submit = page.getByRole('button', { name: 'Indienen', exact: true });

	await test.step('the other fields are folded away', async () => {
		await expect(question).toBeHidden();
		await page.getByText('Meer: succes, les').click();
		await question.fill('Wilt u de regeling laten vervallen?');
	});

	await test.step('n.v.t. with a name in the text is not handed in, and nothing is lost', async () => {
		await page.getByRole('radio', { name: /^N\.v\.t\./ }).check();
		await expect(page.getByLabel('Oorzaak')).toBeHidden();
		await narrative.fill('Volgens J. de Vries is de regeling ingetrokken.');
		await submit.click();
		await expect(page).toHaveTitle(/^Fout: /);
		await expect(narrative).toHaveValue('Volgens J. de Vries is de regeling ingetrokken.');
		await expect(page.getByRole('radio', { name: /^N\.v\.t\./ })).toBeChecked();
		await expect(question).toHaveValue('Wilt u de regeling laten vervallen?');
		await expect(page.locator('mark')).toHaveText('J. de Vries');
		await expect(page.getByLabel('Toch laten staan, omdat …')).toHaveAttribute('aria-invalid', 'true');
		await expectAccessible(page, 'a status with a name in it');
	});

	await test.step('without the name it is', async () => {
		await narrative.fill('Volgens het ministerie is de regeling ingetrokken.');
		await submit.click();
		await expect(page).toHaveURL(demo.openProgress);
		const row = page.getByRole('row', { name: /Proces van vrijstellingen verbeteren/ });
		await expect(row).toContainText('N.v.t.');
		await expect(row).toContainText('Ingediend');
		await expect(page.getByText('Wilt u de regeling laten vervallen?', { exact: true })).toBeVisible();
	});
});
