/** Making and changing an agenda: what is asked, what is refused, what is kept. */
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { adoptAgenda } from '#lib/server/agenda-editing/adopt-agenda.ts';
import { addItem } from '#lib/server/agenda-editing/add-item.ts';
import { addTheme } from '#lib/server/agenda-editing/add-theme.ts';
import { closeAgenda } from '#lib/server/agenda-editing/close-agenda.ts';
import { deleteAgenda } from '#lib/server/agenda-editing/delete-agenda.ts';
import { editAgenda } from '#lib/server/agenda-editing/edit-agenda.ts';
import { editAxis } from '#lib/server/agenda-editing/edit-axis.ts';
import { editItem } from '#lib/server/agenda-editing/edit-item.ts';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { manageView } from '#lib/server/agenda-editing/manage.view.ts';
import { moveItem } from '#lib/server/agenda-editing/move-item.ts';
import { moveTheme } from '#lib/server/agenda-editing/move-theme.ts';
import { removeItem, restoreItem } from '#lib/server/agenda-editing/remove-item.ts';
import { removeTheme } from '#lib/server/agenda-editing/remove-theme.ts';
import { startAgenda } from '#lib/server/agenda-editing/start-agenda.ts';
import { agenda, audit, item, theme } from '#lib/server/db/schema.ts';
import { viewRound } from '#lib/server/rounds/view-round.ts';
import { agendaIdOf } from '../support/examples-editing.ts';
import { countRows } from '../support/fill-tables.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const REASON = 'Besloten in de REA.';
const ITEM_FIELDS = {
	theme: 'thuiszitters',
	number: '9',
	title: 'Een nieuw punt',
	kind: 'result',
	lead: '',
	involved: [],
	axisValues: [],
};

/** A new agenda of the home region, a concept without rounds, with two themas of two items. */
function conceptIn(world: World): string {
	const context = world.as('coordinator');
	const years = { startYear: '2023', endYear: '2026', cadence: 'half' };
	const slug = startAgenda(context, { region: world.home.region, title: 'Nieuw', ...years, previous: '' });
	for (const name of ['Eerst', 'Daarna']) {
		const code = addTheme(context, { agenda: slug, name, decisionLevel: 'regional' });
		for (const number of ['1', '2']) addItem(context, { ...ITEM_FIELDS, agenda: slug, theme: code, number });
	}
	return slug;
}

const structureOf = (world: World, slug: string) =>
	manageView(manageAgenda(world.as('coordinator'), { agenda: slug })).themes.map(
		(one) => `${one.code}: ${one.items.map(({ number }) => number).join(' ')}`,
	);
const lastAudit = ({ db }: World, action: string) =>
	db.select().from(audit).where(eq(audit.action, action)).all().at(-1);

describe('a vastgestelde agenda', () => {
	test('asks a reason for a change, and keeps it with the old and the new', () => {
		const world = makeWorld();
		const change = {
			...ITEM_FIELDS,
			agenda: world.home.agenda,
			item: ITEM.untouched,
			number: '1',
			version: 1,
		};
		const refusal = refusalOf(() => editItem(world.as('coordinator'), change));
		expect(refusal).toMatchObject({ code: 'invalid', detail: { fields: { reason: expect.any(String) } } });
		editItem(world.as('coordinator'), { ...change, reason: REASON });
		expect(lastAudit(world, 'item.edit')).toMatchObject({
			before: { title: expect.stringContaining('Punt 1'), lead: 'RBL' },
			after: { title: 'Een nieuw punt', lead: null, reason: REASON },
		});
		const view = manageView(manageAgenda(world.as('administrator'), { agenda: world.home.agenda }));
		expect(view.changes[0]).toMatchObject({ reason: REASON, what: 'Agendapunt gewijzigd: Een nieuw punt' });
	});

	test('asks none when nothing changes', () => {
		const world = makeWorld();
		const { title, startYear, endYear, cadence } = rowOf(world, world.home.agenda);
		const same = { title, startYear, endYear, cadence, agenda: world.home.agenda, version: 1 };
		expect(() => editAgenda(world.as('coordinator'), same)).not.toThrow();
	});

	test('keeps its rhythm, and years that hold every round', () => {
		const world = makeWorld();
		const change = {
			title: 'Titel',
			startYear: 2020,
			endYear: 2022,
			cadence: 'quarter',
			version: 1,
			reason: REASON,
		};
		const edit = (overrides: object) => () =>
			editAgenda(world.as('coordinator'), { agenda: world.home.agenda, ...change, ...overrides });
		expect(refusalOf(edit({ cadence: 'half' })).detail.fields).toHaveProperty('cadence');
		expect(refusalOf(edit({ startYear: 2021 })).detail.fields).toHaveProperty('startYear');
		expect(refusalOf(edit({ endYear: 2020 })).detail.fields).toHaveProperty('endYear');
	});
});

const rowOf = ({ db }: World, slug: string) => {
	const row = db.select().from(agenda).where(eq(agenda.slug, slug)).get();
	if (!row) throw new Error(`No agenda ${slug}`);
	return row;
};

test('an afgesloten agenda cannot be changed, with or without a reason', () => {
	const world = makeWorld();
	const context = world.as('coordinator');
	world.db.update(agenda).set({ state: 'closed' }).run();
	const change = { agenda: world.home.agenda, version: 1, reason: REASON };
	const attempts = [
		() => editItem(context, { ...change, ...ITEM_FIELDS, item: ITEM.untouched }),
		() => addItem(context, { ...change, ...ITEM_FIELDS }),
		() => addTheme(context, { ...change, name: 'Nieuw', decisionLevel: 'regional' }),
		() => moveItem(context, { ...change, item: ITEM.untouched, to: 1 }),
		() => removeItem(context, { ...change, item: ITEM.untouched }),
		() => removeTheme(context, { ...change, theme: 'jonge-kind' }),
		() => closeAgenda(context, change),
	];
	expect(attempts.map((attempt) => refusalOf(attempt).code)).toEqual(attempts.map(() => 'wrong-state'));
});

test('an agenda goes from concept to vastgesteld, and is only closed when every round is adopted', () => {
	const world = makeWorld();
	const slug = conceptIn(world);
	const context = world.as('coordinator');
	const version = rowOf(world, slug).version;
	expect(refusalOf(() => closeAgenda(context, { agenda: slug, version, reason: REASON })).code).toBe(
		'wrong-state',
	);
	adoptAgenda(context, { agenda: slug, version, adoptedOn: '2023-01-10', adoptedBy: 'OOGO' });
	expect(rowOf(world, slug)).toMatchObject({ state: 'adopted', adoptedOn: '2023-01-10', adoptedBy: 'OOGO' });
	closeAgenda(context, { agenda: slug, version: version + 1, reason: REASON });
	expect(rowOf(world, slug).state).toBe('closed');
	const busy = { agenda: world.home.agenda, version: 1, reason: REASON };
	expect(refusalOf(() => closeAgenda(context, busy)).message).toContain('niet is vastgesteld');
});

test('two people changing one item: the second sees what the first saved, and nothing is overwritten', () => {
	const world = makeWorld();
	const edit = (title: string) =>
		editItem(world.as('coordinator'), {
			...ITEM_FIELDS,
			number: '1',
			agenda: world.home.agenda,
			item: ITEM.untouched,
			version: 1,
			reason: REASON,
			title,
		});
	edit('Van de eerste');
	const refusal = refusalOf(() => edit('Van de tweede'));
	expect(refusal).toMatchObject({
		code: 'conflict',
		detail: { theirVersion: 2, theirs: { title: 'Van de eerste' } },
	});
	expect(world.db.select().from(item).where(eq(item.title, 'Van de tweede')).all()).toEqual([]);
});

describe('removing', () => {
	test('deletes an item and then its thema as long as nothing was done with them', () => {
		const world = makeWorld();
		const slug = conceptIn(world);
		const context = world.as('coordinator');
		const remove = (ref: string) => removeItem(context, { agenda: slug, item: ref, version: 1 });
		expect([remove('daarna-1'), remove('daarna-2')]).toEqual(['delete', 'delete']);
		expect(removeTheme(context, { agenda: slug, theme: 'daarna', version: 1 })).toBe('delete');
		expect(structureOf(world, slug)).toEqual(['eerst: 1 2']);
		expect(removeTheme(context, { agenda: slug, theme: 'eerst', version: 1 })).toBe('archive');
	});

	test('archives an item that was used: it leaves the next round and stays in the earlier ones', () => {
		const world = makeWorld();
		const change = { agenda: world.home.agenda, item: ITEM.untouched, reason: REASON };
		expect(removeItem(world.as('coordinator'), { ...change, version: 1 })).toBe('archive');
		world.db.$client.exec("UPDATE status_round SET state = 'open' WHERE state = 'planned'");
		const asked = (round: string) => viewRound(world.as('coordinator'), { round }).progress.length;
		expect(asked(world.home.rounds.planned)).toBe(3);
		expect(asked(world.home.rounds.open)).toBe(4);
		expect(asked(world.home.rounds.adopted)).toBe(4);
		restoreItem(world.as('coordinator'), { ...change, version: 2 });
		expect(asked(world.home.rounds.planned)).toBe(4);
	});
});

describe('a change to doorlopend', () => {
	const toOngoing = (world: World, ref: string, number: string, themeCode: string) => () =>
		editItem(world.as('coordinator'), {
			...ITEM_FIELDS,
			theme: themeCode,
			number,
			kind: 'ongoing',
			agenda: world.home.agenda,
			item: ref,
			version: 1,
			reason: REASON,
		});

	test('is refused while there is a goal for donkergroen', () => {
		const world = makeWorld();
		expect(refusalOf(toOngoing(world, ITEM.untouched, '1', 'thuiszitters')).detail.fields).toHaveProperty(
			'kind',
		);
	});

	test('is fine without one', () => {
		const world = makeWorld();
		expect(toOngoing(world, ITEM.draft, '2', 'jonge-kind')()).toBe(ITEM.draft);
	});
});

describe('the order', () => {
	test('of themas and of items in a thema moves one place at a time', () => {
		const world = makeWorld();
		const slug = conceptIn(world);
		const context = world.as('coordinator');
		const move = { agenda: slug, reason: '' };
		moveTheme(context, { ...move, version: rowOf(world, slug).version, theme: 'daarna', to: '0' });
		moveItem(context, { ...move, version: rowOf(world, slug).version, item: 'eerst-2', to: '0' });
		expect(structureOf(world, slug)).toEqual(['daarna: 1 2', 'eerst: 2 1']);
		expect(lastAudit(world, 'agenda.move-theme')).toMatchObject({
			before: { order: ['Eerst', 'Daarna'] },
			after: { order: ['Daarna', 'Eerst'] },
		});
	});

	test('from an old page is refused', () => {
		const world = makeWorld();
		const slug = conceptIn(world);
		const move = { agenda: slug, version: rowOf(world, slug).version, theme: 'daarna', to: '0' };
		moveTheme(world.as('coordinator'), move);
		expect(refusalOf(() => moveTheme(world.as('coordinator'), { ...move, to: '1' })).code).toBe('conflict');
		expect(structureOf(world, slug)).toEqual(['daarna: 1 2', 'eerst: 1 2']);
	});
});

describe('the second axis', () => {
	test('swaps names, and keeps a value that items still have', () => {
		const world = makeWorld();
		const slug = conceptIn(world);
		const context = world.as('coordinator');
		const edit = (values: object[], added: string) =>
			editAxis(context, {
				agenda: slug,
				version: rowOf(world, slug).version,
				axisName: 'Gebied',
				values,
				added,
			});
		edit([], 'Taal\nVeiligheid');
		const known = () => manageAgenda(context, { agenda: slug }).axisValues;
		const [first, second] = known();
		edit(
			[
				{ id: first?.id, name: 'Veiligheid' },
				{ id: second?.id, name: 'Taal' },
			],
			'',
		);
		expect(known().map((one) => one.name)).toEqual(['Veiligheid', 'Taal']);
		editItem(context, {
			...ITEM_FIELDS,
			number: '1',
			theme: 'eerst',
			agenda: slug,
			item: 'eerst-1',
			version: 1,
			axisValues: [first?.id],
		});
		expect(refusalOf(() => edit([{ id: first?.id, name: '' }], '')).detail.fields).toHaveProperty(
			`waarde-${first?.id}`,
		);
		edit([{ id: second?.id, name: '' }], '');
		expect(known().map((one) => one.name)).toEqual(['Veiligheid']);
	});
});

describe('starting from the previous agenda', () => {
	test('copies themas, items, leads and goals, as a concept with the old one as its predecessor', () => {
		const world = makeWorld();
		const context = world.as('coordinator');
		const years = { startYear: '2023', endYear: '2026', cadence: 'quarter' };
		const slug = startAgenda(context, {
			region: world.home.region,
			title: 'Volgende',
			...years,
			previous: world.home.agenda,
		});
		const [from, to] = [world.home.agenda, slug].map((one) => manageAgenda(context, { agenda: one }));
		expect(to?.agenda).toMatchObject({ state: 'concept', predecessorId: from?.agenda.id, startYear: 2023 });
		expect(to?.rounds).toEqual([]);
		const shape = (page: typeof from) =>
			page?.items.map(({ number, title, kind, leadId, involved }) => ({
				number,
				title,
				kind,
				leadId,
				involved,
			}));
		expect(shape(to)).toEqual(shape(from));
		expect(to?.themes.map((one) => one.code)).toEqual(from?.themes.map((one) => one.code));
		const goals = world.db.$client
			.prepare(
				'SELECT g.number, g.reason FROM goal_version g JOIN item i ON i.id = g.item_id WHERE i.agenda_id = ?',
			)
			.all(agendaIdOf(world, slug));
		expect(goals).toHaveLength(3);
		expect(goals[0]).toMatchObject({ number: 1, reason: expect.stringContaining('Overgenomen uit') });
	});

	test('leaves behind what was archived, and is refused for an agenda of another region', () => {
		const world = makeWorld();
		const context = world.as('coordinator');
		const gone = and(eq(theme.agendaId, agendaIdOf(world, world.home.agenda)), eq(theme.code, 'jonge-kind'));
		world.db.update(theme).set({ archivedAt: world.now }).where(gone).run();
		const years = { startYear: '2023', endYear: '2026', cadence: 'quarter' };
		const start = (previous: string) =>
			startAgenda(context, { region: world.home.region, title: 'Volgende', ...years, previous });
		expect(structureOf(world, start(world.home.agenda))).toEqual(['thuiszitters: 1 2']);
		expect(refusalOf(() => start(world.away.agenda)).detail.fields).toHaveProperty('previous');
	});
});

test('no thema gets the code of the form for a new one', () => {
	const world = makeWorld();
	const slug = conceptIn(world);
	const input = { agenda: slug, name: 'Nieuw', decisionLevel: 'regional' };
	expect(addTheme(world.as('coordinator'), input)).toBe('nieuw-2');
	const typed = refusalOf(() => addTheme(world.as('coordinator'), { ...input, code: 'nieuw' }));
	expect(Object.keys(typed.detail.fields ?? {})).toEqual(['code']);
});

describe('an agenda that was made by mistake', () => {
	test('goes with everything in it, and the trail keeps what it was', () => {
		const world = makeWorld();
		const slug = conceptIn(world);
		const rows = countRows(world.db);
		const { version } = manageAgenda(world.as('coordinator'), { agenda: slug }).agenda;
		deleteAgenda(world.as('coordinator'), { agenda: slug, version });
		expect(world.db.select().from(agenda).where(eq(agenda.slug, slug)).all()).toEqual([]);
		const after = countRows(world.db);
		expect((rows.get('item') ?? 0) - (after.get('item') ?? 0)).toBe(4);
		expect((rows.get('theme') ?? 0) - (after.get('theme') ?? 0)).toBe(2);
		expect(lastAudit(world, 'agenda.delete')).toMatchObject({
			entity: 'region',
			before: { agenda: 'Nieuw', slug, themes: ['Eerst', 'Daarna'] },
		});
	});

	test('stays when something of it was used, and says why', () => {
		const world = makeWorld();
		const { version } = manageAgenda(world.as('coordinator'), { agenda: world.home.agenda }).agenda;
		const refusal = refusalOf(() =>
			deleteAgenda(world.as('coordinator'), { agenda: world.home.agenda, version }),
		);
		expect(refusal.code).toBe('wrong-state');
		expect(refusal.message).toContain('al vastgesteld');
		expect(refusal.message).toContain('statussen ingevuld');
	});

	test('stays when somebody changed it since the page was made', () => {
		const world = makeWorld();
		const refusal = refusalOf(() =>
			deleteAgenda(world.as('coordinator'), { agenda: conceptIn(world), version: 9 }),
		);
		expect(refusal.code).toBe('conflict');
	});
});
