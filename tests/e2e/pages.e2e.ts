/** Every page as everyone who may see it: accessibility rules, width, keyboard, print and high contrast. */
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { demo } from './support/demo.ts';
import { request } from './support/http.ts';
import {
	expectAccessible,
	expectKeyboardReachesAll,
	expectLevelsInHighContrast,
	expectNoSidewaysScroll,
	expectOneHeading,
	expectPrintable,
} from './support/look.ts';
import { nameOf, PAGES, pathOf, VISITORS } from './support/pages.ts';
import { becomes } from './support/people.ts';
import { expect, test } from './support/test.ts';

const OWN_NARROW = 320;
/** A screen of 1440 px at 200% zoom. */
const ZOOMED = { width: 720, height: 450 };

test('the table of pages holds every page of the product', () => {
	const files = readdirSync('src/routes', { recursive: true, encoding: 'utf8' });
	const routes = files
		.filter((file) => file.endsWith('+page.svelte'))
		.map((file) => `/${dirname(file)}`.replace(/^\/\.$/, '/'));
	const inTable = new Set(PAGES.map((page) => page.route).filter((route) => route.startsWith('/')));
	expect([...inTable].sort()).toEqual(routes.sort());
});

for (const page of PAGES) {
	test(`${nameOf(page)} is accessible and narrow for everyone who may see it`, async ({ visitor, site }) => {
		const tab = await visitor();
		const looked = new Set<string>();
		for (const who of page.seenBy) {
			await becomes(tab, site, who);
			await tab.setViewportSize({ width: 1280, height: 800 });
			await tab.goto(pathOf(page, site));
			await expectOneHeading(tab, who);
			// The rules take most of the time, and roles often see the same.
			const content = await tab.locator('main').innerHTML();
			if (!looked.has(content)) await expectAccessible(tab, who);
			looked.add(content);
			await expectNoSidewaysScroll(tab, OWN_NARROW, who);
		}
	});

	test(`${nameOf(page)} works at 200% zoom, with the keyboard and in high contrast`, async ({
		visitor,
		site,
	}) => {
		const tab = await visitor({ viewport: ZOOMED, deviceScaleFactor: 2 });
		const [who] = page.seenBy;
		await becomes(tab, site, who);
		await tab.goto(pathOf(page, site));
		await expectNoSidewaysScroll(tab, ZOOMED.width, who);
		await expectLevelsInHighContrast(tab, who);
		await tab.setViewportSize({ width: 1280, height: 800 });
		await expectKeyboardReachesAll(tab, who);
		if (page.printed) await expectPrintable(tab, who);
	});
}

test('nobody else gets these pages', async ({ site }) => {
	const wrong: string[] = [];
	for (const page of PAGES) {
		for (const who of VISITORS) {
			if (page.others === 'nothing to see' && who !== 'anonymous') continue;
			if (page.seenBy.includes(who) || page.route === '+error' || page.seenBy[0] === 'anonymous') continue;
			const { status, headers } = await request(site, pathOf(page, site), { who });
			const expected = who === 'anonymous' ? [303] : page.others === 'sent on' ? [303] : [403, 404];
			if (!expected.includes(status)) wrong.push(`${who} gets ${status} at ${nameOf(page)}`);
			const goesTo = headers.get('location') ?? '';
			if (who === 'anonymous' && !goesTo.startsWith('/inloggen'))
				wrong.push(`anonymous goes to ${goesTo} from ${nameOf(page)}`);
		}
	}
	expect(wrong).toEqual([]);
});

test('every page has a title of its own', async ({ site }) => {
	const titles: string[] = [];
	for (const page of PAGES.filter(({ state, route }) => state === undefined && route !== '+error')) {
		const { text } = await request(site, pathOf(page, site), { who: page.seenBy[0] });
		titles.push(/<title>(.*?)<\/title>/.exec(text)?.[1] ?? `no title at ${nameOf(page)}`);
	}
	expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

/** What a script adds there: a chart, the check while you type, the proposal of a measure, and dragging. */
const WITH_SCRIPT = [
	'/agenda/[agenda]/punten/[punt]/doelen',
	'/agenda/[agenda]/verloop',
	'/beheer/agenda/[agenda]',
	'/rea/[peilmoment]/[punt]',
	'/rea/[peilmoment]/[punt], submitted',
];

test('only the pages that gain by it bring a script, so everything else works without one', async ({
	site,
}) => {
	const withScript: string[] = [];
	for (const page of PAGES) {
		const { text } = await request(site, pathOf(page, site), { who: page.seenBy[0] });
		if (/<script|modulepreload/.test(text)) withScript.push(nameOf(page));
	}
	expect(withScript).toEqual(WITH_SCRIPT);
});

test('the chart page says the same without a script', async ({ login }) => {
	const page = await login('board', { javaScriptEnabled: false });
	await page.goto(`${demo.agenda}/verloop`);
	await expect(page.getByRole('table').first().getByRole('rowheader', { name: 'Donkergroen' })).toBeVisible();
	await page.getByRole('link', { name: 'Oogopslag' }).click();
	await expect(page).toHaveURL(demo.agenda);
});
