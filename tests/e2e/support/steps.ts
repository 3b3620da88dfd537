/** Taking a formal step: the link asks, in a dialog or on a page of its own, and the button in the question says yes. */
import type { Page } from '@playwright/test';

export async function takeStep(page: Page, name: string, fields: Record<string, string> = {}): Promise<void> {
	await page.getByRole('link', { name, exact: true }).click();
	for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
	await page.getByRole('button', { name, exact: true }).click();
}
