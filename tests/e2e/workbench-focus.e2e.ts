/** Who types at the workbench keeps the focus, the whole sentence and the own list, whatever comes in meanwhile. */
import type { Page } from '@playwright/test';
import { demo } from './support/demo.ts';
import { expectAccessible } from './support/look.ts';
import { sessionCookie } from './support/people.ts';
import { expect, test } from './support/test.ts';
import { emptyRound, openWithScript, storedTexts, unwatched } from './support/workbench.ts';

const ITEM = `${demo.openRound}?punt=thuiszitters-5`;
const SENTENCE =
	'We gaan in januari langs bij de scholen en kijken samen, met ouders en kinderen en ook met de 12 partners, wat er nog mist.';

const textOf = (page: Page) => page.getByRole('textbox', { name: 'Stand van zaken' });
const savedOn = (page: Page) => page.getByRole('article').getByText(/^Opgeslagen om/);
const told = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

/** How often this field lost the focus since now. */
async function watchFocus(page: Page): Promise<() => Promise<string | undefined>> {
	await textOf(page).evaluate((field) => {
		field.dataset['left'] = '0';
		field.addEventListener('blur', () => (field.dataset['left'] = String(Number(field.dataset['left']) + 1)));
	});
	return () => textOf(page).evaluate((field) => field.dataset['left']);
}

const caretOf = (page: Page) =>
	textOf(page).evaluate((field) => (field instanceof HTMLTextAreaElement ? field.selectionStart : -1));

test('a conflict in mid-sentence leaves the focus, the caret and every letter where they were', async ({
	login,
	freshServer,
}) => {
	test.slow();
	emptyRound(freshServer);
	const [first, second] = [
		await login('adviser', { site: freshServer }),
		await login('coordinator', { site: freshServer }),
	];
	for (const page of [first, second]) await openWithScript(page, ITEM);
	await first.keyboard.press('3');
	await first.keyboard.type('Tekst van de adviseur.');
	await expect(savedOn(first)).toBeVisible();

	await second.keyboard.press('t');
	await expect(textOf(second)).toBeFocused();
	const timesLeft = await watchFocus(second);
	await second.keyboard.type(SENTENCE.slice(0, 20), { delay: 40 });
	const conflict = second.getByRole('region', {
		name: /^Beleidsadviseur .* heeft dit punt intussen gewijzigd$/,
	});
	await expect(conflict).toBeVisible();
	await second.keyboard.type(SENTENCE.slice(20), { delay: 40 });
	await expect(textOf(second)).toHaveValue(SENTENCE);
	await expect(textOf(second)).toBeFocused();
	expect(await timesLeft()).toBe('0');
	expect(await caretOf(second)).toBe(SENTENCE.length);
	await expect(told(second, /: Beleidsadviseur .* heeft dit punt intussen gewijzigd\./)).toBeAttached();
	expect(new URL(second.url()).searchParams.get('punt')).toBe('thuiszitters-5');
	expect(storedTexts(freshServer)).toEqual([{ narrative: 'Tekst van de adviseur.', state: 'draft' }]);
	await expectAccessible(second, 'a conflict while somebody types');

	await conflict.getByRole('group', { name: 'Stand van zaken' }).getByLabel('Mijn tekst').check();
	await conflict.getByRole('button', { name: 'Opslaan wat ik koos' }).click();
	await expect(savedOn(second)).toBeVisible();
	expect(storedTexts(freshServer)).toContainEqual({ narrative: SENTENCE, state: 'draft' });
});

test('a sentence without a pause is met by the conflict while it is typed, and nothing of it acts', async ({
	login,
	freshServer,
}) => {
	test.slow();
	emptyRound(freshServer);
	const [first, second] = [
		await login('adviser', { site: freshServer }),
		await login('coordinator', { site: freshServer }),
	];
	for (const page of [first, second]) await openWithScript(page, ITEM);
	await first.keyboard.press('3');
	await first.keyboard.type('Tekst van de adviseur.');
	await expect(savedOn(first)).toBeVisible();
	await second.keyboard.press('t');
	const timesLeft = await watchFocus(second);
	await second.keyboard.type(`${SENTENCE} ${SENTENCE}`, { delay: 40 });
	await expect(second.getByRole('region', { name: /heeft dit punt intussen gewijzigd$/ })).toBeVisible();
	await expect(textOf(second)).toHaveValue(`${SENTENCE} ${SENTENCE}`);
	expect(await timesLeft()).toBe('0');
	expect(storedTexts(freshServer)).toHaveLength(1);
});

test('letters are commands on the open card only', async ({ login, freshServer }) => {
	emptyRound(freshServer);
	const page = await login('coordinator', { site: freshServer });
	await openWithScript(page, ITEM);
	const card = page.getByRole('article', { name: /^5 / });
	await expect(card.getByRole('heading', { level: 3 })).toBeFocused();
	await page.getByRole('link', { name: 'Voortgang' }).focus();
	for (const key of ['g', 'j', '3', 'k']) await page.keyboard.press(key);
	await expect(card.getByRole('radio', { name: /^Groen/ })).not.toBeChecked();
	expect(new URL(page.url()).searchParams.get('punt')).toBe('thuiszitters-5');
	expect(storedTexts(freshServer)).toEqual([]);
	await card.getByRole('heading', { level: 3 }).focus();
	await page.keyboard.press('j');
	await expect(page.getByRole('article', { name: /^6 / }).getByRole('heading', { level: 3 })).toBeFocused();
});

test('the own items come first; the tab works at once and stays after j, back and reload', async ({
	login,
	freshServer,
}) => {
	emptyRound(freshServer);
	const page = await login('adviser', { site: freshServer });
	await openWithScript(page, demo.openRound);
	const [own, others] = [
		page.getByRole('link', { name: /^Waar u trekker van bent/ }),
		page.getByRole('link', { name: /^Ook betrokken/ }),
	];
	const list = page.getByRole('navigation', { name: 'Agendapunten' }).getByRole('link');
	const sizeOf = async (tab: typeof own) => Number(/\((\d+)\)/.exec((await tab.textContent()) ?? '')?.[1]);
	const [mine, theirs] = [await sizeOf(own), await sizeOf(others)];
	await expect(own).toHaveAttribute('aria-current', 'true');
	await expect(list).toHaveCount(mine);
	await expect(page.getByText(/^Agendapunten die u trekt: \d+ van 7 ingediend of akkoord$/)).toBeVisible();
	await page.keyboard.press('t');
	await page.keyboard.type('Nog niet af');

	await page.context().setOffline(true);
	await others.click();
	await expect(list).toHaveCount(theirs);
	await expect(page.getByRole('article').getByText(/; u bent betrokken$/)).toBeVisible();
	await page.context().setOffline(false);
	await page.getByRole('article').getByRole('heading', { level: 3 }).first().focus();
	await page.keyboard.press('j');
	await page.reload();
	await expect(list).toHaveCount(theirs);
	await page.goBack();
	await expect(own).toHaveAttribute('aria-current', 'true');
	await expect(list).toHaveCount(mine);
	await expect(textOf(page)).toHaveValue('Nog niet af');
	await page.goForward();
	await expect(list).toHaveCount(theirs);
});

test('an item of another trekker is handed in only after that was said, and never by one key', async ({
	login,
	freshServer,
}) => {
	const page = await login('adviser', { site: freshServer });
	await openWithScript(page, `${demo.openRound}?punten=betrokken`);
	const before = storedTexts(freshServer).filter(({ state }) => state === 'submitted').length;
	await page.keyboard.press('g');
	await expect(told(page, 'een andere organisatie trekker')).toBeAttached();
	await page.keyboard.press('3');
	await page.keyboard.type('Gaat goed.');
	await page.keyboard.press('Control+Enter');
	const summary = page.getByRole('group', { name: 'Er is 1 fout' });
	await expect(summary).toBeFocused();
	await expect(page).toHaveTitle(/^Fout: /);
	expect(storedTexts(freshServer).filter(({ state }) => state === 'submitted')).toHaveLength(before);
	await page.getByRole('checkbox', { name: /^Ik dien dit in namens/ }).check();
	await page.keyboard.press('Control+Enter');
	await expect(told(page, 'Ingediend: ')).toBeAttached();
	expect(storedTexts(freshServer)).toContainEqual({ narrative: 'Gaat goed.', state: 'submitted' });
});

test('what is said aloud is what stands on the screen', async ({ login, freshServer }) => {
	emptyRound(freshServer);
	const page = await login('adviser', { site: freshServer });
	await openWithScript(page, ITEM);
	await page.evaluate(() => {
		const region = document.querySelector('p[role="status"]');
		const heard: string[] = [];
		Object.assign(globalThis, { heard });
		if (region)
			new MutationObserver(() => heard.push(region.textContent)).observe(region, {
				childList: true,
				characterData: true,
				subtree: true,
			});
	});
	await page.keyboard.press('1');
	await page.keyboard.type('Het loopt vast.');
	await expect(savedOn(page)).toBeVisible();
	await page.keyboard.press('Control+Enter');
	await expect(page.getByText('Nog niet ingediend: 3 velden ontbreken.').last()).toBeVisible();
	await expect(savedOn(page)).toBeVisible();
	const heard = await page.evaluate(() => String(Reflect.get(globalThis, 'heard')));
	expect(heard).toContain('Nog niet ingediend: 3 velden ontbreken.');
	expect(heard).toMatch(/Opgeslagen om \d\d:\d\d/);
	expect(heard).not.toMatch(/niet opgeslagen|weer opgeslagen/i);
});

test('text that was never saved is told on Te doen and in the list, and to nobody else', async ({
	browser,
	freshServer,
}) => {
	emptyRound(freshServer);
	const page = await unwatched(browser, freshServer, 'adviser');
	await openWithScript(page, ITEM);
	await page.context().setOffline(true);
	await page.keyboard.press('3');
	await page.keyboard.type('Alleen hier.');
	await expect(told(page, 'Nog niet opgeslagen: geen verbinding.')).toBeAttached();
	await page.close();
	const later = await page.context().newPage();
	await later.context().setOffline(false);

	await later.context().addCookies([await sessionCookie(freshServer, 'coordinator')]);
	await later.goto('/');
	await openWithScript(later, ITEM);
	await expect(later.getByText('Alleen hier.')).toHaveCount(0);
	await expect(later.getByRole('region', { name: /niet (is )?opgeslagen/i })).toHaveCount(0);

	await later.context().addCookies([await sessionCookie(freshServer, 'adviser')]);
	await later.goto('/');
	const notice = later.getByRole('region', { name: 'Nog niet opgeslagen in deze browser' });
	await expect(notice.getByRole('link', { name: /^Thuiszitters 5: / })).toBeVisible();
	await notice.getByText('Bekijk de tekst').click();
	await expect(notice.getByText('Alleen hier.')).toBeVisible();
	await openWithScript(later, `${demo.openRound}?punt=thuiszitters-6`);
	await expect(later.getByRole('link', { name: /^5 .* niet opgeslagen$/ })).toBeVisible();
	await expect(later.getByRole('button', { name: /^Alles indienen/ })).toHaveCount(0);
	await notice.getByRole('link', { name: /^Thuiszitters 5: / }).click();
	await later.getByRole('button', { name: 'Terugzetten' }).click();
	await expect(savedOn(later)).toBeVisible();
	expect(storedTexts(freshServer)).toEqual([{ narrative: 'Alleen hier.', state: 'draft' }]);
	await later.goto('/');
	await expect(notice).toHaveCount(0);
	expect(await later.evaluate(() => Object.keys(localStorage))).toEqual([]);
	await later.context().close();
});

test('what is typed on the page of one item is there again after a link was followed', async ({
	login,
	freshServer,
}) => {
	const path = `${demo.openRound}/thuiszitters-5`;
	const page = await login('adviser', { site: freshServer });
	await page.goto(path);
	await textOf(page).fill('Nog niet opgeslagen.');
	await page.getByRole('link', { name: 'Doelen en verloop van dit punt' }).click();
	await expect(page).toHaveURL(/\/punten\/thuiszitters-5$/);
	await page.goto(path);
	await page.getByRole('button', { name: 'Terugzetten' }).click();
	await expect(textOf(page)).toHaveValue('Nog niet opgeslagen.');
	await page.getByRole('button', { name: 'Concept opslaan' }).click();
	await expect(told(page, 'opgeslagen')).toBeVisible();
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('geen wijziging says what was done and with which item, on the card too', async ({
	login,
	freshServer,
}) => {
	emptyRound(freshServer);
	const page = await login('coordinator', { site: freshServer });
	await openWithScript(page, `${demo.openRound}?punt=thuiszitters-1`);
	await page.keyboard.press('g');
	const done = /Ingediend: 1 .* \(geen wijziging, tekst van kwartaal 3 van 2020\)\./;
	await expect(told(page, done)).toBeAttached();
	await expect(page.getByRole('article').getByText(done)).toBeVisible();
	await page.keyboard.press('k');
	await expect(
		page.getByRole('article', { name: /^1 / }).getByText(/: geen wijziging, tekst van kwartaal 3 van 2020$/),
	).toBeVisible();
});
