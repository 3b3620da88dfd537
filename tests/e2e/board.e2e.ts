/** What the bestuurder looks at: the whole agenda in one glance, and never the round that is still open. */
import { demo } from './support/demo.ts';
import { expect, test } from './support/test.ts';

const NOT_FOR_YOU = /^Deze pagina (bestaat niet|mag u niet zien)\s*$/;

test('a board member sees every item with its level, and the counts add up', async ({ login }) => {
	const page = await login('board');
	await page.goto('/');
	await page.getByRole('link', { name: 'Regionale samenwerkingsagenda passend onderwijs 2019-2022' }).click();
	await expect(page).toHaveURL(demo.agenda);
	const counts = page.getByRole('list', { name: '25 agendapunten per niveau' });
	await expect(counts).toBeVisible();
	const numbers = await counts.locator('b').allInnerTexts();
	expect(numbers.map(Number).reduce((sum, one) => sum + one, 0)).toBe(25);
	await expect(page.getByRole('table')).toHaveCount(4);
	await expect(page.getByRole('rowheader')).toHaveCount(25);
	for (const word of ['Rood', 'Oranje', 'Groen', 'Donkergroen']) await expect(counts).toContainText(word);
});

test('a filter is an address: it survives a reload, a link and the next view', async ({ login }) => {
	const page = await login('board');
	await page.goto(demo.agenda);
	await page.getByText('Filteren').click();
	const lead = page.getByRole('combobox', { name: 'Trekker' });
	await lead.selectOption('RBL');
	await page.getByRole('button', { name: 'Toon', exact: true }).click();
	await expect(page).toHaveURL(/trekker=RBL/);
	const rows = page.getByRole('rowheader');
	const shown = await rows.allInnerTexts();
	expect(shown.length).toBeLessThan(25);
	await expect(page.getByText(`${shown.length} van 25 agendapunten`)).toBeVisible();
	await page.reload();
	await expect(rows).toHaveText(shown);
	await expect(lead).toHaveValue('RBL');
	await page.getByRole('navigation', { name: 'Weergave' }).getByRole('link', { name: 'Tabel' }).click();
	await expect(page).toHaveURL(/trekker=RBL/);
	await expect(rows).toHaveCount(shown.length);
	await page.getByRole('link', { name: 'Toon alles' }).click();
	await expect(rows).toHaveCount(25);
});

test('an item shows its ladder, what the next rung needs and its history without the open round', async ({
	login,
}) => {
	const page = await login('board');
	await page.goto(demo.agenda);
	await page.getByRole('link', { name: 'Registratie van thuiszitters verbeteren' }).click();
	await expect(page).toHaveURL(`${demo.agenda}/punten/thuiszitters-2`);
	await expect(page.getByRole('heading', { name: 'Doelen per kleur' })).toBeVisible();
	await expect(page.getByText(/^Nog nodig voor /).first()).toBeVisible();
	const history = page.getByRole('region', { name: 'Verloop' });
	await expect(history.getByRole('heading', { level: 3 }).first()).toContainText('2020-K3');
	await expect(history.getByRole('heading', { level: 3 })).toHaveCount(7);
	for (const words of ['kwartaal 4 van 2020', 'status in', 'concept'])
		await expect(page.locator('main')).not.toContainText(words);
});

test('a board member can open nothing of the open round', async ({ login }) => {
	const page = await login('board');
	await page.goto(demo.agenda);
	await expect(page.getByRole('link', { name: 'Peilmoment', exact: true })).toHaveCount(0);
	for (const path of [demo.openRound, `${demo.openRound}/thuiszitters-2`, demo.openReport]) {
		const answer = await page.goto(path);
		expect([403, 404], path).toContain(answer?.status());
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(NOT_FOR_YOU);
	}
	const before = await page.goto(`${demo.agenda}`);
	const newest = await before?.text();
	const asked = await page.goto(`${demo.agenda}?ronde=${demo.openPeriod}`);
	expect(asked?.status()).toBe(200);
	await expect(page.locator('main')).not.toContainText('Kwartaal 4 van 2020');
	expect(newest).not.toContain('Kwartaal 4 van 2020');
});

test(
	'the course of the agenda is a picture with the same numbers as a table',
	{ tag: '@lang' },
	async ({ login }) => {
		const page = await login('board');
		await page.goto(`${demo.agenda}/verloop`);
		await expect(page.getByRole('img').locator('visible=true').first()).toBeVisible();
		const table = page.getByRole('table').first();
		await expect(table.getByRole('columnheader')).toHaveCount(8);
		await expect(table.getByRole('rowheader', { name: 'Donkergroen' })).toBeVisible();
		const drawn = () =>
			page
				.locator('canvas')
				.first()
				.evaluate((canvas) => canvas instanceof HTMLCanvasElement && canvas.toDataURL().length);
		await expect.poll(drawn).toBeGreaterThan(3000);
		await page.getByRole('link', { name: 'Oogopslag' }).click();
		await expect(page).toHaveURL(demo.agenda);
		await page.getByRole('link', { name: 'Verloop' }).click();
		await page
			.getByRole('navigation', { name: 'Thema' })
			.getByRole('link', { name: /Thuiszitters/ })
			.click();
		await expect(page).toHaveURL(/thema=thuiszitters/);
		await expect.poll(drawn).toBeGreaterThan(3000);
		await page.getByRole('button', { name: 'Uitloggen' }).click();
		await expect(page).toHaveURL('/inloggen?gelukt=uitgelogd');
	},
);
