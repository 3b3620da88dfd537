/** What the beleidsadviseur does in a quarter. */
import { expect, test } from './support/test.ts';

test('an adviser sees the own open items and opens one', async ({ login }) => {
	const page = await login('adviser');
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1, name: 'Te doen' })).toBeVisible();
});
