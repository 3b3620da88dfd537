/** A whole meeting of two gemeenten and two samenwerkingsverbanden, and how others' changes come in. */
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { endSession, startSession } from '#lib/server/auth/sessions.ts';
import { meeting, status } from '#lib/server/db/schema.ts';
import { closeRound } from '#lib/server/rounds/move-round.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';
import { day } from '../support/facts.ts';
import { answerTo } from '../support/formal-steps.ts';
import { insertDemoMember } from '#lib/server/demo/demo.repo.ts';
import { signedIn } from '../support/signed-in.ts';
import { demo } from './support/demo.ts';
import { request } from './support/http.ts';
import { expectAccessible } from './support/look.ts';
import type { Site } from './support/sites.ts';
import { takeStep } from './support/steps.ts';
import { expect, test } from './support/test.ts';

const SYSTEM = { kind: 'system', name: 'browsertest' } as const;
const NOW = new Date('2021-01-29T10:00:00Z');
const SEEN_WITHIN = { timeout: 2000 };
const DECISION = 'Wij maken voor 1 april één werkafspraak over thuiszitters.';
const RESERVATION = 'Onder voorbehoud van de begroting van de raad.';

function closeOpenRound({ db }: Site): void {
	db.update(status).set({ state: 'agreed', agreedAt: NOW }).where(eq(status.state, 'submitted')).run();
	const context = { db, actor: SYSTEM, now: NOW, house: HOUSE_RULES };
	closeRound(context, { ...answerTo(context, demo.openRoundSlug, 'close'), discussedOn: '2021-01-29' });
}

async function boardMember(site: Site, organisation: string, page: Page): Promise<Page> {
	const userId = insertDemoMember(
		site.db,
		{
			name: `Bestuurder ${organisation}`,
			email: `bestuurder-${organisation}@demo.example`,
			passwordHash: null,
			createdAt: NOW,
		},
		{ regionSlug: 'utrecht-west', organisation, role: 'board' },
	);
	const value = await startSession({ db: site.db, now: site.now() }, signedIn(userId));
	await page.context().addCookies([{ name: 'sessie', value, url: site.origin }]);
	return page;
}

const region = (page: Page) => page.getByRole('region', { name: 'Overeenstemming over het geheel' });

async function say(page: Page, stance: string, text = ''): Promise<void> {
	await page.goto(demo.nextMeeting);
	await region(page).getByText('Standpunt geven').click();
	await region(page).getByRole('radio', { name: stance }).check();
	if (text) await region(page).getByLabel('Voorbehoud of toelichting').fill(text);
	await region(page)
		.getByRole('button', { name: /^Standpunt opslaan/ })
		.click();
	await expect(region(page).getByRole('listitem').filter({ hasText: stance }).first()).toBeVisible();
}

test('a meeting from its agenda to its decisions, with a voorbehoud, and everybody sees it at once', async ({
	login,
	visitor,
	freshServer: site,
}) => {
	test.slow();
	closeOpenRound(site);
	const coordinator = await login('coordinator', { site });
	await coordinator.goto(`${demo.nextMeeting}/voorbereiden`);
	await coordinator.getByRole('button', { name: 'Agenda voorstellen' }).click();
	const lines = coordinator.getByRole('region', { name: 'Agenda', exact: true }).locator('.order-item');
	await expect(lines).toHaveCount(25);
	const second = await lines.nth(1).locator('strong').innerText();
	await coordinator.getByRole('button', { name: `Omhoog: ${second}` }).click();
	await expect(lines.first().locator('strong')).toHaveText(second);
	await coordinator.goto(demo.nextMeeting);
	await takeStep(coordinator, 'Vergadering beginnen');
	await expect(coordinator.getByText('Bezig')).toBeVisible();

	// The wethouder of Woerden types a voorbehoud while the coordinator records a decision.
	const woerden = await login('board', { site });
	await woerden.goto(demo.nextMeeting);
	await expect(woerden.getByText('Wijzigingen van anderen verschijnen vanzelf.')).toBeVisible();
	await region(woerden).getByText('Standpunt geven').click();
	const typed = region(woerden).getByLabel('Voorbehoud of toelichting');
	await typed.fill(RESERVATION);
	const screen = await visitor({ site, viewport: { width: 1920, height: 1080 } });
	await boardMember(site, 'montfoort', screen);
	await screen.goto(`${demo.nextMeeting}/presentatie?scherm=99`);
	await expect(screen.getByRole('heading', { name: 'Besluiten' })).toBeVisible();
	await expect(screen.getByText('Wijzigingen van anderen verschijnen vanzelf.')).toBeVisible();

	const other = coordinator.getByRole('region', { name: 'Andere besluiten' });
	await other.getByText('Besluit vastleggen').first().click();
	await other.getByLabel('Wat is er besloten?').fill(DECISION);
	await other.getByRole('button', { name: 'Besluit vastleggen' }).click();
	await expect(woerden.getByText(DECISION).first()).toBeVisible(SEEN_WITHIN);
	await expect(screen.getByText(DECISION)).toBeVisible(SEEN_WITHIN);
	await expect(typed).toBeFocused();
	await expect(typed).toHaveValue(RESERVATION);

	await region(woerden).getByRole('radio', { name: 'Voorbehoud' }).check();
	await region(woerden)
		.getByRole('button', { name: /^Standpunt opslaan/ })
		.click();
	await expect(screen.getByText(RESERVATION)).toBeVisible(SEEN_WITHIN);
	await expectAccessible(woerden, 'a meeting in progress');
	const schools: Page[] = [];
	for (const organisation of ['swv-passenderwijs', 'swv-vo-ruw']) {
		const page = await boardMember(site, organisation, await visitor({ site }));
		schools.push(page);
		await say(page, 'Akkoord');
	}
	await screen.keyboard.press('ArrowLeft');
	await expect(screen.getByRole('heading', { level: 1 })).not.toHaveText('Besluiten');
	await screen.keyboard.press('Space');
	await expect(screen.getByRole('heading', { level: 1 })).toHaveText('Besluiten');
	await say(screen, 'Akkoord');

	// A board cannot speak for another.
	await expect(region(woerden).getByRole('group', { name: /^Montfoort/ })).toHaveCount(0);
	await expect(region(coordinator).getByText(/^3 akkoord, 1 voorbehoud/)).toBeVisible(SEEN_WITHIN);
	// Its day is a month away: closing is refused by name, and possible on the day itself.
	await coordinator.getByRole('link', { name: 'Vergadering sluiten' }).click();
	await expect(coordinator.getByText('De dag van de vergadering is nog niet geweest.')).toBeVisible();
	await coordinator.getByRole('button', { name: 'Toch niet' }).click();
	site.db
		.update(meeting)
		.set({ heldOn: day('2021-01-14') })
		.run();
	await takeStep(coordinator, 'Vergadering sluiten');
	await expect(coordinator.getByText('Gesloten', { exact: true })).toBeVisible();
	await expect(region(woerden).getByText('Standpunt geven')).toHaveCount(0, SEEN_WITHIN);
	await woerden.goto(`${demo.nextMeeting}/besluiten`);
	await expect(woerden.getByRole('region', { name: 'Besluiten', exact: true })).toContainText(DECISION);
	await expect(woerden.getByText(RESERVATION)).toBeVisible();
	// Pages that still listen would call the end of the server an error.
	for (const page of [coordinator, woerden, screen, ...schools]) await page.close();
});

test('the ticks hold a counter and nothing else, stop at signing out, and are not for others', async ({
	freshServer: site,
}) => {
	const path = `${demo.heldMeeting}/live`;
	for (const [who, expected] of [
		['reader', 403],
		['platform', 404],
		['anonymous', 303],
	] as const)
		expect((await request(site, path, { who })).status, who).toBe(expected);
	const userId = insertDemoMember(
		site.db,
		{ name: 'Bestuurder', email: 'bestuurder-montfoort@demo.example', passwordHash: null, createdAt: NOW },
		{ regionSlug: 'utrecht-west', organisation: 'montfoort', role: 'board' },
	);
	const token = await startSession({ db: site.db, now: site.now() }, signedIn(userId));
	const answer = await fetch(new URL(path, site.origin), { headers: { cookie: `sessie=${token}` } });
	expect(answer.headers.get('content-type')).toBe('text/event-stream');
	const reader = answer.body?.getReader();
	let text = '';
	const decoder = new TextDecoder();
	const readOn = async (until: (so: string) => boolean): Promise<boolean> => {
		while (reader && !until(text)) {
			const { done, value } = await reader.read();
			if (done) return true;
			text += decoder.decode(value);
		}
		return false;
	};
	await readOn((so) => so.includes('event: change'));
	endSession(site.db, token);
	expect(await readOn(() => false), 'the stream ends').toBe(true);
	expect(text).toMatch(/^retry: 2000\n\n(event: change\ndata: \d+\n\n)+$/);
});
