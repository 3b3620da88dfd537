/** The workbench with a script: nothing that somebody types gets lost, whatever happens meanwhile. */
import { session } from '#lib/server/db/schema.ts';
import { demo } from './support/demo.ts';
import { expectAccessible } from './support/look.ts';
import { sessionCookie } from './support/people.ts';
import { expect, test } from './support/test.ts';
import { emptyRound, openWithScript, storedTexts, unwatched } from './support/workbench.ts';

const ITEM = `${demo.openRound}?punt=thuiszitters-5`;
const FIRST_TEXT = 'De scholen melden nu zelf.';

test('a text is saved while it is typed, and handed in with the keyboard after what is missing is said', async ({
	login,
	freshServer,
}) => {
	const page = await login('adviser', { site: freshServer });
	await openWithScript(page, ITEM);
	const card = page.getByRole('article', { name: /^5 / });
	await expect(page.getByRole('button', { name: 'Concept opslaan' })).toHaveCount(0);
	await page.keyboard.press('2');
	await expect(card.getByRole('radio', { name: /^Oranje/ })).toBeChecked();
	await page.keyboard.type(FIRST_TEXT);
	await expect(card.getByText(/^Opgeslagen om \d\d:\d\d$/)).toBeVisible();
	await expect(
		page.getByRole('link', { name: /5 Proces van vrijstellingen.* Oranje concept/ }),
	).toBeVisible();
	expect(storedTexts(freshServer)).toContainEqual({ narrative: FIRST_TEXT, state: 'draft' });

	await page.keyboard.press('Control+Enter');
	const summary = page.getByRole('group', { name: 'Er zijn 3 fouten' });
	await expect(summary).toBeFocused();
	await expectAccessible(page, 'an open card with errors');
	await summary.getByRole('link', { name: /^Vul de oorzaak in/ }).press('Enter');
	await expect(card.getByLabel('Oorzaak')).toBeFocused();
	for (const text of ['Te weinig tijd.', 'Minder zicht.', 'Het RBL helpt.']) {
		await page.keyboard.type(text);
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('Control+Enter');
	const next = page.getByRole('article', { name: /^6 / });
	await expect(next.getByRole('heading', { level: 3 })).toBeFocused();
	await expect(page.getByRole('status').filter({ hasText: 'Ingediend: 5 ' })).toBeAttached();
	expect(storedTexts(freshServer)).toContainEqual({ narrative: FIRST_TEXT, state: 'submitted' });

	await page.keyboard.press('k');
	await expect(card.getByRole('link', { name: 'Toch wijzigen' })).toBeVisible();
	await card.getByRole('link', { name: 'Toch wijzigen' }).click();
	await expect(card.getByRole('textbox', { name: 'Stand van zaken' })).toHaveValue(FIRST_TEXT);
});

test('without a connection the text stays in the browser, over a closed tab, and is saved later', async ({
	browser,
	freshServer,
}) => {
	const page = await unwatched(browser, freshServer, 'adviser');
	await openWithScript(page, ITEM);
	await page.keyboard.press('3');
	await page.keyboard.type(FIRST_TEXT);
	await expect(page.getByRole('article').getByText(/^Opgeslagen om/)).toBeVisible();
	await page.context().setOffline(true);
	await page.keyboard.type(' En meer.');
	const offline = page.getByText(
		'Nog niet opgeslagen: geen verbinding. Uw tekst staat veilig in deze browser.',
	);
	await expect(offline.first()).toBeAttached();
	await page.context().setOffline(false);
	await expect(page.getByRole('article').getByText(/^Opgeslagen om/)).toBeVisible();
	expect(storedTexts(freshServer)).toContainEqual({ narrative: `${FIRST_TEXT} En meer.`, state: 'draft' });

	await page.context().setOffline(true);
	await page.keyboard.type(' Het laatste.');
	await expect(offline.first()).toBeAttached();
	await page.close();
	const later = await page.context().newPage();
	await later.context().setOffline(false);
	await openWithScript(later, ITEM);
	const notice = later.getByRole('region', { name: 'Er staat nog tekst in deze browser' });
	await expect(notice).toContainText(`${FIRST_TEXT} En meer. Het laatste.`);
	await notice.getByRole('button', { name: 'Terugzetten' }).click();
	await expect(later.getByRole('textbox', { name: 'Stand van zaken' })).toHaveValue(
		`${FIRST_TEXT} En meer. Het laatste.`,
	);
	await expect(later.getByRole('article').getByText(/^Opgeslagen om/)).toBeVisible();
	expect(await later.evaluate(() => Object.keys(localStorage))).toEqual([]);
	await later.reload();
	await expect(notice).toHaveCount(0);
	await later.context().close();
});

test(
	'a session that ends while somebody types keeps the text and goes on after signing in',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const page = await login('adviser', { site: freshServer });
		await openWithScript(page, ITEM);
		freshServer.db.delete(session).run();
		await page.keyboard.press('3');
		await page.keyboard.type(FIRST_TEXT);
		await expect(page.getByText('U bent uitgelogd. Nog niet opgeslagen.').first()).toBeAttached();
		await expect(page.getByRole('link', { name: 'Log in in een nieuw tabblad' })).toBeVisible();
		const window = () => page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));

		await page.context().addCookies([await sessionCookie(freshServer, 'coordinator')]);
		await window();
		await expect(page.getByText('In deze browser is nu iemand anders ingelogd.').first()).toBeAttached();
		await page.context().addCookies([await sessionCookie(freshServer, 'adviser')]);
		await window();
		await expect(page.getByRole('article').getByText(/^Opgeslagen om/)).toBeVisible();
		expect(storedTexts(freshServer)).toContainEqual({ narrative: FIRST_TEXT, state: 'draft' });
	},
);

test(
	'two people at one item see both texts and choose, and neither text is lost',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const [first, second] = [
			await login('adviser', { site: freshServer }),
			await login('coordinator', { site: freshServer }),
		];
		for (const page of [first, second]) await openWithScript(page, ITEM);
		await first.keyboard.press('3');
		await first.keyboard.type('Tekst van de adviseur.');
		await expect(first.getByRole('article').getByText(/^Opgeslagen om/)).toBeVisible();
		await second.keyboard.press('2');
		await second.keyboard.type('Tekst van de coördinator.');
		const conflict = second.getByRole('region', { name: /heeft dit punt intussen gewijzigd/ });
		await expect(conflict).toContainText('adviseur.');
		await expect(second.getByRole('textbox', { name: 'Stand van zaken' })).toHaveValue(
			'Tekst van de coördinator.',
		);
		await expectAccessible(second, 'a conflict');
		await conflict.getByRole('group', { name: 'Niveau' }).getByLabel('Tekst van de ander').check();
		await conflict.getByRole('button', { name: 'Opslaan wat ik koos' }).click();
		await expect(second.getByRole('article').getByText(/^Opgeslagen om/)).toBeVisible();
		await expect(second.getByRole('radio', { name: /^Groen/ })).toBeChecked();
		await first.reload();
		await expect(first.getByRole('textbox', { name: 'Stand van zaken' })).toHaveValue(
			'Tekst van de coördinator.',
		);
	},
);

test('25 items are filled in with the keyboard alone', async ({ login, freshServer }) => {
	test.slow();
	emptyRound(freshServer);
	const page = await login('coordinator', { site: freshServer });
	await openWithScript(page, demo.openRound);
	const started = performance.now();
	let [keys, characters] = [0, 0];
	for (let item = 1; item <= 25; item += 1) {
		const text = `Punt ${item} loopt volgens plan.`;
		await page.keyboard.press('3');
		await page.keyboard.insertText(text);
		await page.keyboard.press('Control+Enter');
		[keys, characters] = [keys + 2, characters + text.length];
		await expect(page.getByText(`${item} van 25 ingediend of akkoord`)).toBeVisible();
	}
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	console.log(
		`25 punten met het toetsenbord: ${keys} toetsen naast ${characters} tekens tekst, ${seconds} s`,
	);
	const stored = storedTexts(freshServer).filter(({ state }) => state === 'submitted');
	expect(new Set(stored.map(({ narrative }) => narrative)).size).toBe(25);
});
