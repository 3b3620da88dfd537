/** Priorities per schooljaar, and acties under an item. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { actionsView } from '#lib/server/actions/actions.view.ts';
import { addAction } from '#lib/server/actions/add-action.ts';
import { editAction } from '#lib/server/actions/edit-action.ts';
import { listActions } from '#lib/server/actions/list-actions.ts';
import { agenda, item, priority } from '#lib/server/db/schema.ts';
import { addPriority } from '#lib/server/priorities/add-priority.ts';
import { editPriority } from '#lib/server/priorities/edit-priority.ts';
import { listPriorities } from '#lib/server/priorities/list-priorities.ts';
import { movePriority } from '#lib/server/priorities/move-priority.ts';
import { prioritiesView } from '#lib/server/priorities/priorities.view.ts';
import { removePriority } from '#lib/server/priorities/remove-priority.ts';
import { addActionRow, agendaIdOf, organisationId } from '../support/examples-editing.ts';
import { period } from '../support/facts.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const REASON = 'Besloten in de REA.';

describe('priorities', () => {
	const itemIdOf = (world: World) =>
		world.db
			.select()
			.from(item)
			.where(eq(item.agendaId, agendaIdOf(world, world.home.agenda)))
			.get()?.id ?? 0;
	const add = (world: World, text: string, schoolYear = '2020-2021') =>
		addPriority(world.as('coordinator'), {
			agenda: world.home.agenda,
			reason: REASON,
			schoolYear,
			text,
			items: [itemIdOf(world)],
		});
	const list = (world: World) => listPriorities(world.as('reader'), { agenda: world.home.agenda });
	const shown = (world: World, at: string) =>
		prioritiesView(list(world), period(at))?.lines.map((one) => one.text);

	test('are shown in the schooljaar of the chosen round, with their items', () => {
		const world = makeWorld();
		add(world, 'Nu');
		add(world, 'Vorig jaar', '2019-2020');
		expect(shown(world, '2020-K4')).toEqual(['Nu']);
		expect(shown(world, '2020-K2')).toEqual(['Vorig jaar']);
		expect(shown(world, '2019-K1')).toBeUndefined();
		expect(prioritiesView(list(world), null)).toMatchObject({
			title: 'Prioriteiten in schooljaar 2020-2021',
			lines: [{ items: [{ label: 'Thema thuiszitters 1' }] }],
		});
	});

	test('keep their order when one moves, and are archived once a round was opened', () => {
		const world = makeWorld();
		for (const text of ['een', 'twee', 'drie']) add(world, text);
		const third = list(world).priorities[2];
		const change = { agenda: world.home.agenda, reason: REASON, priority: third?.id, version: 1 };
		movePriority(world.as('coordinator'), { ...change, to: 0 });
		expect(shown(world, '2020-K4')).toEqual(['drie', 'een', 'twee']);
		expect(refusalOf(() => movePriority(world.as('coordinator'), { ...change, to: 2 })).code).toBe(
			'conflict',
		);
		removePriority(world.as('coordinator'), { ...change, version: 2 });
		expect(shown(world, '2020-K4')).toEqual(['een', 'twee']);
		expect(world.db.select().from(priority).all()).toHaveLength(3);
	});

	test('show what the other saved at a conflict', () => {
		const world = makeWorld();
		add(world, 'een');
		const id = list(world).priorities[0]?.id;
		const edit = (text: string) =>
			editPriority(world.as('coordinator'), {
				agenda: world.home.agenda,
				reason: REASON,
				priority: id,
				version: 1,
				items: [],
				schoolYear: '2020-2021',
				text,
			});
		edit('van de eerste');
		expect(refusalOf(() => edit('van de tweede')).detail.theirs).toMatchObject({ text: 'van de eerste' });
	});
});

describe('acties', () => {
	const ref = ({ home }: World) => ({ agenda: home.agenda, item: ITEM.untouched });
	const fields = (world: World, overrides = {}) => ({
		...ref(world),
		text: 'Bellen',
		organisation: organisationId(world, 'rbl'),
		state: 'planned',
		...overrides,
	});

	test('that are late come first and say so; finished ones are never late', () => {
		const world = makeWorld();
		addAction(world.as('adviser'), fields(world, { dueOn: '2021-01-14' }));
		addAction(world.as('adviser'), fields(world, { dueOn: '2020-01-01', state: 'done' }));
		addActionRow(world);
		const { lines } = actionsView(listActions(world.as('board'), ref(world)));
		expect(lines.map(({ late, open }) => ({ late, open }))).toEqual([
			{ late: true, open: true },
			{ late: false, open: true },
			{ late: false, open: false },
		]);
		expect(lines[0]?.about).toBe('RBL, uiterlijk 1 december 2020');
	});

	test('are not shown to a reader, and only those who may write see where', () => {
		const world = makeWorld();
		addActionRow(world);
		expect(listActions(world.as('reader'), ref(world)).actions).toEqual([]);
		expect(actionsView(listActions(world.as('otherAdviser'), ref(world)))).toMatchObject({ editHref: null });
		expect(actionsView(listActions(world.as('adviser'), ref(world))).editHref).toContain('/acties');
	});

	test('keep both texts at a conflict, and need an organisation of the region', () => {
		const world = makeWorld();
		const action = addActionRow(world);
		const edit = (text: string) =>
			editAction(world.as('adviser'), { ...fields(world, { text }), action, version: 1 });
		edit('van de eerste');
		expect(refusalOf(() => edit('van de tweede')).detail.theirs).toMatchObject({ text: 'van de eerste' });
		const strange = refusalOf(() => addAction(world.as('adviser'), fields(world, { organisation: 99_999 })));
		expect(strange.detail.fields).toHaveProperty('organisation');
	});

	test('do not change any more in a closed agenda', () => {
		const world = makeWorld();
		world.db.update(agenda).set({ state: 'closed' }).run();
		expect(refusalOf(() => addAction(world.as('adviser'), fields(world))).code).toBe('wrong-state');
	});
});
