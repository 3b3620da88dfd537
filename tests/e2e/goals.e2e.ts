/** Writing SMART goals: the check follows the typing, and of two people who write at once nobody loses a word. */
import { expect, test } from './support/test.ts';

const PAGE = '/agenda/uw-2019-2022/punten/thuiszitters-2/doelen';

test(
	'two people write the same goals and keep both texts',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const coordinator = await login('coordinator', { site: freshServer });
		const adviser = await login('adviser', { site: freshServer, javaScriptEnabled: false });
		await coordinator.goto(PAGE);
		await adviser.goto(PAGE);

		const check = coordinator.getByRole('list', { name: 'Controle van de tekst voor donkergroen' });
		await expect(check).toContainText('Tijdgebonden: niet gezien');
		await coordinator
			.getByLabel('Doel voor donkergroen')
			.fill('Vier kwartalen op rij leveren alle vijf gemeenten. Uiterlijk 2022-K2.');
		await expect(check).not.toContainText('Tijdgebonden: niet gezien');
		await coordinator.getByLabel('Waarom verandert u de doelen?').fill('Het moment ontbrak.');
		await coordinator.getByRole('button', { name: 'Opslaan als nieuwe versie' }).click();
		await expect(coordinator.getByText('De doelen zijn opgeslagen.')).toBeVisible();

		await adviser.getByLabel('Doel voor donkergroen').fill('Acht kwartalen op rij.');
		await adviser.getByLabel('Waarom verandert u de doelen?').fill('Langer.');
		await adviser.getByRole('button', { name: 'Opslaan als nieuwe versie' }).click();
		await expect(adviser.getByLabel('Doel voor donkergroen')).toHaveValue('Acht kwartalen op rij.');
		await expect(adviser.getByRole('radio', { name: /Beide samen/ })).toBeChecked();
		await adviser.getByRole('button', { name: 'Opslaan als nieuwe versie' }).click();
		await expect(adviser.getByLabel('Doel voor donkergroen')).toHaveValue(
			/^Acht kwartalen op rij\.\s+Vier kwartalen op rij leveren alle vijf gemeenten\. Uiterlijk 2022-K2\.$/,
		);
		await expect(adviser.getByRole('heading', { name: 'Versies (4)' })).toBeVisible();
	},
);
