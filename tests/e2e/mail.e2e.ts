/** From an event to the outbox, and what a person does not want to hear of. */
import { expect, test } from './support/test.ts';

test(
	'an opened round gives mails that the beheerder sees, but none to who switched that off',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const adviser = await login('adviser', { site: freshServer });
		await adviser.goto('/');
		await adviser.getByRole('link', { name: 'Account' }).click();
		await adviser.getByRole('link', { name: /^Meldingen/ }).click();
		await adviser.getByRole('checkbox', { name: 'Peilmoment geopend' }).uncheck();
		await adviser.getByRole('button', { name: 'Opslaan' }).click();
		await expect(adviser.getByText('Uw keuze is opgeslagen.')).toBeVisible();
		await expect(adviser.getByRole('checkbox', { name: 'Peilmoment geopend' })).not.toBeChecked();
		await expect(adviser.getByRole('checkbox', { name: 'Status teruggegeven' })).toBeChecked();

		const coordinator = await login('coordinator', { site: freshServer });
		await coordinator.goto('/beheer');
		const plan = coordinator.locator('details', { hasText: 'Kwartaal 1 van 2021' });
		await plan.getByText('Volgend peilmoment plannen').click();
		await plan.getByRole('button', { name: 'Plannen en openen' }).click();
		await coordinator.getByRole('button', { name: 'Peilmoment openen' }).click();
		await expect(coordinator).toHaveURL(/2021-k1/);

		const beheerder = await login('administrator', { site: freshServer });
		await beheerder.goto('/');
		await beheerder.getByRole('link', { name: /mails zijn bewaard in plaats van verstuurd/ }).click();
		await expect(beheerder.getByText('In de demo gaat geen mail weg')).toBeVisible();
		const mails = beheerder.locator('.post > li').filter({ hasText: 'Kwartaal 1 van 2021 is open' });
		await expect(mails.filter({ hasText: 'adviseur-ggd@demo.example' })).toHaveCount(1);
		await expect(mails.filter({ hasText: 'adviseur@demo.example' })).toHaveCount(0);
		const first = mails.first();
		await first.getByText('Tekst').click();
		await expect(first.getByText(`${freshServer.origin}/account/meldingen`)).toBeVisible();
		const before = await mails.count();
		await first.getByRole('button', { name: /^Afgehandeld/ }).click();
		await expect(beheerder.getByText('De mail is afgehandeld.')).toBeVisible();
		await expect(mails).toHaveCount(before - 1);
	},
);
