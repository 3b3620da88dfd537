/** What the lezer (griffie, raad) gets: adopted rounds, their report and its documents. */
import { demo } from './support/demo.ts';
import { download } from './support/downloads.ts';
import { readPdf } from '../support/pdf.ts';
import { expect, test } from './support/test.ts';

test('a reader sees the adopted rounds and nothing of the one that is open', async ({ login }) => {
	const page = await login('reader');
	await page.goto('/rapporten');
	const lines = page.locator('.work-list > li');
	await expect(lines).toHaveCount(7);
	await expect(lines.first()).toContainText('Kwartaal 3 van 2020');
	await expect(page.getByText('Kwartaal 4 van 2020')).toHaveCount(0);
	for (const path of [demo.openReport, demo.openRound, `${demo.openReport}/rapport.pdf`]) {
		const answer = await page.goto(path);
		expect([403, 404], path).toContain(answer?.status());
	}
	await page.goto('/beheer/importeren');
	await expect(page.locator('main').getByRole('button')).toHaveCount(0);
});

test('a reader reads a report and downloads it as PDF and CSV', async ({ login }) => {
	const page = await login('reader');
	await page.goto('/rapporten');
	await page.getByRole('link', { name: 'Webpagina' }).first().click();
	await expect(page).toHaveURL(demo.report);
	await expect(page.getByRole('heading', { level: 2, name: 'Algemeen beeld' })).toBeVisible();
	const hash = await page.locator('code.hash').innerText();
	expect(hash).toMatch(/^[0-9a-f]{64}$/);
	const pdf = await download(page, page.getByRole('link', { name: 'Rapport als PDF' }));
	expect(pdf.name).toBe('voortgangsrapportage-uw-2019-2022-2020-k3.pdf');
	const read = await readPdf(pdf.bytes);
	expect(read.pages.join('\n')).toContain(hash);
	const csv = await download(page, page.getByRole('link', { name: 'Matrix als CSV' }));
	expect(csv.name).toBe('matrix-uw-2019-2022-2020-k3.csv');
	expect(new TextDecoder().decode(csv.bytes)).toContain(hash.slice(0, 12));
});
