/** What the beheerder does: people, agendas and rounds. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/look.ts';
import { emailOf } from './support/people.ts';
import { expect, test } from './support/test.ts';

const PASSWORD = 'vijf groene fietsen op de dijk';

test('a person is invited by a link, comes in, and is out at the next click when switched off', async ({
	login,
	visitor,
	freshServer,
}) => {
	const page = await login('administrator', { site: freshServer });
	await page.goto('/beheer');
	await page.getByRole('link', { name: 'Mensen', exact: true }).click();
	await page.getByText('Iemand uitnodigen').click();
	await page.getByLabel('Naam', { exact: true }).fill('Anna de Boer');
	await page.getByLabel('E-mailadres', { exact: true }).fill('anna@montfoort.example');
	await page.locator('#nieuw-role').selectOption('Bestuurder');
	await page.locator('#nieuw-organisation').selectOption('Gemeente Montfoort');
	await page.getByRole('button', { name: 'Uitnodigen' }).click();
	await expect(page.getByText('De uitnodiging voor anna@montfoort.example is gemaakt')).toBeVisible();
	const waiting = page.getByRole('region', { name: 'Uitgenodigd' }).getByRole('listitem');
	await expect(waiting).toContainText(/anna@montfoort\.example .*Wacht op antwoord tot \d+ \w+ \d{4}/);
	await expect(page.getByRole('row', { name: /Anna de Boer/ })).toHaveCount(0);
	await expectAccessible(page, 'a person who was invited');
	const link = await page.locator('code.hash').innerText();
	expect(link.startsWith(`${freshServer.origin}/uitnodiging/`)).toBe(true);

	const anna = await visitor({ site: freshServer });
	await anna.goto(link);
	const password = anna.getByLabel('Nieuw wachtwoord', { exact: true });
	const repeated = anna.getByLabel('Herhaal het wachtwoord', { exact: true });
	await expect(anna.getByLabel('Uw naam')).toHaveValue('Anna de Boer');
	await expectAccessible(anna, 'an invitation');
	await password.fill('te kort');
	await repeated.fill('te kort');
	await anna.getByRole('button', { name: 'Account maken en aannemen' }).click();
	await expect(anna.getByRole('link', { name: /Gebruik minstens 15 tekens: dit zijn er 7/ })).toBeVisible();
	await expectAccessible(anna, 'a password that is too short');
	for (const field of [password, repeated]) await paste(field, PASSWORD);
	await anna.getByRole('button', { name: 'Nieuw wachtwoord tonen' }).click();
	await expect(password).toHaveAttribute('type', 'text');
	await expect(password).toHaveValue(PASSWORD);
	await anna.getByRole('button', { name: 'Account maken en aannemen' }).click();
	await expect(anna.getByText('de uitnodiging is aangenomen')).toBeVisible();
	await signIn(anna);
	await expect(anna.getByRole('heading', { level: 1 })).toHaveText('Te doen');
	await anna.goto(link);
	await expect(anna.getByText('Deze link werkt niet meer')).toBeVisible();
	await anna.goto('/');

	await page.goto('/beheer/mensen?zoek=anna');
	await page.getByRole('link', { name: 'Anna de Boer' }).click();
	await page.getByRole('button', { name: 'Toegang uitschakelen' }).click();
	await expect(page.getByText('De toegang is uitgeschakeld.')).toBeVisible();
	await expectAccessible(page, 'a person who was switched off');
	await anna.getByRole('link', { name: 'Overzicht' }).click();
	await expect(anna.getByRole('heading', { level: 1 })).toHaveText('Inloggen');
	await signIn(anna);
	await expect(anna.getByText(/Het e-mailadres of het wachtwoord klopt niet/).first()).toBeVisible();
	await anna.getByRole('link', { name: 'Wachtwoord vergeten?' }).click();
	await expect(anna.getByText('Deze site verstuurt geen mail.')).toBeVisible();
});

async function signIn(page: Page): Promise<void> {
	await page.getByLabel('E-mailadres').fill('Anna@Montfoort.example');
	await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD);
	await page.getByRole('button', { name: 'Inloggen' }).click();
}

/** As a browser does it: the page may refuse the event; otherwise the text comes in at once, without a key per character. */
async function paste(field: Locator, text: string): Promise<void> {
	await field.fill('');
	await field.focus();
	const isRefused = await field.evaluate((input, pasted) => {
		const clipboardData = new DataTransfer();
		clipboardData.setData('text/plain', pasted);
		const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
		return !input.dispatchEvent(event);
	}, text);
	expect(isRefused, 'whether the page refuses to paste').toBe(false);
	await field.page().keyboard.insertText(text);
}

test(
	'a person with a wrong field is not added, and nothing that was typed is lost',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const page = await login('administrator', { site: freshServer });
		await page.goto('/beheer/mensen');
		await page.getByText('Iemand uitnodigen').click();
		await page.getByLabel('Naam', { exact: true }).fill('Piet');
		await page.getByLabel('E-mailadres', { exact: true }).fill(emailOf('board'));
		await page.locator('#nieuw-role').selectOption('Bestuurder');
		await page.locator('#nieuw-organisation').selectOption('Gemeente Woerden');
		await page.getByRole('button', { name: 'Uitnodigen' }).click();
		await expect(page.getByRole('group', { name: 'Er is 1 fout' })).toBeFocused();
		await expectAccessible(page, 'a person with a wrong field');
		await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Piet');
		await expect(page.locator('#nieuw-role')).toHaveValue('board');
		await page.getByRole('group', { name: 'Er is 1 fout' }).getByRole('link').click();
		await expect(page.getByLabel('E-mailadres', { exact: true })).toBeFocused();
	},
);

const wrongFile = {
	regio: { id: 'utrecht-west', naam: 'Utrecht West', ambtelijk_overleg: 'REA', bestuurlijk_overleg: 'OOGO' },
	agendas: {
		nieuw: {
			id: 'uw-2023-2026',
			titel: 'Samenwerkingsagenda 2023-2026',
			looptijd: { van: 2023, tot_en_met: 2020 },
			themas: [
				{ code: 'inclusie', naam: 'Inclusie', agendapunten: [{ nr: 1, titel: '', type: 'resultaat' }] },
			],
		},
	},
};
const rightFile = {
	...wrongFile,
	agendas: {
		nieuw: {
			...wrongFile.agendas.nieuw,
			looptijd: { van: 2023, tot_en_met: 2026 },
			themas: [
				{
					code: 'inclusie',
					naam: 'Inclusie',
					agendapunten: [{ nr: 1, titel: 'Samen naar school', type: 'resultaat', trekker: 'woerden' }],
				},
			],
		},
	},
};
const asFile = (name: string, content: unknown) => ({
	name,
	mimeType: 'application/json',
	buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

test(
	'an import with errors says where they are and stores nothing; the right file is stored after a check',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		const page = await login('administrator', { site: freshServer });
		await page.goto('/beheer');
		await page.getByRole('link', { name: 'Agenda uit een ander systeem (JSON)' }).click();
		const choose = async (content: unknown) => {
			await page.getByLabel('Bestand', { exact: true }).setInputFiles(asFile('agenda.json', content));
			await page.getByRole('button', { name: 'Controleren' }).click();
		};
		const problems = page.getByRole('table', { name: 'Fouten in het bestand, met hun plaats' });

		await choose('{\n  "regio": ,\n}');
		await expect(problems.getByRole('rowheader')).toHaveText('regel 2, kolom 12');

		await choose(wrongFile);
		await expect(page).toHaveTitle(/^Fout: /);
		await expect(problems.getByRole('row', { name: /looptijd/ })).toContainText('Draai de jaren om.');
		await expect(problems.getByRole('row', { name: /thema/ })).toHaveCount(1);
		await expectAccessible(page, 'a file with errors');

		await choose(rightFile);
		await expect(page.getByRole('heading', { name: 'Dit bestand kan worden geïmporteerd' })).toBeVisible();
		await page.goto('/agenda?alle');
		await expect(page.getByRole('link', { name: 'Samenwerkingsagenda 2023-2026' })).toHaveCount(0);
		await page.goto('/beheer/importeren');
		await choose(rightFile);
		await page.getByRole('button', { name: 'Importeren', exact: true }).click();
		await expect(page.getByText('Het bestand is geïmporteerd.')).toBeVisible();
		await page.getByRole('link', { name: 'Bekijk de agenda’s' }).click();
		await page.getByRole('link', { name: 'Samenwerkingsagenda 2023-2026' }).click();
		await expect(page.getByText(/nog geen peilmoment/i).first()).toBeVisible();
	},
);

test('an administrator plans the next round', { tag: '@lang' }, async ({ login, freshServer }) => {
	const page = await login('administrator', { site: freshServer });
	await page.goto('/beheer');
	const plan = page.locator('details', { hasText: 'Kwartaal 1 van 2021' });
	await plan.getByText('Volgend peilmoment plannen').click();
	await plan.getByLabel('Open tot en met').fill('2021-04-01');
	await plan.getByLabel('Open vanaf').fill('2021-04-20');
	await plan.getByRole('button', { name: 'Plannen', exact: true }).click();
	const summary = page.getByRole('group', { name: 'Er is 1 fout' });
	await expect(summary).toBeFocused();
	await plan.getByLabel('Open tot en met').fill('2021-05-01');
	await plan.getByRole('button', { name: 'Plannen', exact: true }).click();
	await expect(page).toHaveURL(/2021-k1\/voortgang$/);
	await expect(page.getByText('Dit peilmoment is nog niet open.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'Peilmoment openen' })).toBeVisible();
	await page.goto('/rea');
	await expect(page.locator('.work-list > li')).toHaveCount(2);
	await expectAccessible(page, 'two rounds');
});
