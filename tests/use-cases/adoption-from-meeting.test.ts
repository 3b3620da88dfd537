/** Adopting from a meeting: its date, what goes in, what stays out and is told, and that nobody adopts what was not looked at. */
import { beforeEach, describe, expect, test } from 'vitest';
import { adoptRound } from '#lib/server/adoption/adopt-round.ts';
import { adoptView } from '#lib/server/adoption/adopt.view.ts';
import { prepareAdoption } from '#lib/server/adoption/prepare-adoption.ts';
import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { audit } from '#lib/server/db/schema.ts';
import { cancelMeeting, editMeeting } from '#lib/server/meetings/edit-meeting.ts';
import { giveAccord } from '#lib/server/meetings/give-accord.ts';
import { closeMeeting, notePresence, reopenMeeting } from '#lib/server/meetings/move-meeting.ts';
import { meetingView } from '#lib/server/meetings/meeting.view.ts';
import { decisionListView } from '#lib/server/meetings/decision-list.view.ts';
import { editDecision, recordDecision } from '#lib/server/meetings/record-decision.ts';
import { setBoardLevel } from '#lib/server/meetings/set-board-level.ts';
import { viewMeeting, viewMeetingDecisions } from '#lib/server/meetings/view-meeting.ts';
import { adoptFrom, adoptInWriting, seenForm } from '../support/adopt.ts';
import { organisationId, planned, planOf, roundIds } from '../support/examples-meetings.ts';
import { refusalOf } from '../support/refusal.ts';
import { meetingAnswer } from '../support/formal-steps.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

/** The day before the world's present. */
const YESTERDAY = '2021-01-13';

let world: World;
let round: string;
beforeEach(() => {
	world = makeWorld();
	round = world.home.rounds.closed;
});

const coordinator = () => world.as('coordinator');
const decide = (meeting: string, text: string) => recordDecision(coordinator(), { meeting, text });
const disagree = (meeting: string) =>
	giveAccord(coordinator(), {
		meeting,
		organisation: organisationId(world, 'bee'),
		version: 0,
		stance: 'none',
		text: 'Te duur.',
	});
const judge = (meeting: string) =>
	setBoardLevel(coordinator(), {
		meeting,
		item: ITEM.untouched,
		version: 0,
		level: 'rood',
		reason: 'Te traag.',
	});
const snapshot = () => viewAdoption(world.as('reader'), { round }).snapshot;
const page = (asked: string | null = null) => adoptView(prepareAdoption(coordinator(), { round }), asked);

describe('the meeting of yesterday, adopted today', () => {
	test('gives its date, and everything that was recorded there goes in', () => {
		const meeting = planned(world, { heldOn: YESTERDAY });
		decide(meeting, 'Een plan maken.');
		disagree(meeting);
		judge(meeting);
		notePresence(coordinator(), { meeting, version: 1, present: [organisationId(world, 'aa')] });
		closeMeeting(coordinator(), meetingAnswer(coordinator(), meeting, 'close'));
		adoptRound(coordinator(), { ...seenForm(coordinator(), round), meeting });
		expect(snapshot()).toMatchObject({
			adoptedOn: YESTERDAY,
			meetings: [
				{
					heldOn: YESTERDAY,
					decisions: [{ text: 'Een plan maken.' }],
					accords: [{ organisation: { name: 'Gemeente Bee' }, stance: 'none', text: 'Te duur.' }],
					levels: [{ item: ITEM.untouched, level: 'rood' }],
				},
			],
		});
		const present = snapshot().meetings?.[0]?.participants.filter((one) => one.present);
		expect(present?.map((one) => one.organisation.name)).toEqual(['Gemeente Aa']);
	});

	test('is shown with what goes in, who has not spoken and what was not answered', () => {
		const meeting = planned(world, { heldOn: YESTERDAY });
		decide(meeting, 'Een plan maken.');
		disagree(meeting);
		judge(meeting);
		const view = page();
		expect(view).toMatchObject({ chosen: meeting, blocked: null, ahead: [] });
		expect(view.meetings).toMatchObject([
			{
				title: 'OOGO van 13 januari 2021',
				recorded: '1 besluit, 1 standpunt en 1 ander niveau',
				stillOpen: expect.stringContaining('nog niet gesloten'),
				decisions: [{ about: 'Het geheel', text: 'Een plan maken.', who: 'Alle deelnemers' }],
				accords: [{ who: 'Gemeente Bee', stance: 'Geen overeenstemming', text: 'Te duur.' }],
				silent: expect.stringMatching(/^Nog geen standpunt over het geheel: Gemeente Aa en .+\.$/),
			},
		]);
		expect(view.levels).toEqual([
			expect.objectContaining({ sentence: 'REA: oranje, OOGO: rood, omdat: Te traag.' }),
		]);
		expect(view.unanswered).toEqual([expect.objectContaining({ lastKnown: 'Er is nog geen niveau bekend' })]);
	});

	test('cannot be adopted on what was looked at before something was added', () => {
		const meeting = planned(world, { heldOn: YESTERDAY });
		const form = { ...seenForm(coordinator(), round), meeting };
		decide(meeting, 'Toch nog iets.');
		expect(refusalOf(() => adoptRound(coordinator(), form))).toMatchObject({
			code: 'conflict',
			message: expect.stringContaining('intussen veranderd'),
		});
		adoptRound(coordinator(), { ...form, ...seenForm(coordinator(), round) });
		expect(snapshot().meetings?.[0]?.decisions).toHaveLength(1);
	});

	test('is never one that has yet to be held, nor one of the officials', () => {
		const ahead = planned(world);
		const official = planned(world, { heldOn: YESTERDAY, forum: 'official' });
		expect(page().meetings).toEqual([]);
		for (const meeting of [ahead, official]) {
			const refusal = refusalOf(() =>
				adoptRound(coordinator(), { ...seenForm(coordinator(), round), meeting }),
			);
			expect(Object.keys(refusal.detail.fields ?? {})).toEqual(['meeting']);
		}
	});
});

describe('the page says why it cannot be adopted', () => {
	const blocked = (name: 'planned' | 'open' | 'adopted') => {
		round = world.home.rounds[name];
		return page().blocked;
	};

	test.each([
		['planned', 'nog niet gesloten'],
		['open', 'nog niet gesloten'],
		['adopted', 'al vastgesteld'],
	] as const)('while the round is %s', (name, words) => {
		expect(blocked(name)?.sentence).toContain(words);
	});

	test('of who was there it says who was noted as absent, or that nobody was', () => {
		const meeting = planned(world, { heldOn: YESTERDAY });
		expect(page().meetings[0]?.presence.at(-1)).toBe('Niemand is als afwezig genoteerd.');
		const present = ['aa', 'bee', 'rbl'].map((slug) => organisationId(world, slug));
		notePresence(coordinator(), { meeting, version: 1, present });
		expect(page().meetings[0]?.presence.at(-1)).toBe('Afwezig (1): SWV Samen.');
	});
});

describe('two meetings about one round', () => {
	const both = () => {
		const meetings = ['2021-01-06', YESTERDAY].map((heldOn) => planned(world, { heldOn }));
		for (const meeting of meetings) decide(meeting, `In ${meeting}.`);
		return meetings;
	};

	test('both go in, each with its own date; the address chooses which one adopts', () => {
		const [first = '', second = ''] = both();
		expect([page().chosen, page(first).chosen]).toEqual([second, first]);
		adoptFrom(coordinator(), round, { meeting: first });
		expect([snapshot().adoptedOn, snapshot().meetings?.map((one) => one.heldOn)]).toEqual([
			'2021-01-06',
			['2021-01-06', YESTERDAY],
		]);
	});

	test('what is left out is named, and stays out only when the person says so', () => {
		const [first = '', second = ''] = both();
		const alone = { meeting: second, along: [] };
		const refusal = refusalOf(() => adoptFrom(coordinator(), round, alone));
		expect(refusal.detail.fields?.['leaveOut']).toContain('het OOGO van 6 januari 2021 (1 besluit)');
		adoptFrom(coordinator(), round, { ...alone, leaveOut: '1' });
		expect(snapshot().meetings?.map((one) => one.slug)).toEqual([second]);
		const trail = world.db.select().from(audit).all().at(-1);
		expect(trail?.after).toMatchObject({ leftOut: ['OOGO van 6 januari 2021'] });
		const besides = decisionListView(viewMeetingDecisions(world.as('reader'), { meeting: first })).outside;
		expect(besides).toEqual([
			{
				href: null,
				sentence: expect.stringContaining('staat niet in de vaststelling van kwartaal 3 van 2020'),
			},
		]);
	});

	test('a meeting that set a level cannot stay out while that level counts', () => {
		const [first = '', second = ''] = both();
		judge(first);
		const refusal = refusalOf(() =>
			adoptFrom(coordinator(), round, { meeting: second, along: [], leaveOut: '1' }),
		);
		expect(refusal.detail.fields?.['meeting']).toContain('Neem die vergadering mee');
	});
});

describe('adopting without a meeting', () => {
	test.each([
		['without a reason', { reason: ' ' }, 'reason'],
		['without a day', { adoptedOn: '' }, 'adoptedOn'],
		['on a day that has not come', { adoptedOn: '2021-01-15' }, 'adoptedOn'],
		['when nothing was chosen', { meeting: undefined }, 'meeting'],
	])('is refused %s', (_name, wrong, field) => {
		const good = { meeting: '', reason: 'Per mail.', adoptedOn: YESTERDAY };
		const form = { ...seenForm(coordinator(), round), ...good, ...wrong };
		const refusal = refusalOf(() => adoptRound(coordinator(), form));
		expect([refusal.code, Object.keys(refusal.detail.fields ?? {})]).toEqual(['invalid', [field]]);
	});

	test('says why, and asks again when a meeting has recorded something', () => {
		decide(planned(world, { heldOn: YESTERDAY }), 'Een plan.');
		const refusal = refusalOf(() => adoptInWriting(coordinator(), round, YESTERDAY));
		expect(refusal.detail.fields?.['leaveOut']).toContain('het OOGO van 13 januari 2021 (1 besluit)');
		const form = { meeting: '', reason: 'Per mail.', adoptedOn: '2021-01-12', leaveOut: '1' };
		adoptRound(coordinator(), { ...seenForm(coordinator(), round), ...form });
		expect(snapshot()).toMatchObject({
			adoptedOn: '2021-01-12',
			writtenProcedure: { reason: 'Per mail.' },
		});
		expect(snapshot().meetings).toBeUndefined();
	});

	test('names what is recorded at a meeting that has yet to come', () => {
		decide(planned(world), 'Alvast een besluit.');
		expect(page().ahead).toEqual(['OOGO van 20 januari 2021: 1 besluit']);
		const refusal = refusalOf(() => adoptInWriting(coordinator(), round, YESTERDAY));
		expect(refusal.detail.fields?.['leaveOut']).toContain('het OOGO van 20 januari 2021');
	});
});

describe('a meeting that an adoption holds', () => {
	const held = () => {
		const meeting = planned(world, { heldOn: YESTERDAY });
		decide(meeting, 'Een plan.');
		adoptFrom(coordinator(), round);
		return meeting;
	};
	const plan = (meeting: string, overrides = {}) => ({
		...planOf(world, { heldOn: YESTERDAY, ...overrides }),
		meeting,
		version: 1,
	});

	test.each([
		[
			'another date',
			(meeting: string) => editMeeting(coordinator(), plan(meeting, { heldOn: '2021-01-12' })),
		],
		['no round', (meeting: string) => editMeeting(coordinator(), plan(meeting, { rounds: [] }))],
		['a standpunt', (meeting: string) => disagree(meeting)],
		['presence', (meeting: string) => notePresence(coordinator(), { meeting, version: 1, present: [] })],
		['being called off', (meeting: string) => cancelMeeting(coordinator(), { meeting, version: 1 })],
		[
			'other words of a decision',
			(meeting: string) => editDecision(coordinator(), { meeting, decision: 1, version: 1, text: 'Anders.' }),
		],
		['a new decision', (meeting: string) => decide(meeting, 'Nog een.')],
		['a level', (meeting: string) => judge(meeting)],
	])('gets %s no more, and the refusal names the correctie', (_name, change) => {
		const meeting = held();
		expect(refusalOf(() => change(meeting))).toMatchObject({
			code: 'wrong-state',
			message: expect.stringMatching(/correctie/),
		});
	});

	test('can be closed and is not opened again; its page offers no presence to change', () => {
		const meeting = held();
		expect(meetingView(viewMeeting(coordinator(), { meeting })).may.present).toBe(false);
		closeMeeting(coordinator(), meetingAnswer(coordinator(), meeting, 'close'));
		expect(refusalOf(() => reopenMeeting(coordinator(), { meeting, version: 2 })).code).toBe('wrong-state');
		expect(meetingView(viewMeeting(coordinator(), { meeting })).steps).toEqual([]);
	});

	test('still decides about another round of its own, and what was frozen stays as it was', () => {
		const rounds = roundIds(world, round, world.home.rounds.open);
		const meeting = planned(world, { heldOn: YESTERDAY, rounds });
		decide(meeting, 'Over het eerste.');
		adoptFrom(coordinator(), round);
		world.now = new Date(world.now.getTime() + 60_000);
		decide(meeting, 'Over het tweede.');
		const edit = (decision: number) => () =>
			editDecision(coordinator(), { meeting, decision, version: 1, text: 'Beter gezegd.' });
		expect(refusalOf(edit(1)).message).toContain('staat zo in een vaststelling');
		edit(2)();
	});

	test('is not left by a round once something was recorded', () => {
		const meeting = planned(world, { heldOn: YESTERDAY });
		decide(meeting, 'Een plan.');
		const refusal = refusalOf(() => editMeeting(coordinator(), plan(meeting, { rounds: [] })));
		expect(refusal.detail.fields?.['rounds']).toContain('kwartaal 3 van 2020');
	});
});
