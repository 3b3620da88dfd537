/** Meetings: planning, the agenda made from the items, what is decided, and who sees which meeting. */
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { findMeetingFacts } from '#lib/server/db/meeting-facts.ts';
import { status } from '#lib/server/db/schema.ts';
import { giveAccord } from '#lib/server/meetings/give-accord.ts';
import { listOwnMeetings, viewPlanForm } from '#lib/server/meetings/list-meetings.ts';
import { cancelMeeting, editMeeting } from '#lib/server/meetings/edit-meeting.ts';
import { editMeetingItem, moveMeetingItem } from '#lib/server/meetings/edit-meeting-item.ts';
import {
	closeMeeting,
	notePresence,
	reopenMeeting,
	startMeeting,
} from '#lib/server/meetings/move-meeting.ts';
import { planMeeting } from '#lib/server/meetings/plan-meeting.ts';
import { addMeetingItem, proposeMeetingAgenda } from '#lib/server/meetings/prepare-agenda.ts';
import { editDecision, followDecision, recordDecision } from '#lib/server/meetings/record-decision.ts';
import { setBoardLevel, withdrawBoardLevel } from '#lib/server/meetings/set-board-level.ts';
import { meetingView } from '#lib/server/meetings/meeting.view.ts';
import { prepareView } from '#lib/server/meetings/prepare.view.ts';
import { presentationView } from '#lib/server/meetings/presentation.view.ts';
import { viewMeeting, viewMeetingDecisions, watchMeeting } from '#lib/server/meetings/view-meeting.ts';
import { adoptFrom } from '../support/adopt.ts';
import { organisationId, planned, planOf, roundIds } from '../support/examples-meetings.ts';
import { meetingAnswer } from '../support/formal-steps.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, markOf, type World } from '../support/world.ts';

const coordinator = (world: World) => world.as('coordinator');

function ask(world: World, text: string, state: 'agreed' | 'returned' = 'agreed'): void {
	world.db.update(status).set({ escalation: text }).where(eq(status.state, state)).run();
}

const titleOf = (page: ReturnType<typeof viewMeeting>, ref: string) =>
	page.entries.find((one) => one.ref === ref)?.shortTitle;

describe('planning', () => {
	test('gives the meeting an address with its forum and day, and a second one on that day its own', () => {
		const world = makeWorld();
		expect(planned(world)).toBe('vecht-2020-2022-oogo-2021-01-20');
		expect(planned(world)).toBe('vecht-2020-2022-oogo-2021-01-20-2');
		expect(planned(world, { forum: 'official' })).toBe('vecht-2020-2022-rea-2021-01-20');
	});

	test('proposes that gemeenten and samenwerkingsverbanden vote and the RBL talks along', () => {
		const world = makeWorld();
		const { organisations } = viewPlanForm(coordinator(world), { agenda: world.home.agenda });
		expect(organisations.map((one) => [one.slug, one.usual])).toEqual([
			['aa', 'voting'],
			['bee', 'voting'],
			['rbl', 'partner'],
			['swv', 'voting'],
		]);
	});

	test.each([
		[
			'a round of another agenda',
			(world: World) => ({ rounds: roundIds(world, world.away.rounds.closed) }),
			'rounds',
		],
		[
			'an organisation of another region',
			(world: World) => ({ participants: [{ id: organisationId(world, 'aa', 'away'), standing: 'voting' }] }),
			'participants',
		],
		['nobody who votes', () => ({ participants: [] }), 'participants'],
		['a day that does not exist', () => ({ heldOn: '2021-02-30' }), 'heldOn'],
		['a time that does not exist', () => ({ startsAt: '25:00' }), 'startsAt'],
	])('refuses %s', (_name, overrides, field) => {
		const world = makeWorld();
		const failure = refusalOf(() => planMeeting(coordinator(world), planOf(world, overrides(world))));
		expect(failure.code).toBe('invalid');
		expect(Object.keys(failure.detail.fields ?? {})).toEqual([field]);
	});

	test('can be changed with the newest version only, and not away from who has spoken', () => {
		const world = makeWorld();
		const meeting = planned(world);
		const change = { ...planOf(world), meeting, place: 'Elders' };
		editMeeting(coordinator(world), { ...change, version: 1 });
		const stale = refusalOf(() => editMeeting(coordinator(world), { ...change, place: 'Thuis', version: 1 }));
		expect(stale).toMatchObject({
			code: 'conflict',
			detail: { theirs: { place: 'Elders' }, theirVersion: 2 },
		});
		const organisation = organisationId(world, 'bee');
		giveAccord(coordinator(world), { meeting, organisation, stance: 'agreed', version: 0 });
		const participants = [{ id: organisationId(world, 'aa'), standing: 'voting' }];
		const failure = refusalOf(() => editMeeting(coordinator(world), { ...change, participants, version: 2 }));
		expect(failure.detail.fields).toHaveProperty('participants');
	});

	test('ends with calling it off, unless something was decided', () => {
		const world = makeWorld();
		const [off, held] = [planned(world), planned(world, { heldOn: '2021-01-21' })];
		cancelMeeting(coordinator(world), { meeting: off, version: 1 });
		const late = { meeting: off, text: 'Toch nog iets.' };
		expect(refusalOf(() => recordDecision(coordinator(world), late)).code).toBe('wrong-state');
		recordDecision(coordinator(world), { meeting: held, text: 'Iets.' });
		expect(refusalOf(() => cancelMeeting(coordinator(world), { meeting: held, version: 1 })).code).toBe(
			'wrong-state',
		);
	});
});

describe('the agenda of a meeting', () => {
	const lines = (world: World, meeting: string) =>
		viewMeeting(coordinator(world), { meeting }).entries.map(
			({ ref, subject, kind }) => `${ref ?? subject} ${kind}`,
		);

	test('is proposed from the items: questions first, then what is worth talking about, then the rest', () => {
		const world = makeWorld();
		const inRound = eq(status.roundId, roundIds(world, world.home.rounds.closed)[0] ?? 0);
		world.db.update(status).set({ escalation: '' }).where(inRound).run();
		const asked = and(inRound, eq(status.state, 'agreed'), eq(status.level, 'groen'));
		world.db.update(status).set({ escalation: 'Wie betaalt dit?' }).where(asked).run();
		const meeting = planned(world);
		proposeMeetingAgenda(coordinator(world), { meeting, version: 1 });
		expect(lines(world, meeting)).toEqual([
			`${ITEM.submitted} discuss`,
			`${ITEM.returned} discuss`,
			`${ITEM.untouched} discuss`,
			`${ITEM.draft} discuss`,
		]);
	});

	test('puts what was not answered up for discussion, with its last known level there and on the screen in the room', () => {
		const world = makeWorld();
		const inRound = eq(status.roundId, roundIds(world, world.home.rounds.closed)[0] ?? 0);
		const answered = and(inRound, eq(status.level, 'groen'));
		world.db.update(status).set({ state: 'returned', escalation: '' }).where(answered).run();
		const meeting = planned(world);
		proposeMeetingAgenda(coordinator(world), { meeting, version: 1 });
		const page = viewMeeting(coordinator(world), { meeting });
		const plan = viewPlanForm(coordinator(world), { agenda: world.home.agenda });
		const line = prepareView(page, plan).lines.find((one) => one.title === titleOf(page, ITEM.submitted));
		expect(line).toMatchObject({ kind: 'discuss', lastKnown: 'Laatst bekend: oranje (2020-K2)' });
		const screens = Array.from({ length: 12 }, (_, index) => presentationView(page, index + 1).screen);
		const own = screens.find((one) => one.kind === 'entry' && one.entry.ref === ITEM.submitted);
		expect(own).toMatchObject({
			entry: { look: { level: 'unanswered', lastKnown: 'Laatst bekend: oranje (2020-K2)' } },
		});
	});

	test('keeps what people put there, and a second proposal adds only what is missing', () => {
		const world = makeWorld();
		const meeting = planned(world);
		addMeetingItem(coordinator(world), { meeting, subject: 'Rondvraag', kind: 'formality' });
		addMeetingItem(coordinator(world), { meeting, item: ITEM.untouched, kind: 'formality' });
		proposeMeetingAgenda(coordinator(world), { meeting, version: 1 });
		expect(lines(world, meeting).slice(0, 2)).toEqual(['Rondvraag formality', `${ITEM.untouched} formality`]);
		expect(lines(world, meeting)).toHaveLength(5);
		proposeMeetingAgenda(coordinator(world), { meeting, version: 2 });
		expect(lines(world, meeting)).toHaveLength(5);
	});

	test('cannot be proposed for the board while the round is open, but can for the officials', () => {
		const world = makeWorld();
		const rounds = roundIds(world, world.home.rounds.open);
		const [board, official] = [planned(world, { rounds }), planned(world, { rounds, forum: 'official' })];
		const refused = refusalOf(() => proposeMeetingAgenda(coordinator(world), { meeting: board, version: 1 }));
		expect(refused.code).toBe('wrong-state');
		proposeMeetingAgenda(coordinator(world), { meeting: official, version: 1 });
		expect(lines(world, official)).toHaveLength(4);
	});

	test('is put in order and changed with the newest version only', () => {
		const world = makeWorld();
		const meeting = planned(world);
		for (const subject of ['Een', 'Twee', 'Drie'])
			addMeetingItem(coordinator(world), { meeting, subject, kind: 'discuss' });
		moveMeetingItem(coordinator(world), { meeting, entry: 3, version: 1, to: 0 });
		expect(lines(world, meeting)).toEqual(['Drie discuss', 'Een discuss', 'Twee discuss']);
		const again = { meeting, entry: 3, version: 1, to: 2 };
		expect(refusalOf(() => moveMeetingItem(coordinator(world), again)).code).toBe('conflict');
		const edit = { meeting, entry: 3, kind: 'formality', note: 'Kort.' };
		editMeetingItem(coordinator(world), { ...edit, version: 2 });
		const stale = refusalOf(() =>
			editMeetingItem(coordinator(world), { ...edit, note: 'Lang.', version: 2 }),
		);
		expect(stale.detail.theirs).toEqual({ kind: 'Hamerstuk', note: 'Kort.' });
	});

	test('does not take the same item twice', () => {
		const world = makeWorld();
		const meeting = planned(world);
		const item = { meeting, item: ITEM.untouched, kind: 'discuss' };
		addMeetingItem(coordinator(world), item);
		expect(refusalOf(() => addMeetingItem(coordinator(world), item)).detail.fields).toHaveProperty('item');
	});
});

describe('what an organisation says', () => {
	test('a board member speaks for the own organisation only', () => {
		const world = makeWorld();
		const meeting = planned(world);
		const say = (slug: string) =>
			giveAccord(world.as('board'), {
				meeting,
				organisation: organisationId(world, slug),
				version: 0,
				stance: 'reservation',
				text: 'Eerst naar de raad.',
			});
		say('aa');
		expect(refusalOf(() => say('bee')).code).toBe('forbidden');
		const { accords } = viewMeeting(world.as('board'), { meeting });
		expect(accords).toMatchObject([{ organisation: 'Gemeente Aa', stance: 'reservation', ref: null }]);
	});

	test.each([
		['a voorbehoud without a text', 'aa', { stance: 'reservation', text: ' ' }, 'text'],
		['geen overeenstemming without a reason', 'aa', { stance: 'none' }, 'text'],
		['somebody who only talks along', 'rbl', { stance: 'agreed' }, 'organisation'],
		['an item that is not there', 'aa', { stance: 'agreed', item: 'thuiszitters-99' }, 'item'],
	])('refuses %s', (_name, slug, said, field) => {
		const world = makeWorld();
		const input = { meeting: planned(world), organisation: organisationId(world, slug), version: 0, ...said };
		const failure = refusalOf(() => giveAccord(coordinator(world), input));
		expect(Object.keys(failure.detail.fields ?? {})).toEqual([field]);
	});

	test('about an item stands beside what it says of the whole, and the second writer sees the first', () => {
		const world = makeWorld();
		const input = { meeting: planned(world), organisation: organisationId(world, 'aa'), version: 0 };
		giveAccord(world.as('board'), { ...input, stance: 'agreed' });
		giveAccord(world.as('board'), { ...input, item: ITEM.untouched, stance: 'none', text: 'Te duur.' });
		const stale = refusalOf(() => giveAccord(coordinator(world), { ...input, stance: 'none', text: 'Nee.' }));
		expect(stale).toMatchObject({
			code: 'conflict',
			detail: { theirs: { stance: 'Akkoord' }, theirVersion: 1 },
		});
		expect(viewMeeting(world.as('board'), { meeting: input.meeting }).accords).toHaveLength(2);
	});

	test('no longer changes once an adoption holds the meeting', () => {
		const world = makeWorld();
		const meeting = planned(world, { heldOn: '2021-01-13' });
		adoptFrom(coordinator(world), world.home.rounds.closed);
		const input = { meeting, organisation: organisationId(world, 'aa'), version: 0, stance: 'agreed' };
		const refusal = refusalOf(() => giveAccord(coordinator(world), input));
		expect([refusal.code, refusal.message.includes('leg dan een correctie vast')]).toEqual([
			'wrong-state',
			true,
		]);
	});

	test('at the officials’ meeting ends with the adoption of what it looked at', () => {
		const world = makeWorld();
		const rounds = roundIds(world, world.home.rounds.adopted);
		const meeting = planned(world, { forum: 'official', rounds });
		const input = { meeting, organisation: organisationId(world, 'aa'), version: 0, stance: 'agreed' };
		expect(refusalOf(() => giveAccord(coordinator(world), input)).code).toBe('wrong-state');
	});
});

describe('a decision', () => {
	test('of a board member is about the own organisation; only the coordinator decides for all', () => {
		const world = makeWorld();
		const meeting = planned(world);
		const record = (slug: string | null) =>
			recordDecision(world.as('board'), {
				meeting,
				text: 'We doen iets.',
				organisation: slug === null ? '' : organisationId(world, slug),
			});
		record('aa');
		expect(refusalOf(() => record('bee')).code).toBe('forbidden');
		expect(refusalOf(() => record(null)).code).toBe('forbidden');
		const edit = { meeting, decision: 1, version: 1, text: 'Laat Bee het doen.' };
		const move = () =>
			editDecision(world.as('board'), { ...edit, organisation: organisationId(world, 'bee') });
		expect(refusalOf(move).code).toBe('forbidden');
	});

	test('comes back at the next meeting of the same forum until it is done', () => {
		const world = makeWorld();
		const meeting = planned(world);
		const next = planned(world, { heldOn: '2021-04-20' });
		const other = planned(world, { heldOn: '2021-04-20', forum: 'official' });
		for (const text of ['Een plan maken.', 'Een brief sturen.'])
			recordDecision(coordinator(world), { meeting, text });
		world.now = new Date('2021-01-20T15:00:00Z');
		closeMeeting(coordinator(world), meetingAnswer(coordinator(world), meeting, 'close'));
		const open = (slug: string) =>
			viewMeeting(coordinator(world), { meeting: slug }).open.map((one) => one.text);
		expect(open(next)).toEqual(['Een plan maken.', 'Een brief sturen.']);
		expect(open(other)).toEqual([]);
		expect(open(meeting)).toEqual([]);
		const done = { meeting, decision: 1, version: 1, state: 'done', followUp: 'Het ligt er.' };
		followDecision(coordinator(world), done);
		expect(open(next)).toEqual(['Een brief sturen.']);
		expect(refusalOf(() => followDecision(coordinator(world), done)).code).toBe('conflict');
	});

	test('of another meeting is not found through this one', () => {
		const world = makeWorld();
		const [meeting, other] = [planned(world), planned(world, { heldOn: '2021-02-20' })];
		recordDecision(coordinator(world), { meeting, text: 'Een plan.' });
		const input = { meeting: other, decision: 1, version: 1, state: 'done' };
		expect(refusalOf(() => followDecision(coordinator(world), input)).code).toBe('not-found');
	});
});

describe('a closed meeting', () => {
	test('keeps its agenda, presence and decisions; reopening is for a mistake', () => {
		const world = makeWorld();
		const meeting = planned(world, { heldOn: '2021-01-13' });
		startMeeting(coordinator(world), { meeting, version: 1 });
		notePresence(coordinator(world), { meeting, version: 2, present: [organisationId(world, 'aa')] });
		closeMeeting(coordinator(world), meetingAnswer(coordinator(world), meeting, 'close'));
		const refused = [
			() => addMeetingItem(coordinator(world), { meeting, subject: 'Nog iets', kind: 'discuss' }),
			() => notePresence(coordinator(world), { meeting, version: 4, present: [] }),
			() => recordDecision(coordinator(world), { meeting, text: 'Nog iets.' }),
			() => editMeeting(coordinator(world), { ...planOf(world), meeting, version: 4 }),
			() => proposeMeetingAgenda(coordinator(world), { meeting, version: 4 }),
		];
		for (const work of refused) expect(refusalOf(work).code).toBe('wrong-state');
		const { participants } = viewMeeting(coordinator(world), { meeting });
		expect(participants.filter((one) => one.present).map((one) => one.shortName)).toEqual(['Gemeente Aa']);
		reopenMeeting(coordinator(world), { meeting, version: 4 });
		recordDecision(coordinator(world), { meeting, text: 'Nu wel.' });
		closeMeeting(coordinator(world), meetingAnswer(coordinator(world), meeting, 'close'));
		adoptFrom(coordinator(world), world.home.rounds.closed);
		expect(refusalOf(() => reopenMeeting(coordinator(world), { meeting, version: 6 })).code).toBe(
			'wrong-state',
		);
	});
});

describe('a level of the board', () => {
	const set = (world: World, meeting: string, overrides = {}) =>
		setBoardLevel(coordinator(world), {
			meeting,
			item: ITEM.untouched,
			version: 0,
			level: 'rood',
			reason: 'De cijfers blijven achter',
			...overrides,
		});

	test('stands beside that of the officials until the adoption, which adopts it and keeps both', () => {
		const world = makeWorld();
		const meeting = planned(world, { heldOn: '2021-01-13' });
		set(world, meeting);
		proposeMeetingAgenda(coordinator(world), { meeting, version: 1 });
		const view = meetingView(viewMeeting(world.as('board'), { meeting }));
		const entry = view.discuss.find((one) => one.ref === ITEM.untouched);
		expect(entry?.look).toMatchObject({
			level: 'oranje',
			boardLevel: 'rood',
			twoLevels: 'REA: oranje, OOGO: rood, omdat: De cijfers blijven achter.',
		});
		const round = world.home.rounds.closed;
		expect(findMeetingFacts(world.db, roundIds(world, round)[0] ?? 0, 'board')[0]?.levels).toMatchObject([
			{ item: ITEM.untouched, official: 'oranje', level: 'rood' },
		]);
		adoptFrom(coordinator(world), round);
		const { snapshot } = viewAdoption(world.as('reader'), { round });
		const items = snapshot.facts.themes.flatMap((theme) => theme.items);
		expect(items.find((one) => one.ref === ITEM.untouched)?.statuses.at(-1)).toMatchObject({
			level: 'rood',
			judged: { official: 'oranje', reason: 'De cijfers blijven achter' },
		});
		expect(refusalOf(() => set(world, meeting, { version: 1, level: 'groen' })).code).toBe('wrong-state');
	});

	test('can be taken back, and set again on the version that was seen', () => {
		const world = makeWorld();
		const meeting = planned(world);
		set(world, meeting);
		withdrawBoardLevel(coordinator(world), { meeting, item: ITEM.untouched, version: 1 });
		expect(viewMeeting(coordinator(world), { meeting }).levels).toEqual([]);
		expect(refusalOf(() => set(world, meeting)).code).toBe('conflict');
		set(world, meeting, { version: 2, level: 'groen' });
		expect(viewMeeting(coordinator(world), { meeting }).levels).toMatchObject([{ level: 'groen' }]);
	});

	test.each([
		['without a reason', { reason: ' ' }, 'invalid'],
		['that is the same', { level: 'oranje' }, 'invalid'],
		['that a doorlopend item has not', { item: ITEM.returned, level: 'donkergroen' }, 'invalid'],
		['for what the officials did not answer', { item: ITEM.draft }, 'wrong-state'],
	])('is refused %s', (_name, overrides, code) => {
		const world = makeWorld();
		const meeting = planned(world);
		expect(refusalOf(() => set(world, meeting, overrides)).code).toBe(code);
	});

	test('does not exist at a meeting of the officials, nor for a round that is still open', () => {
		const world = makeWorld();
		const meeting = planned(world, { forum: 'official' });
		expect(refusalOf(() => set(world, meeting)).code).toBe('wrong-state');
		const early = planned(world, { rounds: roundIds(world, world.home.rounds.open) });
		expect(refusalOf(() => set(world, early)).code).toBe('wrong-state');
	});
});

describe('who sees which meeting', () => {
	const titles = (world: World, who: 'coordinator' | 'adviser' | 'board' | 'reader') =>
		listOwnMeetings(world.as(who), {}).meetings.map((one) =>
			one.meeting.slug.replace('vecht-2020-2022-', ''),
		);

	test('the officials see both forums, the board its own, griffie and raad what was adopted', () => {
		const world = makeWorld();
		planned(world);
		planned(world, { forum: 'official', heldOn: '2020-10-29' });
		planned(world, { heldOn: '2020-09-12', rounds: roundIds(world, world.home.rounds.adopted) });
		const all = ['oogo-2021-01-20', 'rea-2020-10-29', 'oogo-2020-09-12'];
		expect(titles(world, 'coordinator')).toEqual(all);
		expect(titles(world, 'adviser')).toEqual(all);
		expect(titles(world, 'board')).toEqual(['oogo-2021-01-20', 'oogo-2020-09-12']);
		expect(titles(world, 'reader')).toEqual(['oogo-2020-09-12']);
		expect(listOwnMeetings(world.as('coordinator', 'away'), {}).meetings).toEqual([]);
	});

	test('to a board member a meeting of the officials looks like nothing at all', () => {
		const world = makeWorld();
		const meeting = planned(world, { forum: 'official' });
		for (const work of [viewMeeting, viewMeetingDecisions, watchMeeting])
			expect(refusalOf(() => work(world.as('board'), { meeting })).code).toBe('not-found');
	});

	test('a reader gets the decisions of an adopted meeting without their follow-up, and no others', () => {
		const world = makeWorld();
		const early = planned(world);
		expect(refusalOf(() => viewMeetingDecisions(world.as('reader'), { meeting: early })).code).toBe(
			'not-found',
		);
		const rounds = roundIds(world, world.home.rounds.adopted);
		const meeting = planned(world, { heldOn: '2020-09-13', rounds });
		for (const text of ['Blijft staan.', 'Vervalt.']) recordDecision(coordinator(world), { meeting, text });
		const follow = { meeting, version: 1, followUp: 'Alleen voor de REA.' };
		followDecision(coordinator(world), { ...follow, decision: 1, state: 'done' });
		followDecision(coordinator(world), { ...follow, decision: 2, state: 'dropped' });
		const page = viewMeetingDecisions(world.as('reader'), { meeting });
		expect(page.decisions).toMatchObject([{ text: 'Blijft staan.', state: 'open', followUp: '' }]);
		expect(refusalOf(() => viewMeeting(world.as('reader'), { meeting })).code).toBe('forbidden');
	});

	test('at the table of the board nobody sees a draft, a returned status or the open round, whoever looks', () => {
		const world = makeWorld();
		ask(world, '[vraag in een teruggegeven status]', 'returned');
		const rounds = roundIds(world, world.home.rounds.closed, world.home.rounds.open);
		const meeting = planned(world, { rounds });
		proposeMeetingAgenda(coordinator(world), { meeting, version: 1 });
		const marks = [
			...['submitted', 'returned', 'note', 'draft'].map((state) => markOf('vecht', 'open', state)),
			...['returned', 'note', 'draft'].map((state) => markOf('vecht', 'closed', state)),
			'[vraag in een teruggegeven status]',
		];
		for (const who of ['board', 'adviser', 'coordinator'] as const) {
			const page = viewMeeting(world.as(who), { meeting });
			const screens = Array.from({ length: 12 }, (_, index) => presentationView(page, index + 1));
			const shown = JSON.stringify([meetingView(page), screens, page.look.facts]);
			expect(shown).toContain(markOf('vecht', 'closed', 'agreed'));
			expect(marks.filter((mark) => shown.includes(mark))).toEqual([]);
		}
	});
});

test('the counter of a meeting goes up with a change in its region, and not with one elsewhere', () => {
	const world = makeWorld();
	const meeting = planned(world);
	const before = watchMeeting(world.as('board'), { meeting });
	planMeeting(world.as('coordinator', 'away'), {
		agenda: world.away.agenda,
		forum: 'board',
		heldOn: '2021-01-20',
		rounds: [],
		participants: [{ id: organisationId(world, 'aa', 'away'), standing: 'voting' }],
	});
	expect(watchMeeting(world.as('board'), { meeting })).toBe(before);
	recordDecision(coordinator(world), { meeting, text: 'Iets.' });
	expect(watchMeeting(world.as('board'), { meeting })).toBeGreaterThan(before);
});

test('the headline compares with the previous meeting of this forum, not with the last round', () => {
	const world = makeWorld();
	const [first, last] = [world.home.rounds.adopted, world.home.rounds.closed];
	planned(world, { heldOn: '2020-09-12', rounds: roundIds(world, first) });
	planned(world, { heldOn: '2020-10-29', rounds: roundIds(world, last), forum: 'official' });
	const { look } = viewMeeting(world.as('board'), { meeting: planned(world) });
	expect(look).toMatchObject({ before: '2020-K2', previous: { heldOn: '2020-09-12' } });
	expect(meetingView(viewMeeting(world.as('board'), { meeting: planned(world) })).moves?.heading).toContain(
		'Sinds',
	);
});
