/** Makes the demo database by doing what people would do: import, fill in, agree, close and adopt, quarter after quarter. */
import { rmSync } from 'node:fs';
import type { Actor } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import { parsePeriod, periodsBetween, type Period } from '#lib/domain/period.ts';
import type { GoalState } from '#lib/domain/workflow.ts';
import { adoptRound } from '../adoption/adopt-round.ts';
import { prepareAdoption } from '../adoption/prepare-adoption.ts';
import { hashPassword } from '../auth/passwords.ts';
import { migrateDatabase } from '../db/migrate.ts';
import { openDatabase, type Db } from '../db/open.ts';
import { writeSetting } from '../db/settings.ts';
import { decideGoals } from '../goals/decide-goals.ts';
import { listGoals } from '../goals/list-goals.ts';
import { writeGoals } from '../goals/write-goals.ts';
import { importAgenda } from '../imports/import-agenda.ts';
import { askRoundStep } from '../rounds/ask-round-step.ts';
import { closeRound, openRound } from '../rounds/move-round.ts';
import { planRound } from '../rounds/plan-round.ts';
import { HOUSE_RULES } from '../system-context.ts';
import { DEMO_PASSWORD } from './accounts.ts';
import type { Context } from '../use-case.ts';
import { demoRound, instantIn, instantOn } from './calendar.ts';
import { markAsExample } from './demo.repo.ts';
import { readDemoData, type ExampleGoals, type ExampleItem } from './example-file.ts';
import { holdEarlierMeeting, holdMeeting, planNextMeeting } from './play-meetings.ts';
import { addDemoPeople, type DemoPeople } from './people.ts';
import { playLetters } from './play-letters.ts';
import { playPartners } from './play-partners.ts';
import { playStatus } from './play-status.ts';

const AGENDA = 'uw-2019-2022';
const PERIODS = periodsBetween(2019, 2020, 'quarter');
/** The demo's present: in the weeks of its open round. */
const PRESENT = '2021-01-14T09:30:00+01:00';
const ADOPTED_THEMES = ['algemeen', 'thuiszitters'];
const SYSTEM: Actor = { kind: 'system', name: 'demo' };

/** Replaces the file. Takes a few seconds. */
export async function makeDemoDatabase(path: string): Promise<void> {
	for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
	const db = openDatabase(path);
	// Only while seeding: a demo that stops halfway is simply made again.
	db.$client.pragma('synchronous = OFF');
	migrateDatabase(db);
	await seedDemo(db);
	db.$client.close();
}

export async function seedDemo(db: Db): Promise<void> {
	const { regionSlug, fileText, items } = readDemoData();
	const start = new Date('2019-04-18T12:00:00Z');
	importAgenda({ db, actor: SYSTEM, now: start, house: HOUSE_RULES }, { region: '', text: fileText });
	markAsExample(db, regionSlug);
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	const leads = items.map((item) => item.trekker);
	const people = addDemoPeople(db, { regionSlug, leads, passwordHash, now: start });
	for (const [index, period] of PERIODS.entries()) playRound(db, period, index, items, people);
	const last = PERIODS.at(-2);
	if (last) {
		const { adoptedOn } = demoRound(last);
		playLetters(db, people.coordinator, {
			round: `${AGENDA}-${last.toLowerCase()}`,
			region: regionSlug,
			adoptedOn,
		});
	}
	writeSetting(db, 'demo-clock', PRESENT);
}

function playRound(
	db: Db,
	period: Period,
	index: number,
	items: readonly ExampleItem[],
	people: DemoPeople,
): void {
	const { coordinator } = people;
	const { opensOn, closesOn, discussedOn, adoptedOn } = demoRound(period);
	const opened = { db, actor: coordinator, now: instantOn(opensOn), house: HOUSE_RULES };
	const round = planRound(opened, { agenda: AGENDA, period, opensOn, closesOn });
	openRound(opened, { round, version: 1 });
	for (const item of items) playGoals(db, period, item, coordinator);
	for (const [place, item] of items.entries()) {
		const status = item.statussen[period];
		const adviser = people.advisers.get(item.trekker);
		if (!status || !adviser) continue;
		playStatus(db, { round, item: item.agendapunt.replace('/', '-') }, status, {
			adviser,
			coordinator,
			filledIn: instantIn(period, 5 + (place % 8), place * 7),
			judged: instantIn(period, 13, 60 + place * 3),
		});
	}
	if (period === PERIODS.at(-1)) {
		playPartners({ db, actor: coordinator, now: instantIn(period, 12, 30), house: HOUSE_RULES }, round);
		planNextMeeting({ db, coordinator, agenda: AGENDA, period, heldOn: adoptedOn, now: opened.now });
		return;
	}
	const closed = { db, actor: coordinator, now: instantOn(discussedOn), house: HOUSE_RULES };
	const asked = askRoundStep(closed, { round, step: 'close' });
	closeRound(closed, { round, version: asked.version, seen: asked.seen, discussedOn });
	discussGoals(
		{ db, actor: coordinator, now: instantOn(discussedOn), house: HOUSE_RULES },
		discussedOn,
		index === PERIODS.length - 2,
	);
	const hall = { db, coordinator, agenda: AGENDA, period, heldOn: adoptedOn, now: instantOn(adoptedOn) };
	const meeting = index === PERIODS.length - 2 ? holdMeeting(hall) : holdEarlierMeeting(hall);
	const afterwards = { db, actor: coordinator, now: instantOn(adoptedOn, 90), house: HOUSE_RULES };
	const { seen } = prepareAdoption(afterwards, { round });
	adoptRound(afterwards, { round, version: 3, meeting, seen });
}

/** The REA discusses what was written since last time; those of two themas it has also adopted by now. */
function discussGoals(context: Context, decidedOn: Day, isLast: boolean): void {
	const { items } = listGoals(context, { agenda: AGENDA });
	for (const { ref, newest, state, themeCode } of items) {
		if (!newest) continue;
		const decide = (next: GoalState) =>
			decideGoals(context, { agenda: AGENDA, item: ref, version: newest.number, state: next, decidedOn });
		if (state === 'concept') decide('discussed');
		if (isLast && ADOPTED_THEMES.includes(themeCode)) decide('adopted');
	}
}

/** A later version of the goals is written some weeks before the round in which it first counts opens. */
function playGoals(db: Db, period: Period, item: ExampleItem, coordinator: Actor): void {
	const index = item.doelen.findIndex((goals, place) => place > 0 && parsePeriod(goals.vanaf) === period);
	const goals: ExampleGoals | undefined = item.doelen[index];
	if (!goals) return;
	const now = new Date(instantOn(demoRound(period).opensOn).getTime() - 16 * 86_400_000);
	const { rood, oranje, groen, donkergroen, reden } = goals;
	writeGoals(
		{ db, actor: coordinator, now, house: HOUSE_RULES },
		{
			agenda: AGENDA,
			item: item.agendapunt.replace('/', '-'),
			version: index,
			reason: reden,
			rood,
			oranje,
			groen,
			donkergroen: donkergroen ?? '',
		},
	);
}
