/** What the lezer (griffie, raad) gets: adopted rounds, their report and its documents. */
import { demo } from './support/demo.ts';
import { download } from './support/downloads.ts';
import { readPdf } from '../support/pdf.ts';
import { readDocument } from '../support/read-documents.ts';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from './support/test.ts';

const FILES = [
	'rapport.pdf',
	'rapport.docx',
	'rapport.odt',
	'model-2019.pdf',
	'model-2019.docx',
	'model-2019.odt',
	'gegevens.xlsx',
	'gegevens.ods',
	'matrix.csv',
	'vaststelling.json',
];

test('a reader sees the adopted rounds and nothing of the one that is open', async ({ login }) => {
	const page = await login('reader');
	await page.goto('/rapporten');
	const lines = page.locator('.work-list > li');
	await expect(lines).toHaveCount(7);
	await expect(lines.first()).toContainText('Kwartaal 3 van 2020');
	await expect(page.getByText('Kwartaal 4 van 2020')).toHaveCount(0);
	for (const path of [
		demo.openReport,
		demo.openRound,
		...FILES.map((name) => `${demo.openReport}/${name}`),
	]) {
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

test('a reader gets the report, the matrix and the figures in formats to work in, all with the same code', async ({
	login,
}) => {
	const page = await login('reader');
	await page.goto(demo.report);
	const hash = await page.locator('code.hash').innerText();
	const files = page.getByRole('region', { name: 'Documenten' });
	const get = (label: string) => download(page, files.getByRole('link', { name: label, exact: true }));
	const names: string[] = [];
	for (const [kind, label] of [
		['docx', 'Word'],
		['odt', 'ODT'],
	] as const) {
		const report = await get(`Rapport als ${label}`);
		const read = readDocument(report.bytes, kind);
		expect(read.text).toContain(hash);
		expect(read.headings.filter(({ level }) => level === 2).length).toBeGreaterThan(25);
		const matrix = await get(`Matrix als ${label}`);
		const { tables, members } = readDocument(matrix.bytes, kind);
		// Behind the themas stands the list of abbreviations.
		const themes = tables.slice(0, -1);
		expect(themes.reduce((sum, { rows }) => sum + rows.length - 1, 0)).toBe(25);
		expect(Object.values(members).join('')).toContain(hash.slice(0, 12));
		names.push(report.name, matrix.name);
	}
	const pdf = await get('Matrix als PDF');
	expect((await readPdf(pdf.bytes)).pages.join(' ')).toContain(hash.slice(0, 12));
	for (const [label, read] of [
		['Excel', readXlsx],
		['ODS', readOds],
	] as const) {
		const file = await get(`Gegevens als ${label}`);
		const { sheets } = await read(file.bytes);
		expect(sheets[0]?.rows).toHaveLength(26);
		expect(JSON.stringify(sheets.at(-1)?.rows)).toContain(hash);
		names.push(file.name);
	}
	expect([...names, pdf.name]).toEqual([
		'voortgangsrapportage-uw-2019-2022-2020-k3.docx',
		'matrix-model-2019-uw-2019-2022-2020-k3.docx',
		'voortgangsrapportage-uw-2019-2022-2020-k3.odt',
		'matrix-model-2019-uw-2019-2022-2020-k3.odt',
		'gegevens-uw-2019-2022-2020-k3.xlsx',
		'gegevens-uw-2019-2022-2020-k3.ods',
		'matrix-model-2019-uw-2019-2022-2020-k3.pdf',
	]);
});
