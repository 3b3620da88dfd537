/** What the overview of an agenda compares with: the previous meeting of the person's own forum. */
import { expect, test } from 'vitest';
import { NO_CHOICE } from '#lib/server/agenda/overview-choice.view.ts';
import { overviewView } from '#lib/server/agenda/overview.view.ts';
import { viewOverview } from '#lib/server/agenda/view-overview.ts';
import { cancelMeeting } from '#lib/server/meetings/edit-meeting.ts';
import { listForumMeetings } from '#lib/server/meetings/list-forum-meetings.ts';
import { meetingView } from '#lib/server/meetings/meeting.view.ts';
import { startMeeting } from '#lib/server/meetings/move-meeting.ts';
import { editDecision, followDecision, recordDecision } from '#lib/server/meetings/record-decision.ts';
import { viewMeeting } from '#lib/server/meetings/view-meeting.ts';
import { adoptFrom, adoptInWriting } from '../support/adopt.ts';
import { planned, roundIds } from '../support/examples-meetings.ts';
import { refusalOf } from '../support/refusal.ts';
import { makeWorld, type World } from '../support/world.ts';

function bodyOf(world: World, who: 'coordinator' | 'board' | 'reader') {
	const { agenda } = world.home;
	const facts = viewOverview(world.as(who), { agenda, detail: 'glance' });
	const { body } = overviewView(facts, NO_CHOICE, listForumMeetings(world.as(who), { agenda }));
	if (!body) throw new Error('This overview has no body');
	return body;
}
const headingOf = (world: World, who: Parameters<typeof bodyOf>[1]) => bodyOf(world, who).moves.heading;

test('everybody gets the previous meeting of the own forum, in words and with the same counts as that meeting', () => {
	const world = makeWorld();
	const { rounds } = world.home;
	const of = (round: string, forum: string, heldOn: string) =>
		planned(world, { rounds: roundIds(world, round), forum, heldOn });
	expect(headingOf(world, 'board')).toMatch(/^Sinds het vorige peilmoment, kwartaal/);
	of(rounds.adopted, 'official', '2020-07-29');
	of(rounds.adopted, 'board', '2020-08-13');
	of(rounds.closed, 'official', '2020-10-29');
	const meeting = of(rounds.closed, 'board', '2020-11-12');
	expect(headingOf(world, 'board')).toMatch(
		/^Sinds het OOGO.* van 13 augustus 2020 \(kwartaal \d van 2020\)$/,
	);
	expect(headingOf(world, 'coordinator')).toMatch(/^Sinds het REA.* van 29 juli 2020 /);
	expect(headingOf(world, 'board')).toMatch(/^Sinds het OOGO/);
	const body = bodyOf(world, 'board');
	const page = meetingView(viewMeeting(world.as('board'), { meeting }));
	expect(page.moves?.heading).toBe(body.moves.heading);
	expect(page.headline?.parts.map((one) => one.label)).toEqual(body.headline.parts.map((one) => one.label));
	const [moved, still] = [page.themes.flatMap((one) => one.moved), page.themes.flatMap((one) => one.still)];
	expect(body.moved).toEqual(moved);
	expect(body.still).toEqual(still);
	expect(moved.length + still.length).toBeGreaterThan(0);
});

test('a meeting that was called off is forgotten at once, and a reader knows none that is not adopted', () => {
	const world = makeWorld();
	const { rounds, agenda } = world.home;
	const meeting = planned(world, { rounds: roundIds(world, rounds.adopted), heldOn: '2020-08-13' });
	planned(world, { heldOn: '2020-11-12' });
	const known = (who: 'board' | 'reader') => listForumMeetings(world.as(who), { agenda }).meetings.length;
	expect([known('board'), known('reader')]).toEqual([2, 1]);
	expect(listForumMeetings(world.as('board'), { agenda })).toBe(
		listForumMeetings(world.as('board'), { agenda }),
	);
	cancelMeeting(world.as('coordinator'), { meeting, version: 1 });
	expect([known('board'), known('reader')]).toEqual([1, 0]);
});

test('after the adoption a running meeting takes no decision that the adoption would not hold', () => {
	const world = makeWorld();
	const coordinator = world.as('coordinator');
	const meeting = planned(world, { heldOn: '2020-11-12' });
	startMeeting(coordinator, { meeting, version: 1 });
	recordDecision(coordinator, { meeting, text: 'Voor de vaststelling.' });
	adoptFrom(coordinator, world.home.rounds.closed);
	const own = { meeting, decision: 1, version: 1 };
	for (const work of [
		() => recordDecision(coordinator, { meeting, text: 'Erna.' }),
		() => editDecision(coordinator, { ...own, text: 'Anders.' }),
	]) {
		const refusal = refusalOf(work);
		expect(refusal.code).toBe('wrong-state');
		expect(refusal.message).toContain('Leg een nieuw besluit vast in de volgende vergadering');
	}
	followDecision(coordinator, { ...own, state: 'done', followUp: 'Gedaan.' });
	const view = meetingView(viewMeeting(coordinator, { meeting }));
	expect(view.decisionForm).toBeNull();
	expect(view.decisions.map((one) => [one.mayEdit, one.mayFollow])).toEqual([[false, true]]);
	expect(view.notice).toContain('De besluiten van deze vergadering zijn vastgesteld.');
});

test('a later meeting that looks back at what was adopted before it still decides', () => {
	const world = makeWorld();
	adoptInWriting(world.as('coordinator'), world.home.rounds.closed, '2020-11-12');
	const meeting = planned(world, { heldOn: '2021-01-20' });
	recordDecision(world.as('coordinator'), { meeting, text: 'Toch een plan.' });
	expect(viewMeeting(world.as('coordinator'), { meeting }).decisions).toHaveLength(1);
});
