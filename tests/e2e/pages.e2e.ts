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
import { IS_SLICE } from './support/slice.ts';
import { expect, test } from './support/test.ts';

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
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

const looks = IS_SLICE ? PAGES.filter(({ state }) => state === undefined) : PAGES;

for (const [index, page] of looks.entries()) {
	// Walking through a page with Tab takes longest: the slice does so on every fifth page.
	const isWalked = !IS_SLICE || index % 5 === 0;
	test(`${nameOf(page)} is accessible, narrow and usable with the keyboard`, async ({ looker, site }) => {
		const looked = new Set<string>();
		for (const who of IS_SLICE ? page.seenBy.slice(0, 1) : page.seenBy) {
			await becomes(looker, site, who);
			await looker.setViewportSize(WIDE);
			await looker.goto(pathOf(page, site));
			await expectOneHeading(looker, who);
			// The rules take most of the time, and roles often see the same.
			const content = await looker.locator('main').innerHTML();
			if (!looked.has(content)) await expectAccessible(looker, who);
			looked.add(content);
			if (who === page.seenBy[0] && isWalked) {
				await expectKeyboardReachesAll(looker, who);
				if (page.printed) await expectPrintable(looker, who);
				await expectNoSidewaysScroll(looker, ZOOMED, who);
				await expectLevelsInHighContrast(looker, who);
			}
			await expectNoSidewaysScroll(looker, NARROW, who);
		}
	});
}

test('the look at the keyboard sees what cannot be reached and what has no ring', async ({ visitor }) => {
	const tab = await visitor();
	for (const [wrong, sentence] of [
		['<a href="#a">a</a><button tabindex="-1">b</button>', /the order of Tab/],
		['<a href="#a">a</a><button>b</button><i tabindex="0"></i>', /focus that is seen/],
		['<a href="#a">a</a><style>button { outline: none }</style><button>b</button>', /focus that is seen/],
	] as const) {
		await tab.setContent(wrong);
		await expect(expectKeyboardReachesAll(tab, 'here')).rejects.toThrow(sentence);
	}
	await tab.setContent(
		'<a href="#a">a</a><input type="date"><input type="radio" name="r"><button>b</button>',
	);
	await expectKeyboardReachesAll(tab, 'here');
});

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

/** What a script adds there: text that only this browser has, a question in a dialog, the focus after a judgement, a chart, the letter while one types, the check while you type, the proposal of a measure, dragging, and showing a password. */
const WITH_SCRIPT = [
	'/',
	'/agenda/[agenda]/punten/[punt]/doelen',
	'/agenda/[agenda]/verloop',
	'/beheer/agenda/[agenda]',
	'/oogo/[vergadering]',
	'/oogo/[vergadering], to come',
	'/oogo/[vergadering]/presentatie',
	'/oogo/[vergadering]/stap/[stap]',
	'/oogo/[vergadering]/voorbereiden',
	'/rapporten/[vaststelling]/brieven',
	'/rapporten/[vaststelling]/brieven/[gemeente]',
	'/rapporten/[vaststelling]/brieven/[gemeente], a concept',
	'/rea/[peilmoment]',
	'/rea/[peilmoment], confirming a thema',
	'/rea/[peilmoment], adopted',
	'/rea/[peilmoment]/voortgang',
	'/rea/[peilmoment]/voortgang, adopted',
	'/rea/[peilmoment]/stap/[stap]',
	'/rea/[peilmoment]/[punt]',
	'/rea/[peilmoment]/[punt], submitted',
	'/uitnodiging/[token], over',
	'/eerste-beheerder/[token], used up',
	'/wachtwoord/[token]',
	'/wachtwoord/[token], used up',
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
