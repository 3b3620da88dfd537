/** Formal steps that ask, and judging with the keyboard alone: with a script and without. */
import { demo } from './support/demo.ts';
import { expectAccessible } from './support/look.ts';
import { takeStep } from './support/steps.ts';
import { expect, test } from './support/test.ts';

for (const javaScriptEnabled of [true, false]) {
	const how = javaScriptEnabled ? 'with a script' : 'without a script';

	test(`a round is opened early after a question, and taken back, ${how}`, async ({ login, freshServer }) => {
		const page = await login('coordinator', { site: freshServer, javaScriptEnabled });
		await page.goto('/beheer');
		const plan = page.locator('details', { hasText: 'Kwartaal 1 van 2021' });
		await plan.getByText('Volgend peilmoment plannen').click();
		await plan.getByLabel('Open vanaf').fill('2020-12-20');
		await plan.getByRole('button', { name: 'Plannen', exact: true }).click();
		await expect(page.getByRole('group', { name: 'Er is 1 fout' })).toContainText(
			'vóór het begin van de periode',
		);
		await plan.getByLabel('Open vanaf').fill('2021-04-06');
		await plan.getByRole('button', { name: 'Plannen', exact: true }).click();
		await expect(page).toHaveURL(/2021-k1\/voortgang$/);
		if (javaScriptEnabled) await page.waitForLoadState('networkidle');

		await page.getByRole('link', { name: 'Peilmoment openen' }).click();
		await expect(page.getByRole('heading', { name: 'Peilmoment openen?' })).toBeVisible();
		await expect(page.getByText('Het is 77 dagen voordat de periode voorbij is.')).toBeVisible();
		await expect(page.getByText(/^Er gaan \d+ mails uit\.$/)).toBeVisible();
		if (javaScriptEnabled) await expect(page).toHaveURL(/2021-k1\/voortgang$/);
		if (javaScriptEnabled) await expectAccessible(page, `the question ${how}`);
		await page.getByRole('button', { name: 'Peilmoment openen' }).click();
		await expect(page.locator('#gedaan')).toContainText('Het peilmoment is open.');
		await expect(page.locator('#gedaan')).toBeFocused();

		await takeStep(page, 'Terug naar gepland');
		await expect(page.locator('#gedaan')).toContainText('terug naar gepland');
		await expect(page.getByRole('link', { name: 'Peilmoment openen' })).toBeVisible();
	});

	test(`five judgements are made with the keyboard from where the page lands, ${how}`, async ({
		login,
		freshServer,
	}) => {
		const page = await login('coordinator', { site: freshServer, javaScriptEnabled });
		await page.goto(demo.openProgress);
		const agree = page.getByRole('button', { name: /^Akkoord met / });
		await expect(agree).toHaveCount(5);
		await expect(page.locator('.told details[open]').filter({ hasText: 'Oorzaak' }).first()).toBeVisible();
		await agree.first().focus();
		let tabs = 0;
		for (let left = 5; left > 0; left -= 1) {
			const name = await page.locator(':focus').getAttribute('aria-label');
			expect(name).toMatch(/^Akkoord met /);
			await page.keyboard.press('Enter');
			await expect(agree).toHaveCount(left - 1);
			await expect(page.locator('#volgende')).toBeFocused();
			await expect(page.locator('#volgende')).toContainText(`${name}.`);
			if (javaScriptEnabled)
				await expect(page.getByRole('status').filter({ hasText: `${name}.` })).toHaveCount(1);
			if (left === 1) break;
			for (let press = 0; press < 12; press += 1) {
				await page.keyboard.press('Tab');
				tabs += 1;
				if ((await page.locator(':focus').getAttribute('aria-label'))?.startsWith('Akkoord met ')) break;
			}
		}
		await expect(page.locator('#volgende')).toContainText('Er wacht niets meer op akkoord.');
		expect(tabs).toBeLessThanOrEqual(16);
	});

	test(`closing names what is missing, and reopening undoes it, ${how}`, async ({ login, freshServer }) => {
		const page = await login('coordinator', { site: freshServer, javaScriptEnabled });
		await page.goto(demo.openProgress);
		const agree = page.getByRole('button', { name: /^Akkoord met / });
		for (let left = await agree.count(); left > 0; left -= 1) {
			await agree.first().click();
			await expect(agree).toHaveCount(left - 1);
		}
		await page.getByRole('link', { name: 'Peilmoment sluiten' }).click();
		const question = page.locator('.step-question');
		await expect(question.getByText('Dit telt als niet beantwoord:').first()).toBeVisible();
		await expect(
			question
				.getByRole('listitem')
				.filter({ hasText: /^Thuiszitters \d: / })
				.first(),
		).toBeVisible();
		if (javaScriptEnabled) await expectAccessible(page, `the question at closing ${how}`);
		await page.getByRole('button', { name: 'Peilmoment sluiten' }).click();
		await expect(page.locator('#gedaan')).toContainText('Het peilmoment is gesloten.');
		await takeStep(page, 'Voor iedereen weer openen');
		await expect(page.locator('#gedaan')).toContainText('weer open voor iedereen');
	});

	test(`a contribution with a small count asks and keeps the text, ${how}`, async ({
		login,
		freshServer,
	}) => {
		const page = await login('coordinator', { site: freshServer, javaScriptEnabled });
		await page.goto(`${demo.openRound}/thuiszitters-1/bijdrage`);
		const text = '3 kinderen in Montfoort wachten langer dan een jaar.';
		await page.getByLabel('Hoe staat het bij u?').fill(text);
		await page.getByRole('button', { name: 'Bijdrage opslaan' }).click();
		await expect(page.getByRole('heading', { name: 'Gaat dit over een kind of een persoon?' })).toBeVisible();
		await expect(page.getByLabel('Hoe staat het bij u?')).toHaveValue(text);
		await expect(page.locator('.privacy mark')).toHaveText('3 kinderen');
		if (javaScriptEnabled) await expectAccessible(page, `the privacy notice ${how}`);
		await page.getByLabel('Toch laten staan, omdat').fill('Dit staat in het openbare jaarverslag.');
		await page.getByRole('button', { name: 'Bijdrage opslaan' }).click();
		await expect(page.getByText(text)).toBeVisible();
		await expect(page).not.toHaveURL(/bijdrage$/);
	});
}
