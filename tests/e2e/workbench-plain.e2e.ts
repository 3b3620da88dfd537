/** The workbench without a script: the same page, one card at a time, with plain buttons. */
import { demo } from './support/demo.ts';
import { expect, test } from './support/test.ts';
import { emptyRound, storedTexts } from './support/workbench.ts';

const HOW_MANY = 25;

test(
	'items are filled in one after the other with plain forms',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		test.slow();
		emptyRound(freshServer);
		const page = await login('coordinator', { site: freshServer, javaScriptEnabled: false });
		await page.goto(demo.openRound);
		const started = performance.now();
		for (let item = 1; item <= HOW_MANY; item += 1) {
			await page.getByRole('radio', { name: /^Groen/ }).check();
			await page.getByRole('textbox', { name: 'Stand van zaken' }).fill(`Punt ${item} loopt volgens plan.`);
			await page.getByRole('button', { name: 'Indienen en volgende' }).click();
			await expect(page.getByText(`${item} van 25 ingediend of akkoord`)).toBeVisible();
		}
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		console.log(
			`${HOW_MANY} punten in gewone formulieren: 3 handelingen per punt naast de tekst, ${seconds} s`,
		);
		expect(storedTexts(freshServer).filter(({ state }) => state === 'submitted')).toHaveLength(HOW_MANY);
	},
);

test(
	'drafts are handed in together, and empty items of a thema confirmed together after a look',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		emptyRound(freshServer);
		const page = await login('coordinator', { site: freshServer, javaScriptEnabled: false });
		const fill = async (item: string, level: RegExp, text: string) => {
			await page.goto(`${demo.openRound}?punt=${item}`);
			await page.getByRole('radio', { name: level }).check();
			await page.getByRole('textbox', { name: 'Stand van zaken' }).fill(text);
			await page.getByRole('button', { name: 'Concept opslaan' }).click();
			await expect(page.getByRole('status').filter({ hasText: 'Uw concept is opgeslagen.' })).toBeVisible();
		};
		await fill('thuiszitters-1', /^Groen/, 'Volledig.');
		await fill('thuiszitters-2', /^Oranje/, 'Zonder oorzaak.');
		await page.getByRole('button', { name: /^Alles indienen ?: 2 concepten/ }).click();
		const outcome = page.getByRole('region', { name: '1 punt is ingediend' });
		await expect(outcome).toContainText('Vul de oorzaak in');
		await outcome.getByRole('link', { name: /Thuiszitters 2/ }).click();
		await expect(
			page.getByRole('article', { name: /^2 / }).getByRole('textbox', { name: 'Stand van zaken' }),
		).toHaveValue('Zonder oorzaak.');

		await page.getByRole('link', { name: /alle lege punten van Thuiszitters/ }).click();
		const confirming = page.getByRole('region', {
			name: 'Geen wijziging voor de lege punten van Thuiszitters',
		});
		expect(storedTexts(freshServer)).toHaveLength(2);
		await confirming.getByRole('button', { name: /^Ja, dien \d punten ongewijzigd in/ }).click();
		await expect(page.getByRole('region', { name: /^\d punten zijn ingediend/ })).toBeFocused();
		expect(storedTexts(freshServer).filter(({ state }) => state === 'submitted').length).toBeGreaterThan(3);
	},
);

test(
	'the second of two people keeps the own text in the form and sees that of the other',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const visit = { site: freshServer, javaScriptEnabled: false };
		const [first, second] = [await login('adviser', visit), await login('coordinator', visit)];
		for (const page of [first, second]) await page.goto(`${demo.openRound}?punt=thuiszitters-5`);
		await first.getByRole('textbox', { name: 'Stand van zaken' }).fill('Tekst van de adviseur.');
		await first.getByRole('button', { name: 'Concept opslaan' }).click();
		await second.getByRole('textbox', { name: 'Stand van zaken' }).fill('Tekst van de coördinator.');
		await second.getByRole('button', { name: 'Concept opslaan' }).click();
		await expect(second.getByRole('region', { name: /heeft dit punt intussen gewijzigd/ })).toContainText(
			'adviseur.',
		);
		await expect(second.getByRole('textbox', { name: 'Stand van zaken' })).toHaveValue(
			'Tekst van de coördinator.',
		);
		await second.getByRole('button', { name: 'Concept opslaan' }).click();
		await expect(second.getByRole('status').filter({ hasText: 'Uw concept is opgeslagen.' })).toBeVisible();
		await first.reload();
		await expect(first.getByRole('textbox', { name: 'Stand van zaken' })).toHaveValue(
			'Tekst van de coördinator.',
		);
	},
);
