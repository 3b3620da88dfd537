import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { agenda, statusRound } from '#lib/server/db/schema.ts';
import { removeItem } from '#lib/server/agenda-editing/remove-item.ts';
import { editDates, removeRound } from '#lib/server/rounds/edit-dates.ts';
import { openRound } from '#lib/server/rounds/move-round.ts';
import { planRounds, setFillingDays } from '#lib/server/rounds/plan-round.ts';
import { viewPlans } from '#lib/server/rounds/view-plans.ts';
import { viewRound } from '#lib/server/rounds/view-round.ts';
import { answerTo } from '../support/formal-steps.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const plans = (world: World) => viewPlans(world.as('coordinator'), { agenda: world.home.agenda });
const asTyped = (world: World) =>
	plans(world).suggestions.map(({ period, opensOn, closesOn }) => ({ period, opensOn, closesOn }));
const planAll = (world: World, rounds: unknown) =>
	planRounds(world.as('coordinator'), { agenda: world.home.agenda, rounds });

describe('planning all rounds', () => {
	test('makes what the years of the agenda still need, and leaves what there is', () => {
		const world = makeWorld();
		const before = plans(world).rounds;
		expect(asTyped(world)).toMatchObject([
			{ period: '2020-K1', opensOn: '2020-04-01', closesOn: '2020-04-21' },
			{ period: '2021-K2', opensOn: '2021-07-01' },
			{ period: '2021-K3', opensOn: '2021-10-01' },
			{ period: '2021-K4', opensOn: '2022-01-03' },
			...['2022-K1', '2022-K2', '2022-K3', '2022-K4'].map((period) => ({ period })),
		]);
		expect(planAll(world, asTyped(world))).toBe(8);
		const after = plans(world);
		expect(after.suggestions).toEqual([]);
		expect(after.rounds).toHaveLength(12);
		for (const round of before) expect(after.rounds).toContainEqual(round);
	});

	test('takes the dates that somebody typed, and skips what was made meanwhile', () => {
		const world = makeWorld();
		const [first, second] = asTyped(world);
		planAll(world, [first]);
		expect(planAll(world, [first, { ...second, closesOn: '2021-08-31' }])).toBe(1);
		expect(plans(world).rounds.find((one) => one.period === '2021-K2')?.closesOn).toBe('2021-08-31');
		expect(planAll(world, [first])).toBe(0);
	});

	test('makes none when one is wrong, with a sentence at every wrong date', () => {
		const world = makeWorld();
		const [first, second, third] = asTyped(world);
		const wrong = [first, { ...second, opensOn: '30 juni' }, { ...third, closesOn: '2021-09-01' }];
		const refusal = refusalOf(() => planAll(world, wrong));
		expect(refusal.code).toBe('invalid');
		expect(Object.keys(refusal.detail.fields ?? {})).toEqual(['opensOn-2021-K2', 'closesOn-2021-K3']);
		expect(plans(world).rounds).toHaveLength(4);
	});

	test.each([
		['a year outside the agenda', '2023-K1'],
		['another cadence', '2021-H1'],
	])('refuses %s', (_why, period) => {
		const world = makeWorld();
		const round = { period, opensOn: '2023-04-01', closesOn: '2023-04-21' };
		expect(refusalOf(() => planAll(world, [round])).detail.fields).toHaveProperty(`opensOn-${period}`);
	});

	test('asks for at least one, and not of a closed agenda', () => {
		const world = makeWorld();
		expect(refusalOf(() => planAll(world, [])).detail.fields).toHaveProperty('rounds');
		const [first] = asTyped(world);
		world.db.update(agenda).set({ state: 'closed' }).run();
		expect(plans(world).suggestions).toEqual([]);
		expect(refusalOf(() => planAll(world, [first])).code).toBe('wrong-state');
	});

	test('proposes as many days to fill in as the agenda says', () => {
		const world = makeWorld();
		const input = { agenda: world.home.agenda, version: 1, fillingDays: '10' };
		setFillingDays(world.as('coordinator'), input);
		expect(asTyped(world)[0]).toMatchObject({ opensOn: '2020-04-01', closesOn: '2020-04-10' });
		expect(refusalOf(() => setFillingDays(world.as('coordinator'), input)).code).toBe('conflict');
		const tooMany = { ...input, version: 2, fillingDays: '400' };
		expect(refusalOf(() => setFillingDays(world.as('coordinator'), tooMany)).detail.fields).toHaveProperty(
			'fillingDays',
		);
	});
});

describe('the dates of a round', () => {
	const edit = (world: World, state: 'planned' | 'open' | 'closed' | 'adopted', change: object) => {
		const round = world.home.rounds[state];
		const { version } = viewRound(world.as('coordinator'), { round }).round;
		return editDates(world.as('coordinator'), { round, version, ...change });
	};

	test('change while it is planned', () => {
		const world = makeWorld();
		edit(world, 'planned', { opensOn: '2021-04-06', closesOn: '2021-04-30' });
		expect(viewRound(world.as('coordinator'), { round: world.home.rounds.planned }).round).toMatchObject({
			opensOn: '2021-04-06',
			closesOn: '2021-04-30',
			version: 2,
		});
	});

	test('change at the end only while it is open', () => {
		const world = makeWorld();
		edit(world, 'open', { opensOn: '2021-01-10', closesOn: '2021-01-30' });
		expect(viewRound(world.as('coordinator'), { round: world.home.rounds.open }).round).toMatchObject({
			opensOn: '2021-01-04',
			closesOn: '2021-01-30',
		});
		const refusal = refusalOf(() => edit(world, 'open', { closesOn: '2021-01-10' }));
		expect(refusal.detail.fields).toHaveProperty('closesOn');
	});

	test.each(['closed', 'adopted'] as const)('stay as they are when it is %s', (state) => {
		expect(refusalOf(() => edit(makeWorld(), state, { closesOn: '2021-12-01' })).code).toBe('wrong-state');
	});

	test('are refused when the last day comes before the first, or from an old page', () => {
		const world = makeWorld();
		const wrong = { opensOn: '2021-04-30', closesOn: '2021-04-06' };
		expect(refusalOf(() => edit(world, 'planned', wrong)).detail.fields).toHaveProperty('closesOn');
		const old = { round: world.home.rounds.planned, version: 9, closesOn: '2021-05-01' };
		expect(refusalOf(() => editDates(world.as('coordinator'), old)).code).toBe('conflict');
	});
});

describe('taking a round away', () => {
	test('works while it was only planned', () => {
		const world = makeWorld();
		removeRound(world.as('coordinator'), { round: world.home.rounds.planned, version: 1 });
		expect(plans(world).rounds.map((one) => one.period)).not.toContain('2021-K1');
	});

	test.each(['open', 'closed', 'adopted'] as const)('is refused when it is %s', (state) => {
		const world = makeWorld();
		const round = world.home.rounds[state];
		const { version } = viewRound(world.as('coordinator'), { round }).round;
		expect(refusalOf(() => removeRound(world.as('coordinator'), { round, version })).code).toBe(
			'wrong-state',
		);
	});

	test('is refused when a status hangs on it', () => {
		const world = makeWorld();
		world.db.$client.exec(
			`UPDATE status SET round_id = (SELECT id FROM status_round WHERE slug = '${world.home.rounds.planned}')
			 WHERE id = (SELECT max(id) FROM status)`,
		);
		const input = { round: world.home.rounds.planned, version: 1 };
		expect(refusalOf(() => removeRound(world.as('coordinator'), input)).code).toBe('wrong-state');
	});
});

test('what was archived before a round really opened is not asked for, whatever day was planned', () => {
	const world = makeWorld();
	world.now = new Date('2021-04-05T08:00:00Z');
	const round = world.home.rounds.planned;
	const removal = { agenda: world.home.agenda, item: ITEM.untouched, version: 1, reason: 'Afgerond.' };
	removeItem(world.as('coordinator'), removal);
	world.now = new Date('2021-04-06T08:00:00Z');
	openRound(world.as('coordinator'), answerTo(world.as('coordinator'), round, 'open'));
	const asked = () => viewRound(world.as('coordinator'), { round }).progress.length;
	expect(world.db.select().from(statusRound).where(eq(statusRound.slug, round)).get()?.openedAt).toEqual(
		world.now,
	);
	expect(asked()).toBe(3);
	// By the planned day alone, 4 April, the item would have counted.
	world.db.update(statusRound).set({ openedAt: null }).where(eq(statusRound.slug, round)).run();
	expect(asked()).toBe(4);
});
