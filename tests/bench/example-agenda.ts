/** One region of the bench: the demo's agenda with 25 items, filled in for all 16 quarters by the same use cases as people use. */
import { parsePeriod, periodsBetween, type Period } from '#lib/domain/period.ts';
import { adoptRound } from '#lib/server/adoption/adopt-round.ts';
import { prepareAdoption } from '#lib/server/adoption/prepare-adoption.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { demoRound, instantIn, instantOn } from '#lib/server/demo/calendar.ts';
import { readDemoData, type ExampleItem, type ExampleStatus } from '#lib/server/demo/example-file.ts';
import { addDemoPeople, type DemoPeople } from '#lib/server/demo/people.ts';
import { holdEarlierMeeting, planNextMeeting } from '#lib/server/demo/play-meetings.ts';
import { playStatus } from '#lib/server/demo/play-status.ts';
import { importAgenda } from '#lib/server/imports/import-agenda.ts';
import { askRoundStep } from '#lib/server/rounds/ask-round-step.ts';
import { closeRound, openRound } from '#lib/server/rounds/move-round.ts';
import { planRound } from '#lib/server/rounds/plan-round.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';

export const AGENDA = 'uw-2019-2022';
const PERIODS = periodsBetween(2019, 2022, 'quarter');
const START = new Date('2019-04-18T12:00:00Z');
/** Items of the open round that nobody has touched yet, for the measurement of saving. */
export const UNTOUCHED = 8;

/** `2022-k4`: the end of the slug of the open round, and of the newest adopted one. */
export const OPEN_ROUND = slugOf(PERIODS.at(-1));
export const ADOPTED_ROUNDS = PERIODS.slice(0, -1).map(slugOf);

/** `oogo-2022-11-12`: the end of the slug of the meeting that adopted the newest adopted round. */
export const NEWEST_MEETING = `oogo-${heldOn(PERIODS.at(-2))}`;

function heldOn(period: Period | undefined): string {
	return period === undefined ? '' : demoRound(period).adoptedOn;
}

function slugOf(period: Period | undefined): string {
	return (period ?? '').toLowerCase();
}

/** `theme-number` of the items that are still untouched in the open round. */
export function untouchedItems(): string[] {
	return readDemoData().items.slice(-UNTOUCHED).map(refOf);
}

function refOf(item: ExampleItem): string {
	return item.agendapunt.replace('/', '-');
}

/** Makes a database file with this one region. */
export function makeExampleDatabase(path: string): void {
	const db = openDatabase(path);
	db.$client.pragma('synchronous = OFF');
	migrateDatabase(db);
	const { regionSlug, fileText, items } = readDemoData();
	importAgenda(
		{ db, actor: { kind: 'system', name: 'bench' }, now: START, house: HOUSE_RULES },
		{ region: '', text: fileText },
	);
	const leads = items.map((item) => item.trekker);
	const people = addDemoPeople(db, { regionSlug, leads, passwordHash: '', now: START });
	for (const period of PERIODS) playRound(db, period, items, people);
	db.$client.close();
}

function playRound(db: Db, period: Period, items: readonly ExampleItem[], people: DemoPeople): void {
	const { coordinator } = people;
	const { opensOn, closesOn, discussedOn, adoptedOn } = demoRound(period);
	const opened = { db, actor: coordinator, now: instantOn(opensOn), house: HOUSE_RULES };
	const round = planRound(opened, { agenda: AGENDA, period, opensOn, closesOn });
	openRound(opened, { round, version: 1 });
	const isOpen = period === PERIODS.at(-1);
	for (const item of isOpen ? items.slice(0, -UNTOUCHED) : items) {
		const status = statusOf(item, period);
		const adviser = people.advisers.get(item.trekker);
		if (!status || !adviser) continue;
		const [filledIn, judged] = [instantIn(period, 6, 0), instantIn(period, 13, 0)];
		playStatus(db, { round, item: refOf(item) }, status, { adviser, coordinator, filledIn, judged });
	}
	const hall = { db, coordinator, agenda: AGENDA, period, heldOn: adoptedOn, now: instantOn(adoptedOn) };
	if (isOpen) return planNextMeeting(hall);
	const closed = { db, actor: coordinator, now: instantOn(discussedOn), house: HOUSE_RULES };
	const asked = askRoundStep(closed, { round, step: 'close' });
	closeRound(closed, { round, version: asked.version, seen: asked.seen, discussedOn });
	const meeting = holdEarlierMeeting(hall);
	const afterwards = { db, actor: coordinator, now: instantOn(adoptedOn, 90), house: HOUSE_RULES };
	const { seen } = prepareAdoption(afterwards, { round });
	adoptRound(afterwards, { round, version: 3, meeting, seen });
}

/** The examples cover two years; the two years after repeat them with a longer text. Everything is agreed on. */
function statusOf(item: ExampleItem, period: Period): ExampleStatus | null {
	const earlier = parsePeriod(period.replace('2021', '2019').replace('2022', '2020'));
	const example = item.statussen[period] ?? (earlier && item.statussen[earlier]);
	if (!example?.niveau || example.stand === 'concept') return null;
	const tekst = earlier === period ? example.tekst : `${example.tekst} ${example.tekst}`;
	return { ...example, tekst, geenWijziging: false, stand: 'akkoord' };
}
