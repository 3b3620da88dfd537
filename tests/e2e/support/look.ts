/** Checks of one open page: accessibility rules, width, keyboard, print and high contrast. */
import { AxeBuilder } from '@axe-core/playwright';
import type { JSHandle, Page } from '@playwright/test';
import { expect } from './test.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe cannot decide by itself, looked at by a person. */
const DECIDED: { rule: string; target: RegExp; reason: string }[] = [];

/** No violations, and nothing that axe leaves open except what is in the list above. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
	const builder = new AxeBuilder({ page }).withTags(RULES).setLegacyMode();
	const { violations, incomplete } = await builder
		.options({ resultTypes: ['violations', 'incomplete'] })
		.analyze();
	const lines = (results: typeof violations) =>
		results.flatMap(({ id, help, nodes }) =>
			nodes.map(({ target, any }) => ({
				id,
				text: `${id} at ${target.join(' ')}: ${any[0]?.message ?? help}`,
				target: target.join(' '),
			})),
		);
	const open = lines(incomplete).filter(
		({ id, target }) => !DECIDED.some((one) => one.rule === id && one.target.test(target)),
	);
	expect(
		[...lines(violations), ...open].map(({ text }) => text),
		where,
	).toEqual([]);
}

export async function expectOneHeading(page: Page, where: string): Promise<void> {
	await expect(page.locator('html'), where).toHaveAttribute('lang', 'nl');
	await expect(page.locator('h1'), where).toHaveCount(1);
	await expect(page, where).toHaveTitle(/^.{3,} – Samenwerkingsagenda$/);
}

interface Size {
	width: number;
	height: number;
}

/** Everything fits between left and right, except what scrolls in a region of its own. */
export async function expectNoSidewaysScroll(page: Page, size: Size, where: string): Promise<void> {
	await page.setViewportSize(size);
	// A chart follows the width a moment later.
	await expect
		.poll(() => page.evaluate(tooWide), { message: `${where}, ${size.width} px wide`, timeout: 3000 })
		.toEqual([]);
}

/** Runs in the page. */
function tooWide(): string[] {
	const root = document.documentElement;
	if (root.scrollWidth <= root.clientWidth) return [];
	const culprits = [...document.body.querySelectorAll('*')]
		.filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest('.scroll'))
		.map((one) => one.outerHTML.slice(0, 100));
	return [`${root.scrollWidth} > ${root.clientWidth}`, ...culprits.slice(0, 5)];
}

interface Stop {
	/** Its place among everything that should be reached, or -1. */
	place: number;
	html: string;
	/** Why the focus cannot be seen here; empty when it can. */
	hidden: string;
	/** A box that scrolls may be reached too, so that the arrow keys work in it. */
	scrolls: boolean;
}

/** Tab goes through every link, button and field in the order of the page, and each shows that it has the focus. */
export async function expectKeyboardReachesAll(page: Page, where: string): Promise<void> {
	const all = await page.evaluateHandle(() => {
		const selector = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
		const radios = new Set<string>();
		const isOneStop = (element: Element) => {
			if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
			const group = [
				...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`),
			];
			const stop = group.find((one) => one.checked) ?? group[0];
			return stop === element && radios.size !== radios.add(element.name).size;
		};
		const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
		const isUsable = (element: Element) => !(element instanceof HTMLButtonElement && element.disabled);
		return [...document.querySelectorAll(selector)].filter(
			(one) => isShown(one) && isUsable(one) && isOneStop(one),
		);
	});
	const expected = await all.evaluate((elements) => elements.map((one) => one.outerHTML.slice(0, 120)));
	expect(expected.length, `${where}: something to reach`).toBeGreaterThan(0);
	// From the top: a page may give the focus to what is worked on, and Shift+Tab leads from there to the rest.
	await page.evaluate(() => {
		document.body.tabIndex = -1;
		document.body.focus();
		document.body.removeAttribute('tabindex');
	});
	const stops: Stop[] = [];
	for (const stop of await pressTab(page, all, expected.length)) {
		// A date field has a stop for its day, month, year and calendar.
		if (stop.place === -1 || stop.place !== stops.at(-1)?.place) stops.push(stop);
	}
	const reached = stops.filter((stop) => stop.place !== -1 || !stop.scrolls);
	expect(
		reached.map((stop) => stop.html),
		`${where}: the order of Tab`,
	).toEqual(expected);
	expect(
		stops.filter((stop) => stop.hidden !== '').map((stop) => `${stop.hidden}: ${stop.html}`),
		`${where}: focus that is seen`,
	).toEqual([]);
}

/** Where the focus goes from the start of the page until it leaves it. The page itself looks, since asking it after every key takes long. */
async function pressTab(page: Page, all: JSHandle<Element[]>, places: number): Promise<Stop[]> {
	const seen = await all.evaluateHandle((elements) => {
		const active = document.activeElement;
		if (active instanceof HTMLElement) active.blur();
		getSelection()?.removeAllRanges();
		scrollTo(0, 0);
		const found: (Stop | null)[] = [];
		const look = (element: Element): Stop => {
			const style = getComputedStyle(element);
			const hasRing =
				(style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
			const box = element.getBoundingClientRect();
			const inView =
				box.bottom > 0 &&
				box.right > 0 &&
				box.top < innerHeight &&
				box.left < innerWidth &&
				box.width * box.height > 0;
			const problems = [hasRing ? '' : 'no ring', inView ? '' : 'out of view'].filter(Boolean);
			return {
				place: elements.indexOf(element),
				html: element.outerHTML.slice(0, 120),
				hidden: problems.join(', '),
				scrolls: element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight,
			};
		};
		// The next key comes when the focus has settled where the one before brought it.
		const onKey = () => {
			const element = document.activeElement;
			found.push(!element || element === document.body ? null : look(element));
		};
		// Behind the last place the next key may begin again at the first, without the page hearing of it.
		const onLeave = ({ relatedTarget }: FocusEvent) => {
			if (relatedTarget === null) found.push(null);
		};
		addEventListener('keydown', onKey, { capture: true });
		addEventListener('focusout', onLeave);
		const stop = () => {
			removeEventListener('keydown', onKey, { capture: true });
			removeEventListener('focusout', onLeave);
		};
		return { found, stop };
	});
	const leaves = async () => (await seen.evaluate(({ found }) => found.indexOf(null, 1))) !== -1;
	// One key more to start, and one to see the end; fields with parts and boxes that scroll need some more.
	for (let pressed = 0, next = places + 2; pressed <= places * 2 + 5; pressed += next, next = 5) {
		for (let count = 0; count < next; count += 1) await page.keyboard.press('Tab');
		if (await leaves()) break;
	}
	const found = await seen.evaluate((one) => {
		one.stop();
		return one.found;
	});
	const end = found.indexOf(null, 1);
	return found.slice(1, end === -1 ? undefined : end).filter((stop) => stop !== null);
}

/** On paper: no navigation, no fields, no buttons; the levels keep their words. */
export async function expectPrintable(page: Page, where: string): Promise<void> {
	await page.emulateMedia({ media: 'print' });
	const shown = await page
		.locator('nav, button, form, select, input, .utrecht-skip-link, .utrecht-button-link')
		.filter({ visible: true })
		.evaluateAll((elements) => elements.map((one) => one.outerHTML.slice(0, 120)));
	expect(shown, `${where}, printed`).toEqual([]);
	await expect(page.locator('h1'), where).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
}

/** With the colours of the operating system every word and letter of a level can still be read. */
export async function expectLevelsInHighContrast(page: Page, where: string): Promise<void> {
	await page.emulateMedia({ forcedColors: 'active' });
	const unreadable = await page
		.locator('.lv, .q i, .ls i, .cl li, .bar li')
		.filter({ visible: true })
		.evaluateAll((elements) =>
			elements
				.filter((one) => one.textContent.trim() !== '')
				.filter((one) => {
					const { color, backgroundColor } = getComputedStyle(one);
					return color === backgroundColor || one.getBoundingClientRect().width < 4;
				})
				.map((one) => one.outerHTML.slice(0, 120)),
		);
	expect(unreadable, `${where}, with forced colours`).toEqual([]);
	await page.emulateMedia({ forcedColors: 'none' });
}
