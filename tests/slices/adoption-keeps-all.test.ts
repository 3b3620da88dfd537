/**
 * Whatever was recorded about a round, in whatever order and on whatever days, is in its adoption, or whoever adopted was
 * told that it is not; and an adoption has the date of a meeting unless it says that there was none.
 */
import { expect, test } from 'vitest';
import { adoptedMeeting, type AdoptedMeeting } from '#lib/domain/adopted-meeting.ts';
import { canonicalJson } from '#lib/domain/canonical.ts';
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { hasRecorded } from '#lib/domain/meetings-to-adopt.ts';
import { adoptRound } from '#lib/server/adoption/adopt-round.ts';
import { adoptView } from '#lib/server/adoption/adopt.view.ts';
import { prepareAdoption } from '#lib/server/adoption/prepare-adoption.ts';
import { verifyDatabase } from '#lib/server/adoption/verify-adoptions.ts';
import { viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { findMeetingFacts, type KnownMeeting } from '#lib/server/db/meeting-facts.ts';
import { cancelMeeting, editMeeting } from '#lib/server/meetings/edit-meeting.ts';
import { giveAccord } from '#lib/server/meetings/give-accord.ts';
import { meetingView } from '#lib/server/meetings/meeting.view.ts';
import { closeMeeting, notePresence, reopenMeeting } from '#lib/server/meetings/move-meeting.ts';
import { editDecision, recordDecision } from '#lib/server/meetings/record-decision.ts';
import { setBoardLevel, withdrawBoardLevel } from '#lib/server/meetings/set-board-level.ts';
import { viewMeeting } from '#lib/server/meetings/view-meeting.ts';
import { closeRound, reopenRound } from '#lib/server/rounds/move-round.ts';
import { viewRound } from '#lib/server/rounds/view-round.ts';
import { longDate } from '#lib/text/nl.ts';
import { seenForm } from '../support/adopt.ts';
import { dice, pick } from '../support/dice.ts';
import { organisationId, planned, planOf, roundIds } from '../support/examples-meetings.ts';
import { answerTo, meetingAnswer } from '../support/formal-steps.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

/** How many walks a daily run takes; a longer one finds rarer orders. */
const WALKS = 25;
const STEPS = 24;
/** Up to today, and one that has yet to come. */
const DAYS = ['2020-11-12', '2020-12-01', '2021-01-06', '2021-01-13', '2021-01-14', '2021-02-01'];

type Roll = (below: number) => number;

interface Walk {
	world: World;
	roll: Roll;
	round: string;
	meetings: string[];
	/** What the page or a refusal said before the adoption went through. */
	told: string;
	/** Meetings of which something was recorded or changed after the adoption. */
	afterwards: Set<string>;
}

const facts = ({ world, round }: Walk): KnownMeeting[] =>
	findMeetingFacts(world.db, roundIds(world, round)[0] ?? 0, 'board');
const versionOf = ({ world }: Walk, meeting: string) =>
	viewMeeting(world.as('coordinator'), { meeting }).meeting.version;

/** What people do, by chance; each may be refused. */
const DEEDS: Record<string, (walk: Walk) => unknown> = {
	plan: ({ world, roll, meetings }) => meetings.push(planned(world, { heldOn: pick(roll, DAYS) })),
	decide: ({ world, roll, meetings }) =>
		recordDecision(world.as('coordinator'), {
			meeting: pick(roll, meetings),
			text: `Besluit ${roll(1_000_000)}.`,
			item: pick(roll, ['', ITEM.untouched]),
		}),
	'decide otherwise': ({ world, roll, meetings }) =>
		editDecision(world.as('coordinator'), {
			meeting: pick(roll, meetings),
			decision: 1 + roll(4),
			version: 1,
			text: `Anders ${roll(1_000_000)}.`,
		}),
	speak: ({ world, roll, meetings }) =>
		giveAccord(world.as('coordinator'), {
			meeting: pick(roll, meetings),
			organisation: organisationId(world, pick(roll, ['aa', 'bee', 'swv'])),
			item: pick(roll, ['', ITEM.submitted]),
			version: roll(2),
			stance: 'none',
			text: `Nee ${roll(1_000_000)}.`,
		}),
	judge: ({ world, roll, meetings }) =>
		setBoardLevel(world.as('coordinator'), {
			meeting: pick(roll, meetings),
			item: ITEM.untouched,
			version: roll(3),
			level: pick(roll, ['rood', 'groen']),
			reason: `Omdat ${roll(1_000_000)}.`,
		}),
	'judge no more': ({ world, roll, meetings }) =>
		withdrawBoardLevel(world.as('coordinator'), {
			meeting: pick(roll, meetings),
			item: ITEM.untouched,
			version: 1 + roll(2),
		}),
	'note presence': (walk) => {
		const meeting = pick(walk.roll, walk.meetings);
		const present = [organisationId(walk.world, pick(walk.roll, ['aa', 'bee']))];
		notePresence(walk.world.as('coordinator'), { meeting, version: versionOf(walk, meeting), present });
	},
	'close a meeting': (walk) => {
		const meeting = pick(walk.roll, walk.meetings);
		const by = walk.world.as('coordinator');
		closeMeeting(by, meetingAnswer(by, meeting, 'close'));
	},
	'open it again': (walk) => {
		const meeting = pick(walk.roll, walk.meetings);
		const by = walk.world.as('coordinator');
		reopenMeeting(by, meetingAnswer(by, meeting, 'reopen'));
	},
	'move it, or take the round off': (walk) => {
		const meeting = pick(walk.roll, walk.meetings);
		const rounds = walk.roll(3) === 0 ? [] : roundIds(walk.world, walk.round);
		const plan = planOf(walk.world, { heldOn: pick(walk.roll, DAYS), rounds });
		editMeeting(walk.world.as('coordinator'), { ...plan, meeting, version: versionOf(walk, meeting) });
	},
	'call it off': (walk) => {
		const meeting = pick(walk.roll, walk.meetings);
		const by = walk.world.as('coordinator');
		cancelMeeting(by, meetingAnswer(by, meeting, 'cancel'));
	},
	'close the round': (walk) => closeTheRound(walk),
};

function closeTheRound({ world, round }: Walk): void {
	const by = world.as('coordinator');
	closeRound(by, { ...answerTo(by, round, 'close'), discussedOn: '2020-10-29' });
}

/** From a meeting with some others unticked, or in writing; says yes to leaving out when it is told what that is. */
function adoptSomehow(walk: Walk): void {
	const { world, roll, round } = walk;
	const view = adoptView(prepareAdoption(world.as('coordinator'), { round }), null);
	const held = view.meetings.map((one) => one.slug);
	const isWritten = held.length === 0 || roll(4) === 0;
	const form = {
		...seenForm(world.as('coordinator'), round),
		meeting: isWritten ? '' : pick(roll, held),
		along: held.filter(() => roll(3) > 0),
		reason: 'Per mail.',
		adoptedOn: '2020-12-24',
	};
	try {
		adoptRound(world.as('coordinator'), form);
		walk.told = view.ahead.join(' ');
	} catch (failure) {
		if (!(failure instanceof DomainError)) throw failure;
		const told = failure.detail.fields?.['leaveOut'];
		if (told === undefined) return;
		adoptRound(world.as('coordinator'), { ...form, leaveOut: '1' });
		walk.told = `${told} ${view.ahead.join(' ')}`;
	}
}

/** The coordinator tries; being refused is part of a walk. */
function take(walk: Walk, deed: (walk: Walk) => unknown): void {
	try {
		deed(walk);
	} catch (failure) {
		if (!(failure instanceof DomainError)) throw failure;
	}
}

function wander(walk: Walk, steps: number): void {
	for (let step = 0; step < steps; step += 1) take(walk, pick(walk.roll, Object.values(DEEDS)));
}

/** Without how far a decision is, which goes on after the adoption. */
const said = ({ decisions, accords, participants, levels, heldOn }: AdoptedMeeting) =>
	canonicalJson({
		heldOn,
		accords,
		participants,
		levels,
		decisions: decisions.map(({ state: _state, followUp: _followUp, ...rest }) => rest),
	});

function checkKept(walk: Walk): void {
	const { world, round } = walk;
	const { snapshot } = viewAdoption(world.as('reader'), { round });
	const { adoptedOn, meetings = [], writtenProcedure } = snapshot;
	const taken = new Map(meetings.map((one) => [one.slug, one]));
	for (const meeting of facts(walk)) {
		const frozen = taken.get(meeting.slug);
		if (frozen) expect(said(frozen)).toBe(said(adoptedMeeting(meeting, snapshot.period)));
		else if (hasRecorded(meeting, snapshot.period)) expectTold(walk, meeting);
	}
	expect(facts(walk).filter((one) => taken.has(one.slug))).toHaveLength(taken.size);
	if (writtenProcedure) expect(meetings).toEqual([]);
	else expect(meetings.map((one) => one.heldOn)).toContain(adoptedOn);
	expect(adoptedOn <= dayOf(world.now)).toBe(true);
}

/** Whoever adopted was told, or it was recorded afterwards; in both cases the meeting itself says so to everybody. */
function expectTold({ world, told, afterwards }: Walk, { slug, heldOn }: KnownMeeting): void {
	const view = meetingView(viewMeeting(world.as('coordinator'), { meeting: slug }));
	expect(view.outside.map((one) => one.sentence).join()).toContain('staat niet in de vaststelling');
	if (afterwards.has(slug)) return;
	expect(told).toContain(longDate(heldOn));
}

test.each(Array.from({ length: WALKS }, (_, index) => index + 1))(
	'nothing that was recorded about a round is lost in its adoption without a word (walk %i)',
	(seed) => {
		const world = makeWorld();
		const round = world.home.rounds.closed;
		reopenRound(world.as('coordinator'), answerTo(world.as('coordinator'), round, 'reopen'));
		const walk: Walk = {
			world,
			roll: dice(seed),
			round,
			meetings: [planned(world, { heldOn: '2021-01-13' })],
			told: '',
			afterwards: new Set(),
		};
		wander(walk, walk.roll(STEPS));
		take(walk, closeTheRound);
		wander(walk, walk.roll(STEPS));
		take(walk, adoptSomehow);
		if (viewRound(world.as('coordinator'), { round }).round.state !== 'adopted') {
			// Only a level of a meeting that does not go in stands in the way.
			expect(facts(walk).some((one) => one.levels.length > 0)).toBe(true);
			return;
		}
		const before = new Map(facts(walk).map((one) => [one.slug, canonicalJson(one)]));
		checkKept(walk);
		wander(walk, STEPS);
		for (const one of facts(walk))
			if (before.get(one.slug) !== canonicalJson(one)) walk.afterwards.add(one.slug);
		checkKept(walk);
		const { checked, faults } = verifyDatabase(world.as('system'), {});
		expect([...faults, ...checked.flatMap((one) => one.faults)]).toEqual([]);
	},
);
