import { describe, expect, test } from 'vitest';
import { closeRound, openRound, reopenRound } from '#lib/server/rounds/move-round.ts';
import { listCurrentRounds } from '#lib/server/rounds/list-rounds.ts';
import { planRound } from '#lib/server/rounds/plan-round.ts';
import { viewRound } from '#lib/server/rounds/view-round.ts';
import { agreeStatus } from '#lib/server/status/judge-status.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import { answerTo } from '../support/formal-steps.ts';
import { adoptInWriting } from '../support/adopt.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const see = (world: World, round: string) => viewRound(world.as('coordinator'), { round }).round;
const DAYS = { opensOn: '2021-07-04', closesOn: '2021-07-23' };

describe('a round', () => {
	test('lives from planned to adopted', () => {
		const world = makeWorld();
		world.now = new Date('2021-08-20T10:00:00Z');
		const coordinator = world.as('coordinator');
		for (const state of ['closed', 'open'] as const) finish(world, world.home.rounds[state]);
		const round = planRound(coordinator, { agenda: world.home.agenda, period: '2021-K2', ...DAYS });
		expect(see(world, round)).toMatchObject({ state: 'planned', version: 1, discussedOn: null, ...DAYS });
		openRound(coordinator, answerTo(coordinator, round, 'open'));
		expect(see(world, round).state).toBe('open');
		submitStatus(world.as('adviser'), {
			round,
			item: ITEM.untouched,
			version: 0,
			level: 'groen',
			narrative: 'Klaar.',
		});
		agreeStatus(coordinator, { round, item: ITEM.untouched, version: 1 });
		closeRound(coordinator, { ...answerTo(coordinator, round, 'close'), discussedOn: '2021-07-29' });
		expect(see(world, round)).toMatchObject({ state: 'closed', discussedOn: '2021-07-29' });
		adoptInWriting(coordinator, round, '2021-08-12');
		expect(see(world, round)).toMatchObject({ state: 'adopted', version: 4 });
	});

	test('shows every item, also those that nobody touched', () => {
		const world = makeWorld();
		const { progress } = viewRound(world.as('adviser'), { round: world.home.rounds.open });
		expect(progress.map((row) => [`${row.themeCode}-${row.number}`, row.state])).toEqual([
			[ITEM.untouched, null],
			[ITEM.submitted, 'submitted'],
			[ITEM.returned, 'returned'],
			[ITEM.draft, 'draft'],
		]);
	});

	test('says to the REA of a region only what runs there', () => {
		const world = makeWorld();
		const slugs = (context: ReturnType<World['as']>) =>
			listCurrentRounds(context).rounds.map((round) => round.slug);
		const { closed, open, planned } = world.home.rounds;
		expect(slugs(world.as('adviser'))).toEqual([closed, open, planned]);
		expect(slugs(world.as('board'))).toEqual([]);
		expect(slugs(world.as('reader'))).toEqual([]);
		expect(slugs(world.as('platform'))).toEqual([]);
	});
});

describe('closing a round', () => {
	test('is refused while a submitted status waits for a judgement', () => {
		const world = makeWorld();
		const round = world.home.rounds.open;
		const refusal = refusalOf(() =>
			closeRound(world.as('coordinator'), { round, version: 1, discussedOn: '2021-01-13' }),
		);
		expect(refusal).toMatchObject({
			code: 'wrong-state',
			message: expect.stringMatching(
				/^Geef eerst akkoord op wat is ingediend, of geef het terug: .+ \d: .+\.$/,
			),
		});
		expect(see(world, round).state).toBe('open');
	});

	test('is possible with items that are unanswered, a draft or returned', () => {
		const world = makeWorld();
		finishOpen(world);
		expect(see(world, world.home.rounds.open).state).toBe('closed');
	});

	test('asks for the day on which it was discussed', () => {
		const world = makeWorld();
		const input = { round: world.home.rounds.open, version: 1, discussedOn: '' };
		expect(refusalOf(() => closeRound(world.as('coordinator'), input)).detail.fields).toHaveProperty(
			'discussedOn',
		);
	});

	test.each(['planned', 'closed', 'adopted'] as const)('is refused when the round is %s', (state) => {
		const world = makeWorld();
		const round = world.home.rounds[state];
		const input = { round, version: see(world, round).version, discussedOn: '2021-01-13' };
		expect(refusalOf(() => closeRound(world.as('coordinator'), input)).code).toBe('wrong-state');
	});
});

describe('reopening a round', () => {
	test('makes it open again and forgets the day of discussion', () => {
		const world = makeWorld();
		const round = world.home.rounds.closed;
		reopenRound(world.as('coordinator'), answerTo(world.as('coordinator'), round, 'reopen'));
		expect(see(world, round)).toMatchObject({ state: 'open', discussedOn: null });
	});

	test.each(['planned', 'open', 'adopted'] as const)('is refused when the round is %s', (state) => {
		const world = makeWorld();
		const round = world.home.rounds[state];
		const refusal = refusalOf(() =>
			reopenRound(world.as('coordinator'), { round, version: see(world, round).version }),
		);
		expect(refusal.code).toBe('wrong-state');
	});
});

describe('opening a round', () => {
	test.each(['open', 'closed', 'adopted'] as const)('is refused when the round is %s', (state) => {
		const world = makeWorld();
		const round = world.home.rounds[state];
		const refusal = refusalOf(() =>
			openRound(world.as('coordinator'), { round, version: see(world, round).version }),
		);
		expect(refusal.code).toBe('wrong-state');
	});

	test('from an old page is a conflict', () => {
		const world = makeWorld();
		const input = { round: world.home.rounds.planned, version: 9 };
		expect(refusalOf(() => openRound(world.as('coordinator'), input)).code).toBe('conflict');
	});
});

describe('planning a round', () => {
	test.each([
		['before the agenda starts', '2019-K4'],
		['after the agenda ends', '2023-K1'],
		['in another cadence', '2021-H1'],
		['that exists already', '2021-K1'],
		['that is no period', '2021-K5'],
	])('is refused for a period %s', (_why, period) => {
		const world = makeWorld();
		const input = { agenda: world.home.agenda, period, ...DAYS };
		const refusal = refusalOf(() => planRound(world.as('coordinator'), input));
		expect(refusal).toMatchObject({
			code: 'invalid',
			detail: { fields: { period: expect.stringMatching(/[.]$/) } },
		});
	});

	test('is refused when it closes before it opens', () => {
		const world = makeWorld();
		const input = {
			agenda: world.home.agenda,
			period: '2021-K2',
			opensOn: '2021-07-23',
			closesOn: '2021-07-04',
		};
		expect(refusalOf(() => planRound(world.as('coordinator'), input)).detail.fields).toHaveProperty(
			'closesOn',
		);
	});
});

function finishOpen(world: World): void {
	agreeStatus(world.as('coordinator'), { round: world.home.rounds.open, item: ITEM.submitted, version: 1 });
	closeRound(world.as('coordinator'), {
		...answerTo(world.as('coordinator'), world.home.rounds.open, 'close'),
		discussedOn: '2021-01-13',
	});
}

/** Closes the round when it is open, and adopts it. */
function finish(world: World, round: string): void {
	if (see(world, round).state === 'open') finishOpen(world);
	adoptInWriting(world.as('coordinator'), round, '2021-02-12');
}
