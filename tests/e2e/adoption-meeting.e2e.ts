/** The OOGO of yesterday, worked out and adopted today: what was decided and said there reaches the report and the letter. */
import { eq } from 'drizzle-orm';
import { status } from '#lib/server/db/schema.ts';
import { demo } from './support/demo.ts';
import { download } from './support/downloads.ts';
import { expectAccessible } from './support/look.ts';
import { takeStep } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const DECISION = 'Elke gemeente noemt voor 1 maart één vaste contactpersoon voor thuiszitters.';
const OBJECTION = 'Wij kunnen dit niet betalen zonder bijdrage van het Rijk.';
const COUNCIL = 'Onze raad wil eerst zien wat dit kost.';
const LATER = 'De regio vraagt het Rijk om een bijdrage.';
const YESTERDAY = 'OOGO passend onderwijs van 13 januari 2021';
const MEETING = `${demo.nextMeeting.replace('2021-02-12', '2021-01-13')}`;

test(
	'the meeting of yesterday is what is adopted today',
	{ tag: '@lang' },
	async ({ login, freshServer: site }) => {
		test.slow();
		site.db
			.update(status)
			.set({ state: 'agreed', agreedAt: site.now() })
			.where(eq(status.state, 'submitted'))
			.run();
		const withoutScript = { site, javaScriptEnabled: false };
		const coordinator = await login('coordinator', withoutScript);
		const board = await login('board', withoutScript);
		const reader = await login('reader', withoutScript);
		/** Axe needs a script. */
		const checker = await login('coordinator', { site });
		const looksGood = async (path: string) => {
			await checker.goto(path);
			await expectAccessible(checker, path);
		};

		await test.step('the coordinator closes the round and puts in the meeting that was yesterday', async () => {
			await coordinator.goto(demo.openProgress);
			await takeStep(coordinator, 'Peilmoment sluiten', { 'Besproken op': '2021-01-12' });
			await coordinator.getByRole('link', { name: 'Vaststellen', exact: true }).click();
			await expect(coordinator.getByText('Er is nog geen OOGO passend onderwijs geweest')).toBeVisible();
			await expect(coordinator.getByLabel('Dag waarop schriftelijk is vastgesteld')).toHaveValue('');
			await coordinator.getByRole('link', { name: 'Zet de vergadering er alsnog in' }).click();
			await coordinator.getByLabel('Datum').fill('2021-01-13');
			await coordinator.getByRole('button', { name: 'Vergadering plannen' }).click();
			await coordinator.goto(MEETING);
			const other = coordinator.getByRole('region', { name: 'Andere besluiten' });
			await other.getByText('Besluit vastleggen').first().click();
			await other.getByLabel('Wat is er besloten?').fill(DECISION);
			await other.getByRole('button', { name: 'Besluit vastleggen' }).click();
			await expect(coordinator.getByText(DECISION).first()).toBeVisible();
		});

		await test.step('Woerden does not agree, and the meeting is closed', async () => {
			await board.goto(MEETING);
			const whole = board.getByRole('region', { name: 'Overeenstemming over het geheel' });
			await whole.getByText('Standpunt geven').click();
			await whole.getByRole('radio', { name: 'Geen overeenstemming' }).check();
			await whole.getByLabel('Voorbehoud of toelichting').fill(OBJECTION);
			await whole.getByRole('button', { name: /^Standpunt opslaan/ }).click();
			await expect(board.getByText(OBJECTION).first()).toBeVisible();
			await coordinator.goto(MEETING);
			const all = coordinator.getByRole('region', { name: 'Overeenstemming over het geheel' });
			await all.getByText('Standpunt geven').click();
			const montfoort = all.locator('form').filter({ hasText: 'van Montfoort' });
			await montfoort.getByRole('radio', { name: 'Geen overeenstemming' }).check();
			await montfoort.getByLabel('Voorbehoud of toelichting').fill(COUNCIL);
			await montfoort.getByRole('button', { name: /^Standpunt opslaan/ }).click();
			await expect(coordinator.getByText(COUNCIL).first()).toBeVisible();
		});

		await test.step('who adopts sees what goes in, who was silent, and that it was looked at', async () => {
			await coordinator.goto('/');
			await coordinator.getByRole('link', { name: /^Laat kwartaal 4 van 2020 vaststellen/ }).click();
			await expect(coordinator.getByRole('radio', { name: YESTERDAY })).toBeChecked();
			const meeting = coordinator.getByRole('region', { name: YESTERDAY });
			await expect(meeting).toContainText('1 besluit en 2 standpunten');
			await expect(meeting).toContainText(DECISION);
			await expect(meeting).toContainText(OBJECTION);
			await expect(meeting).toContainText(/Nog geen standpunt over het geheel: .*Oudewater/);
			await expect(meeting).toContainText('nog niet gesloten');
			await expect(coordinator.getByRole('region', { name: /^Niet beantwoord/ })).toContainText(
				'Laatst bekend:',
			);
			await looksGood(`${demo.openRound}/vaststellen`);
			const late = await login('coordinator', withoutScript);
			await late.goto(MEETING);
			await takeStep(late, 'Vergadering sluiten');
			await late.goto(MEETING);
			await takeStep(late, 'Toch weer openen');
			const other = late.getByRole('region', { name: 'Andere besluiten' });
			await other.getByText('Besluit vastleggen').first().click();
			await other.getByLabel('Wat is er besloten?').fill(LATER);
			await other.getByRole('button', { name: 'Besluit vastleggen' }).click();
			await coordinator.getByRole('button', { name: 'Vaststellen', exact: true }).click();
			await expect(coordinator.getByRole('group', { name: 'Er is 1 fout' })).toContainText(
				'intussen veranderd',
			);
			await expect(meeting).toContainText(LATER);
			await coordinator.getByRole('button', { name: 'Vaststellen', exact: true }).click();
			await expect(coordinator).toHaveURL(demo.openReport);
		});

		await test.step('the report has the date, the decisions and the standpunt', async () => {
			await reader.goto(demo.openReport);
			const report = reader.locator('main');
			await expect(report).toContainText('van 13 januari 2021');
			await expect(report).not.toContainText('van 14 januari 2021');
			for (const text of [DECISION, LATER, OBJECTION]) await expect(report).toContainText(text);
		});

		await test.step('the letter of Montfoort holds its own standpunt', async () => {
			await coordinator.goto(`${demo.openReport}/brieven/montfoort`);
			await expect(coordinator.locator('main')).toContainText(COUNCIL);
			await expect(coordinator.locator('main')).toContainText(DECISION);
			await expect(coordinator.locator('main')).toContainText('13 januari 2021');
		});

		await test.step('nothing is recorded in the meeting any more', async () => {
			await board.goto(MEETING);
			await expect(board.getByText('Standpunt geven')).toHaveCount(0);
			await coordinator.goto(MEETING);
			await expect(coordinator.getByRole('button', { name: 'Aanwezigheid opslaan' })).toHaveCount(0);
		});

		await test.step('it is taken back while nobody acted on it, and adopted again', async () => {
			await coordinator.goto(demo.openReport);
			await coordinator.getByRole('link', { name: 'Vaststelling intrekken' }).click();
			await looksGood(`${demo.openReport}/intrekken`);
			await coordinator.getByRole('button', { name: 'Vaststelling intrekken' }).click();
			await expect(coordinator.getByRole('group', { name: 'Er is 1 fout' })).toContainText('waarom');
			await coordinator
				.getByLabel('Waarom wordt deze vaststelling ingetrokken?')
				.fill('De besluiten waren nog niet gelezen.');
			await coordinator.getByRole('button', { name: 'Vaststelling intrekken' }).click();
			await expect(coordinator.getByRole('region', { name: 'Ingetrokken vaststellingen' })).toContainText(
				'De besluiten waren nog niet gelezen.',
			);
			expect((await reader.goto(demo.openReport))?.status()).toBe(404);
			await reader.goto('/rapporten');
			await expect(reader.getByText('Ingetrokken vaststellingen')).toHaveCount(0);
		});

		await test.step('in writing it asks whether the meeting may stay out, and says so', async () => {
			await coordinator.goto(`${demo.openRound}/vaststellen`);
			await coordinator.getByRole('radio', { name: /^Zonder vergadering/ }).check();
			await coordinator.getByLabel('Dag waarop schriftelijk is vastgesteld').fill('2021-01-14');
			await coordinator.getByLabel('Waarom zonder vergadering?').fill('Per mail.');
			await coordinator.getByRole('button', { name: 'Vaststellen', exact: true }).click();
			await expect(coordinator.getByRole('group', { name: 'Er is 1 fout' })).toContainText(YESTERDAY);
			await expect(coordinator.getByLabel('Waarom zonder vergadering?')).toHaveValue('Per mail.');
			await coordinator.getByRole('checkbox', { name: 'Ja, dit blijft buiten de vaststelling' }).check();
			await coordinator.getByRole('button', { name: 'Vaststellen', exact: true }).click();
			await expect(coordinator).toHaveURL(demo.openReport);
		});

		await test.step('the meeting that it misses comes with a correctie', async () => {
			await coordinator.goto(MEETING);
			await expect(coordinator.getByText(/staat niet in de vaststelling/)).toBeVisible();
			await coordinator.getByRole('link', { name: 'Voeg de vergadering toe met een correctie' }).click();
			const form = coordinator.getByRole('form', { name: YESTERDAY });
			await expect(form).toContainText(DECISION);
			await looksGood(`${demo.openReport}/correctie`);
			await form.getByLabel('Reden').fill('De vergadering was vergeten.');
			await form.getByRole('button', { name: 'Vergadering toevoegen' }).click();
			await reader.goto(demo.openReport);
			for (const text of [DECISION, OBJECTION, 'De vergadering was vergeten.'])
				await expect(reader.locator('main')).toContainText(text);
			await expect(reader.getByText('De inhoud is nog precies zoals vastgesteld.')).toBeVisible();
			const all = await download(reader, reader.getByRole('link', { name: /met wat eraan is toegevoegd/ }));
			expect(new TextDecoder().decode(all.bytes)).toContain(DECISION);
		});
	},
);
