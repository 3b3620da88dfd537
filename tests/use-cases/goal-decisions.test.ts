import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { viewItem } from '#lib/server/agenda/view-item.ts';
import { agenda, audit, goalDecision, item, theme } from '#lib/server/db/schema.ts';
import { decideAllGoals } from '#lib/server/goals/decide-all-goals.ts';
import { decideGoals } from '#lib/server/goals/decide-goals.ts';
import { goalListView } from '#lib/server/goals/goal-list.view.ts';
import { listGoals } from '#lib/server/goals/list-goals.ts';
import { viewGoals } from '#lib/server/goals/view-goals.ts';
import { writeGoals } from '#lib/server/goals/write-goals.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const decide = (world: World, overrides: Record<string, unknown> = {}) =>
	decideGoals(world.as('coordinator'), {
		agenda: world.home.agenda,
		item: ITEM.untouched,
		version: 1,
		state: 'discussed',
		decidedOn: '2021-01-12',
		...overrides,
	});
const decideAll = (world: World, overrides: Record<string, unknown> = {}) =>
	decideAllGoals(world.as('coordinator'), {
		agenda: world.home.agenda,
		state: 'discussed',
		decidedOn: '2021-01-12',
		seen: `${ITEM.untouched}:1 ${ITEM.submitted}:1 ${ITEM.returned}:1`,
		...overrides,
	});
const stateOf = (world: World, ref: string = ITEM.untouched) => {
	const { item } = viewGoals(world.as('coordinator'), { agenda: world.home.agenda, item: ref });
	return [item.state, item.decidedOn];
};
const write = (world: World) =>
	writeGoals(world.as('coordinator'), {
		agenda: world.home.agenda,
		item: ITEM.untouched,
		version: 1,
		reason: 'Scherper',
		rood: 'Nieuw',
		oranje: 'b',
		groen: 'c',
		donkergroen: 'd',
	});

describe('what the forum decides about the goals of an item', () => {
	test('starts at concept, then besproken, then vastgesteld', () => {
		const world = makeWorld();
		expect(stateOf(world)).toEqual(['concept', null]);
		decide(world);
		expect(stateOf(world)).toEqual(['discussed', '2021-01-12']);
		decide(world, { state: 'adopted', decidedOn: '2021-01-14' });
		expect(stateOf(world)).toEqual(['adopted', '2021-01-14']);
	});

	test('can be put back to concept after a mistake, and the mistake stays on record', () => {
		const world = makeWorld();
		decide(world);
		decide(world, { state: 'concept' });
		expect(stateOf(world)[0]).toBe('concept');
		expect(world.db.select().from(goalDecision).all()).toHaveLength(2);
		expect(world.db.select().from(audit).where(eq(audit.action, 'goal.decide')).all()).toHaveLength(2);
	});

	test('is of one version: a new one is a concept again and the old one keeps its decision', () => {
		const world = makeWorld();
		decide(world);
		write(world);
		expect(stateOf(world)).toEqual(['concept', null]);
		const { versions } = viewGoals(world.as('adviser'), { agenda: world.home.agenda, item: ITEM.untouched });
		expect(versions.map(({ number, state }) => [number, state])).toEqual([
			[2, 'concept'],
			[1, 'discussed'],
		]);
	});

	test('is seen by everybody who sees the goals', () => {
		const world = makeWorld();
		decide(world);
		const { facts } = viewItem(world.as('reader'), { agenda: world.home.agenda, item: ITEM.untouched });
		const goals = facts.themes.flatMap(({ items }) => items).find(({ ref }) => ref === ITEM.untouched)?.goals;
		expect(goals?.[0]?.decision).toEqual({ state: 'discussed', on: '2021-01-12' });
	});

	test.each([
		['a state that it already has', { state: 'concept' }, 'wrong-state'],
		['a version that is not the newest', { version: 2 }, 'conflict'],
		['a meeting that is still to come', { decidedOn: '2021-01-15' }, 'invalid'],
		['an item without goals', { item: ITEM.draft, version: 0 }, 'wrong-state'],
		['a state that does not exist', { state: 'klaar' }, 'invalid'],
	])('is refused for %s', (_what, overrides, code) => {
		const world = makeWorld();
		expect(refusalOf(() => decide(world, overrides)).code).toBe(code);
		expect(world.db.select().from(goalDecision).all()).toEqual([]);
	});

	test('is refused for an agenda that is closed', () => {
		const world = makeWorld();
		world.db.update(agenda).set({ state: 'closed' }).run();
		expect(refusalOf(() => decide(world)).code).toBe('wrong-state');
		expect(refusalOf(() => decideAll(world)).code).toBe('wrong-state');
	});
});

describe('one decision for all goals at once', () => {
	test('goes for every item that has goals, and is recorded per item', () => {
		const world = makeWorld();
		expect(decideAll(world)).toEqual({ decided: 3, newer: 0 });
		const { items } = listGoals(world.as('adviser'), { agenda: world.home.agenda });
		expect(items.map(({ ref, state }) => [ref, state])).toEqual([
			[ITEM.untouched, 'discussed'],
			[ITEM.submitted, 'discussed'],
			[ITEM.returned, 'discussed'],
			[ITEM.draft, 'concept'],
		]);
		expect(world.db.select().from(audit).where(eq(audit.action, 'goal.decide-all')).all()).toHaveLength(3);
	});

	test('leaves alone a version that was written after the page was opened', () => {
		const world = makeWorld();
		write(world);
		expect(decideAll(world)).toEqual({ decided: 2, newer: 1 });
		expect(stateOf(world)).toEqual(['concept', null]);
	});

	test('leaves alone what was already adopted', () => {
		const world = makeWorld();
		decide(world, { state: 'adopted' });
		expect(decideAll(world)).toEqual({ decided: 2, newer: 0 });
		expect(stateOf(world)[0]).toBe('adopted');
	});

	test('is refused when nothing is left to decide', () => {
		const world = makeWorld();
		decideAll(world);
		expect(refusalOf(() => decideAll(world)).code).toBe('wrong-state');
	});
});

test('the list of goals leaves out the items of a thema that was removed', () => {
	const world = makeWorld();
	world.db.update(theme).set({ archivedAt: world.now }).where(eq(theme.code, 'jonge-kind')).run();
	const { items } = listGoals(world.as('adviser'), { agenda: world.home.agenda });
	expect(items.map(({ ref }) => ref)).toEqual([ITEM.untouched, ITEM.submitted]);
});

test('progress counts what is in use, and three goals are all of a doorlopend agendapunt', () => {
	const world = makeWorld();
	const progress = () =>
		goalListView(listGoals(world.as('adviser'), { agenda: world.home.agenda }), null).progress[0];
	const before = progress();
	const { items } = listGoals(world.as('adviser'), { agenda: world.home.agenda });
	const [first, second] = items.filter(({ newest }) => newest !== null);
	if (!first || !second) throw new Error('The world has fewer than two items with goals');
	writeGoals(world.as('coordinator'), {
		agenda: world.home.agenda,
		item: first.ref,
		version: 1,
		reason: 'Zonder einddoel',
		rood: 'Rood',
		oranje: 'Oranje',
		groen: 'Groen',
		donkergroen: '',
	});
	if (!before) throw new Error('The list counts nothing');
	expect(progress()).toMatchObject({ value: before.value - 1, max: before.max });
	world.db.update(item).set({ kind: 'ongoing' }).where(eq(item.id, first.id)).run();
	expect(progress()).toEqual(before);
	world.db.update(item).set({ archivedAt: world.now }).where(eq(item.id, second.id)).run();
	const [value, max] = [before.value - 1, before.max - 1];
	expect(progress()).toEqual({
		value,
		max,
		sentence: `${value} van ${max} punten ${value === 1 ? 'heeft' : 'hebben'} doelen`,
	});
});
