/** Adopting in the browser, without a meeting: for journeys that are about what comes after. */
import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** From the page of the progress of a closed round; ends at its report. */
export async function adoptInWriting(page: Page, day: string): Promise<void> {
	await page.getByRole('link', { name: 'Vaststellen', exact: true }).click();
	await page.getByRole('radio', { name: /^Zonder vergadering/ }).check();
	await page.getByLabel('Dag waarop schriftelijk is vastgesteld').fill(day);
	await page.getByLabel('Waarom zonder vergadering?').fill('Alle besturen stemden per mail in.');
	await page.getByRole('button', { name: 'Vaststellen', exact: true }).click();
	await expect(page).toHaveURL(/\/rapporten\//);
}
