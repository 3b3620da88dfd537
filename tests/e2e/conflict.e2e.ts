/** Two people at one status: nobody's text gets lost. */
import { demo } from './support/demo.ts';
import { expectAccessible } from './support/look.ts';
import { expect, test } from './support/test.ts';

test(
	'the second of two people sees both texts, keeps the own one and can save it',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const path = `${demo.openRound}/thuiszitters-5`;
		const first = await login('adviser', { site: freshServer });
		const second = await login('coordinator', { site: freshServer });
		await first.goto(path);
		await second.goto(path);
		await first.getByLabel('Stand van zaken').fill('Tekst van de adviseur.');
		await first.getByRole('button', { name: 'Concept opslaan' }).click();
		await expect(first.getByRole('status')).toContainText('opgeslagen');

		await second.getByRole('radio', { name: /^Groen/ }).check();
		await second.getByLabel('Stand van zaken').fill('Tekst van de coördinator.');
		await second.getByRole('button', { name: 'Concept opslaan' }).click();
		const theirs = second.getByRole('region', { name: /heeft dit intussen opgeslagen$/ });
		await expect(theirs).toContainText('Tekst van de adviseur.');
		await expect(second.getByLabel('Stand van zaken')).toHaveValue('Tekst van de coördinator.');
		await expect(second.getByRole('radio', { name: /^Groen/ })).toBeChecked();
		await expect(second.getByRole('group', { name: 'Er is 1 fout' })).toBeFocused();
		await expectAccessible(second, 'a conflict');
		await first.reload();
		await expect(first.getByLabel('Stand van zaken')).toHaveValue('Tekst van de adviseur.');

		await second.getByLabel('Stand van zaken').fill('Tekst van de adviseur. Tekst van de coördinator.');
		await second.getByRole('button', { name: 'Concept opslaan' }).click();
		await expect(second.getByRole('status')).toContainText('opgeslagen');
		await first.reload();
		await expect(first.getByLabel('Stand van zaken')).toHaveValue(
			'Tekst van de adviseur. Tekst van de coördinator.',
		);
	},
);

test(
	'a decision on a status that changed meanwhile is refused',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const adviser = await login('adviser', { site: freshServer });
		const coordinator = await login('coordinator', { site: freshServer });
		await coordinator.goto(demo.openProgress);
		await adviser.goto(`${demo.openRound}/thuiszitters-1`);
		await adviser.getByLabel('Stand van zaken').fill('Nog een zin erbij.');
		await adviser.getByRole('button', { name: 'Indienen', exact: true }).click();
		await coordinator.getByRole('button', { name: /^Akkoord met Definitie/ }).click();
		await expect(coordinator.getByRole('group', { name: 'Er is 1 fout' })).toBeFocused();
		const row = coordinator.getByRole('row', { name: /Definitie van thuiszitters/ });
		await expect(row).toContainText('Ingediend');
		await expect(coordinator.getByText('Nog een zin erbij.')).toBeVisible();
	},
);
