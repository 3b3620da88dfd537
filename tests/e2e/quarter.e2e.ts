/** One whole quarter, from the adviser's text to the council's PDF, without a script in the browser. */
import type { Page } from '@playwright/test';
import { allTags, readPdf } from '../support/pdf.ts';
import { adoptInWriting } from './support/adopt.ts';
import { demo } from './support/demo.ts';
import { download, readCsv } from './support/downloads.ts';
import { takeStep } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const TEXT = 'In januari leverden alle vijf de gemeenten hun aantallen aan, ook De Ronde Venen.';

test('a status travels from the adviser through adoption into the report, the PDF and the CSV', async ({
	login,
	freshServer,
}) => {
	const withoutScript = { site: freshServer, javaScriptEnabled: false };
	const adviser = await login('adviser', withoutScript);
	const coordinator = await login('coordinator', withoutScript);
	const board = await login('board', withoutScript);
	const reader = await login('reader', withoutScript);
	const item = `${demo.agenda}/punten/thuiszitters-2`;
	const readsText = async (page: Page) => {
		await page.goto(item);
		return (await page.content()).includes(TEXT);
	};

	await test.step('the adviser hands in groen', async () => {
		await adviser.goto(`${demo.openRound}/thuiszitters-2`);
		await adviser.getByRole('radio', { name: /^Groen/ }).check();
		await adviser.getByLabel('Stand van zaken').fill(TEXT);
		await adviser.getByRole('button', { name: 'Indienen', exact: true }).click();
		await expect(adviser.getByRole('row', { name: /Registratie van thuiszitters/ })).toContainText(
			'Ingediend',
		);
		expect([await readsText(board), await readsText(reader)]).toEqual([false, false]);
	});

	await test.step('the coordinator agrees with everything and closes', async () => {
		await coordinator.goto(demo.openProgress);
		const agree = coordinator.getByRole('button', { name: /^Akkoord met / });
		for (let left = await agree.count(); left > 0; left -= 1) {
			await agree.first().click();
			await expect(agree).toHaveCount(left - 1);
		}
		await takeStep(coordinator, 'Peilmoment sluiten', { 'Besproken op': '2021-01-14' });
		await expect(coordinator.getByText('Nog niet vastgesteld.')).toBeVisible();
		expect([await readsText(board), await readsText(reader)]).toEqual([true, false]);
	});

	await test.step('the coordinator records the adoption', async () => {
		await adoptInWriting(coordinator, '2021-01-14');
		await expect(coordinator).toHaveURL(demo.openReport);
		expect([await readsText(board), await readsText(reader)]).toEqual([true, true]);
	});

	await board.goto(demo.agenda);
	await expect(board.locator('main')).toContainText('Kwartaal 4 van 2020');
	await board.goto(demo.openReport);
	await expect(board.getByText(TEXT)).toBeVisible();
	const hash = await board.locator('code.hash').innerText();
	const title = (await board.title()).replace(' – Samenwerkingsagenda', '');

	await test.step('the PDF is the same report, tagged', async () => {
		const { bytes } = await download(board, board.getByRole('link', { name: 'Rapport als PDF' }));
		const pdf = await readPdf(bytes);
		const squeeze = (text: string) => text.replace(/[\s\u200b]+/g, '');
		expect(squeeze(pdf.pages.join(''))).toContain(squeeze(TEXT));
		expect(pdf.pages.join('\n')).toContain(hash);
		expect(pdf).toMatchObject({ marked: true, language: expect.stringMatching(/^nl/), title });
		const roles = new Set(allTags(pdf.tags).map((tag) => tag.role));
		expect([...roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'Table', 'TH', 'Figure']));
	});

	await test.step('the CSV has a row per item with the new text and hash', async () => {
		const { bytes } = await download(board, board.getByRole('link', { name: 'Matrix als CSV' }));
		const rows = readCsv(bytes);
		const head = rows.findIndex((row) => row[0] === 'Thema');
		const items = rows.slice(head + 1);
		expect(items).toHaveLength(25);
		expect(new Set(items.map((row) => row.length))).toEqual(new Set([rows[head]?.length]));
		const own = items.find((row) => row.includes(TEXT));
		expect(own?.[rows[head]?.indexOf('Niveau nu') ?? -1]).toBe('groen');
		expect(rows.slice(0, head).flat().join(' ')).toContain(hash.slice(0, 12));
	});
});
