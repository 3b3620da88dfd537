/** The rounds of a half-yearly agenda, planned at once; one is opened, closed, and opened again for one person. */
import { importAgenda } from '#lib/server/imports/import-agenda.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import { readIcs } from '../support/ics.ts';
import { request } from './support/http.ts';
import type { Site } from './support/sites.ts';
import { takeStep } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const AGENDA = 'uw-halfjaar';
const PROGRESS = `/rea/${AGENDA}-2020-h2/voortgang`;

test(
	'a coordinator plans all half years, and reopens a closed one for an adviser who then hands in',
	{ tag: '@lang' },
	async ({ login, freshServer }) => {
		test.setTimeout(60_000);
		addHalfYearlyAgenda(freshServer);
		const visit = { site: freshServer, javaScriptEnabled: false };
		const coordinator = await login('coordinator', visit);
		const adviser = await login('adviser', visit);

		await test.step('the coordinator plans every half year, one with another day', async () => {
			await coordinator.goto(`/beheer/agenda/${AGENDA}/peilmomenten`);
			await expect(coordinator.getByRole('checkbox')).toHaveCount(4);
			await coordinator.getByLabel('Dagen om in te vullen').fill('14');
			await coordinator.getByRole('button', { name: 'Voorstel aanpassen' }).click();
			const last = coordinator.getByLabel('Open tot en met, Halfjaar 2 van 2020');
			await expect(last).toHaveValue('2021-01-17');
			await last.fill('2020-12-01');
			await coordinator.getByRole('button', { name: 'Aangevinkte peilmomenten plannen' }).click();
			await expect(coordinator.getByRole('group', { name: 'Er is 1 fout' })).toBeFocused();
			await last.fill('2021-01-20');
			await coordinator.getByRole('button', { name: 'Aangevinkte peilmomenten plannen' }).click();
			await expect(coordinator.getByText('Alle peilmomenten van deze agenda zijn gepland.')).toBeVisible();
			await expect(coordinator.locator('.planned-rounds > li')).toHaveCount(4);
		});

		await test.step('opens one, and closes it with nothing answered', async () => {
			await coordinator.goto('/rea');
			await expect(coordinator.getByText('Kon vanaf 1 juli 2020 open')).toBeVisible();
			await coordinator.goto(PROGRESS);
			await takeStep(coordinator, 'Peilmoment openen');
			await expect(coordinator.getByText('Open tot en met 20 januari 2021. Nog 6 dagen.')).toBeVisible();
			await coordinator.locator('.mail-draft summary').click();
			const mail = coordinator.getByRole('link', { name: 'Open in uw mailprogramma' });
			await expect(mail).toHaveAttribute(
				'href',
				/^mailto:adviseur@demo\.example\?subject=Stand%20van%20zaken/,
			);
			await takeStep(coordinator, 'Peilmoment sluiten');
			await expect(coordinator.getByText('Nog niet vastgesteld.')).toBeVisible();
			await adviser.goto(`/rea/${AGENDA}-2020-h2/plan-1`);
			await expect(adviser.getByRole('button', { name: 'Indienen', exact: true })).toHaveCount(0);
		});

		await test.step('opens it again for the adviser, until a day and with a reason', async () => {
			await coordinator.getByText('Iemand weer laten invullen').click();
			await coordinator
				.getByLabel('Wie')
				.selectOption({ label: 'Beleidsadviseur Regionaal Bureau Leerplicht (RBL), RBL' });
			await coordinator.getByLabel('Tot en met').fill('2021-01-20');
			await coordinator.getByLabel('Reden').fill('De cijfers kwamen te laat');
			await coordinator.getByRole('button', { name: 'Heropenen voor deze persoon' }).click();
			await expect(
				coordinator.getByText(/^Heropend voor .* tot en met 20 januari 2021\. Reden: De cijfers/).first(),
			).toBeVisible();
			await expect(coordinator.getByText('Vaststellen kan pas als de heropening voorbij is')).toBeVisible();
		});

		await test.step('the adviser hands in both items', async () => {
			await adviser.goto('/');
			await expect(
				adviser.getByText('Voor u heropend tot en met 20 januari 2021. Nog 6 dagen.'),
			).toBeVisible();
			for (const item of ['plan-1', 'plan-2']) {
				await adviser.goto(`/rea/${AGENDA}-2020-h2/${item}`);
				await adviser.getByRole('radio', { name: /^Groen/ }).check();
				await adviser.getByLabel('Stand van zaken').fill('Alsnog ingevuld.');
				await adviser.getByRole('button', { name: 'Indienen', exact: true }).click();
			}
		});

		await test.step('the coordinator agrees with both at once and ends the reopening', async () => {
			await coordinator.goto(PROGRESS);
			await coordinator.getByRole('link', { name: /^Het plan/ }).click();
			await coordinator.getByRole('button', { name: 'Akkoord op 2 ingediende punten van Het plan' }).click();
			await expect(coordinator.getByText('2 punten zijn bijgewerkt.')).toBeVisible();
			await coordinator.getByRole('button', { name: /^Heropening voor .* beëindigen$/ }).click();
			await expect(coordinator.getByRole('link', { name: 'Vaststellen', exact: true })).toBeVisible();
		});

		await test.step('the calendar of the adviser says the same, also in a program of their own', async () => {
			await adviser.goto('/kalender');
			await expect(adviser.getByText('Laatste dag om in te vullen: halfjaar 2 van 2020')).toBeVisible();
			await adviser.getByRole('button', { name: 'Geheime link maken' }).click();
			const address = await adviser.locator('code.hash').innerText();
			const answer = await request(freshServer, new URL(address).pathname);
			expect(answer.status).toBe(200);
			expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
			expect(answer.headers.get('cache-control')).toBe('private, no-store');
			const days = readIcs(answer.text).events.map((event) => event['DTSTART;VALUE=DATE']);
			expect(days).toContain('20210120');
			await adviser.goto('/kalender');
			await adviser.getByRole('button', { name: 'Link intrekken' }).click();
			const [gone, never] = [
				await request(freshServer, new URL(address).pathname),
				await request(freshServer, `/kalender/${'x'.repeat(43)}.ics`),
			];
			expect([gone.status, gone.text]).toEqual([404, never.text]);
		});
	},
);

function addHalfYearlyAgenda({ db }: Site): void {
	const item = (nr: number) => ({ nr, titel: `Punt ${nr} van het plan`, type: 'resultaat', trekker: 'rbl' });
	const agenda = {
		id: AGENDA,
		titel: 'Agenda per halfjaar',
		cadans: { status_invoer: 'per halfjaar' },
		looptijd: { van: 2020, tot_en_met: 2021 },
		themas: [{ code: 'plan', naam: 'Het plan', volgorde: 1, agendapunten: [item(1), item(2)] }],
	};
	const text = JSON.stringify({
		regio: {
			id: 'utrecht-west',
			naam: 'Utrecht West',
			ambtelijk_overleg: 'REA',
			bestuurlijk_overleg: 'OOGO',
		},
		organisaties: [{ id: 'rbl', naam: 'Regionaal Bureau Leerplicht (RBL)', type: 'leerplicht' }],
		agendas: { halfjaar: agenda },
	});
	const actor = { kind: 'system', name: 'browsertest' } as const;
	importAgenda(
		{ db, actor, now: new Date('2021-01-14T08:00:00Z'), house: HOUSE_RULES },
		{ region: '', text },
	);
}
