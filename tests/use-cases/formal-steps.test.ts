/** The formal steps of a round and a meeting: they ask first, and can be taken back while nobody acted on them. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { audit, mail } from '#lib/server/db/schema.ts';
import { askMeetingStep } from '#lib/server/meetings/ask-meeting-step.ts';
import { cancelMeeting, restoreMeeting } from '#lib/server/meetings/edit-meeting.ts';
import { closeMeeting, startMeeting, takeBackMeeting } from '#lib/server/meetings/move-meeting.ts';
import { recordDecision } from '#lib/server/meetings/record-decision.ts';
import { viewMeeting } from '#lib/server/meetings/view-meeting.ts';
import { askRoundStep } from '#lib/server/rounds/ask-round-step.ts';
import { editDates } from '#lib/server/rounds/edit-dates.ts';
import { closeRound, openRound, reopenRound, takeBackRound } from '#lib/server/rounds/move-round.ts';
import { planRound, planRounds } from '#lib/server/rounds/plan-round.ts';
import { roundQuestionView } from '#lib/server/rounds/round-step.view.ts';
import { viewRound } from '#lib/server/rounds/view-round.ts';
import { agreeStatus } from '#lib/server/status/judge-status.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { planned } from '../support/examples-meetings.ts';
import { answerTo, meetingAnswer } from '../support/formal-steps.ts';
import { refusalOf } from '../support/refusal.ts';
import { emailOf, ITEM, makeWorld, NAMES, type World } from '../support/world.ts';

const coordinator = (world: World) => world.as('coordinator');
const stateOf = (world: World, round: string) => viewRound(coordinator(world), { round }).round.state;
const open = (world: World) =>
	openRound(coordinator(world), answerTo(coordinator(world), world.home.rounds.planned, 'open'));
const mails = (world: World) => world.db.select().from(mail).orderBy(mail.id).all();
const waitingFor = (world: World) => mails(world).filter((row) => row.problem === '' && row.sentAt === null);

describe('opening a round early', () => {
	test('is refused until the person was shown how early it is', () => {
		const world = makeWorld();
		const round = world.home.rounds.planned;
		const refusal = refusalOf(() => openRound(coordinator(world), { round, version: 1 }));
		expect(refusal.code).toBe('conflict');
		expect(refusal.message).toContain('Het is 77 dagen voordat de periode voorbij is.');
		expect(refusal.message).toContain('Het is 80 dagen vóór de geplande dag.');
		expect(stateOf(world, round)).toBe('planned');
		open(world);
		expect(stateOf(world, round)).toBe('open');
	});

	test('says beforehand who gets a mail and who sees what', () => {
		const world = makeWorld();
		const asked = askRoundStep(coordinator(world), { round: world.home.rounds.planned, step: 'open' });
		expect(asked.mails).toEqual({ follow: 1, withdrawn: 0, sentTo: [] });
		const { happens, action } = roundQuestionView(asked);
		expect(happens).toContain('Er gaat 1 mail uit.');
		expect(happens).toContain(
			'Wat er wordt ingevuld, ziet alleen het REA. Het OOGO ziet het na het sluiten.',
		);
		expect(action).toBe(`/rea/${world.home.rounds.planned}/stap/openen?/openen`);
		open(world);
		expect(waitingFor(world)).toHaveLength(1);
	});

	test('is impossible before the period has begun, whatever was shown', () => {
		const world = makeWorld();
		world.now = new Date('2020-12-31T10:00:00Z');
		const round = world.home.rounds.planned;
		const asked = answerTo(coordinator(world), round, 'open');
		expect(refusalOf(() => openRound(coordinator(world), asked))).toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('is nog niet begonnen'),
		});
	});
});

describe('the first day of a round', () => {
	const early = { opensOn: '2021-03-31', closesOn: '2021-07-20' };

	test('is never before its period when it is planned', () => {
		const world = makeWorld();
		const input = { agenda: world.home.agenda, period: '2021-K2', ...early };
		expect(refusalOf(() => planRound(coordinator(world), input)).detail.fields).toHaveProperty('opensOn');
		const many = { agenda: world.home.agenda, rounds: [{ period: '2021-K2', ...early }] };
		expect(refusalOf(() => planRounds(coordinator(world), many)).detail.fields).toHaveProperty(
			'opensOn-2021-K2',
		);
		planRound(coordinator(world), { ...input, opensOn: '2021-04-01' });
	});

	test('is never before its period when it is changed', () => {
		const world = makeWorld();
		const input = {
			round: world.home.rounds.planned,
			version: 1,
			opensOn: '2020-12-31',
			closesOn: '2021-04-27',
		};
		expect(refusalOf(() => editDates(coordinator(world), input)).detail.fields).toHaveProperty('opensOn');
		editDates(coordinator(world), { ...input, opensOn: '2021-01-01' });
	});
});

describe('taking an opening back', () => {
	const takeBack = (world: World) =>
		takeBackRound(coordinator(world), answerTo(coordinator(world), world.home.rounds.planned, 'take-back'));

	test('makes the round planned again, holds back the mail that waits, and is audited', () => {
		const world = makeWorld();
		open(world);
		takeBack(world);
		expect(stateOf(world, world.home.rounds.planned)).toBe('planned');
		expect(viewRound(coordinator(world), { round: world.home.rounds.planned }).round.openedAt).toBeNull();
		expect(waitingFor(world)).toEqual([]);
		expect(mails(world)[0]?.problem).toBe('Niet verstuurd: het peilmoment is terug naar gepland.');
		const row = world.db.select().from(audit).where(eq(audit.action, 'round.take-back')).get();
		expect(row?.after).toMatchObject({ state: 'planned' });
	});

	test('names who got the mail already, and tells them anew at the next opening', () => {
		const world = makeWorld();
		open(world);
		world.db.update(mail).set({ sentAt: world.now }).run();
		const asked = askRoundStep(coordinator(world), {
			round: world.home.rounds.planned,
			step: 'take-back',
		});
		expect(asked.mails).toMatchObject({ follow: 0, withdrawn: 0 });
		expect(asked.mails.sentTo).toHaveLength(1);
		takeBack(world);
		world.now = new Date('2021-04-06T10:00:00Z');
		open(world);
		expect(waitingFor(world).map((row) => row.address)).toEqual([emailOf('adviser', NAMES.home.region)]);
	});

	test('is refused once somebody saved a status', () => {
		const world = makeWorld();
		open(world);
		const round = world.home.rounds.planned;
		saveStatus(world.as('adviser'), { round, item: ITEM.untouched, version: 0, narrative: 'Een begin.' });
		expect(refusalOf(() => takeBack(world))).toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('Er is al iets ingevuld'),
		});
		expect(stateOf(world, round)).toBe('open');
	});
});

describe('closing a round', () => {
	test('is refused when something else is missing than the person was shown', () => {
		const world = makeWorld();
		const round = world.home.rounds.open;
		agreeStatus(coordinator(world), { round, item: ITEM.submitted, version: 1 });
		const shown = answerTo(coordinator(world), round, 'close');
		expect(shown.seen.split(' ').sort()).toEqual([
			'before-last-day',
			`draft:${ITEM.draft}`,
			`returned:${ITEM.returned}`,
			`unanswered:${ITEM.untouched}`,
		]);
		saveStatus(world.as('adviser'), { round, item: ITEM.untouched, version: 0, narrative: 'Een begin.' });
		const close = { ...shown, discussedOn: '2021-01-13' };
		const refusal = refusalOf(() => closeRound(coordinator(world), close));
		expect(refusal.code).toBe('conflict');
		expect(refusal.message).toContain('een concept dat nooit is ingediend');
		closeRound(coordinator(world), {
			...answerTo(coordinator(world), round, 'close'),
			discussedOn: '2021-01-13',
		});
		expect(stateOf(world, round)).toBe('closed');
	});

	test('and reopening names the meeting that talked about it', () => {
		const world = makeWorld();
		const meeting = planned(world);
		recordDecision(coordinator(world), { meeting, text: 'Een plan maken.' });
		const asked = askRoundStep(coordinator(world), { round: world.home.rounds.closed, step: 'reopen' });
		expect(asked.concerns.find((one) => one.kind === 'discussed')?.named).toEqual([
			{ key: '1', name: 'OOGO van 20 januari 2021' },
		]);
		const blind = { round: world.home.rounds.closed, version: 1 };
		expect(refusalOf(() => reopenRound(coordinator(world), blind)).code).toBe('conflict');
	});

	test('is asked only of whoever may close', () => {
		const world = makeWorld();
		const input = { round: world.home.rounds.open, step: 'close' };
		expect(refusalOf(() => askRoundStep(world.as('administrator'), input)).code).toBe('forbidden');
	});
});

describe('a meeting', () => {
	test('cannot be closed before its day', () => {
		const world = makeWorld();
		const meeting = planned(world);
		const answer = meetingAnswer(coordinator(world), meeting, 'close');
		expect(refusalOf(() => closeMeeting(coordinator(world), answer))).toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('De dag van de vergadering is nog niet geweest.'),
		});
		world.now = new Date('2021-01-20T15:00:00Z');
		closeMeeting(coordinator(world), answer);
		expect(viewMeeting(coordinator(world), { meeting }).meeting.state).toBe('done');
	});

	test('says at closing who has not spoken', () => {
		const world = makeWorld();
		const meeting = planned(world, { heldOn: '2021-01-13' });
		const { concerns } = askMeetingStep(coordinator(world), { meeting, step: 'close' });
		expect(concerns.map((one) => [one.kind, one.named.map((who) => who.name)])).toEqual([
			['silent', ['Gemeente Aa', 'Gemeente Bee', 'SWV Samen']],
		]);
		expect(refusalOf(() => closeMeeting(coordinator(world), { meeting, version: 1 })).code).toBe('conflict');
	});

	test('that was begun by mistake is planned again', () => {
		const world = makeWorld();
		const meeting = planned(world);
		startMeeting(coordinator(world), meetingAnswer(coordinator(world), meeting, 'start'));
		takeBackMeeting(coordinator(world), meetingAnswer(coordinator(world), meeting, 'take-back'));
		expect(viewMeeting(coordinator(world), { meeting }).meeting.state).toBe('planned');
	});

	test('that was called off by mistake goes on, and only then', () => {
		const world = makeWorld();
		const meeting = planned(world);
		const restore = (version: number) => restoreMeeting(coordinator(world), { meeting, version });
		expect(refusalOf(() => restore(1)).code).toBe('wrong-state');
		cancelMeeting(coordinator(world), meetingAnswer(coordinator(world), meeting, 'cancel'));
		restore(2);
		expect(viewMeeting(coordinator(world), { meeting }).meeting.cancelledAt).toBeNull();
	});
});
