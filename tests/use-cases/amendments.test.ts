import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { amendAdoption } from '#lib/server/adoption/amend-adoption.ts';
import { amendFormView } from '#lib/server/adoption/amend-form.view.ts';
import { roundCorrections } from '#lib/server/adoption/agenda-corrections.view.ts';
import { listAgendaAdoptions, viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { viewReport } from '#lib/server/adoption/view-report.ts';
import { adoption, amendment, audit } from '#lib/server/db/schema.ts';
import { matrixCsv } from '#lib/server/reports/matrix-csv.ts';
import { readCsv } from '../e2e/support/downloads.ts';
import { refusalOf } from '../support/refusal.ts';
import { period } from '../support/facts.ts';
import { ITEM, makeWorld, PERIOD, type World } from '../support/world.ts';

const amend = (world: World, overrides: Record<string, unknown> = {}) =>
	amendAdoption(world.as('coordinator'), {
		round: world.home.rounds.adopted,
		item: ITEM.untouched,
		part: 'niveau',
		becomes: 'oranje',
		reason: 'Verkeerd overgenomen.',
		seen: 0,
		...overrides,
	});
const report = (world: World) => viewReport(world.as('reader'), world.home.rounds.adopted);
const itemOf = (world: World, ref: string) =>
	report(world)
		.themes.flatMap((theme) => theme.items)
		.find((one) => one.ref === ref);
const rows = ({ db }: World) => db.select().from(amendment).all();
const stored = ({ db }: World) => db.select().from(adoption).all();

describe('a correctie', () => {
	test('stands beside the original, for a reader too', () => {
		const world = makeWorld();
		amend(world);
		expect(itemOf(world, ITEM.untouched)).toMatchObject({
			now: { level: 'rood' },
			correctedTo: { level: 'oranje' },
			corrections: [
				{
					summary: 'niveau: rood, gecorrigeerd naar oranje',
					by: 'Correctie van 14 januari 2021 door coordinator van vecht',
					reason: 'Verkeerd overgenomen.',
				},
			],
		});
		expect(report(world).correctedUntil).toBe('Met correcties tot en met 14 januari 2021');
	});

	test('changes no byte of what was adopted, no hash and no count', () => {
		const world = makeWorld();
		const [before, counts] = [stored(world), report(world).counts];
		amend(world);
		amend(world, { part: 'stand-van-zaken', becomes: 'Anders.', seen: 1 });
		expect(stored(world)).toEqual(before);
		expect(report(world).counts).toEqual(counts);
	});

	test('keeps who, when, what it was and why, and is in the audit trail', () => {
		const world = makeWorld();
		amend(world);
		expect(rows(world)).toMatchObject([
			{
				itemRef: ITEM.untouched,
				part: 'Niveau',
				was: 'rood',
				becomes: 'oranje',
				authorName: 'coordinator van vecht',
				createdAt: world.now,
			},
		]);
		const trail = world.db.select().from(audit).where(eq(audit.action, 'adoption.amend')).all();
		expect(trail).toMatchObject([
			{ entity: 'amendment', before: { was: 'rood' }, after: { becomes: 'oranje', itemRef: ITEM.untouched } },
		]);
	});

	test('takes what it was from the snapshot, never from the form', () => {
		const world = makeWorld();
		amend(world, { was: 'donkergroen' });
		expect(rows(world)[0]?.was).toBe('rood');
	});

	test('of a correctie is a new one, and starts from the last', () => {
		const world = makeWorld();
		amend(world);
		amend(world, { becomes: 'groen', seen: 1 });
		expect(rows(world).map(({ was, becomes }) => [was, becomes])).toEqual([
			['rood', 'oranje'],
			['oranje', 'groen'],
		]);
		expect(itemOf(world, ITEM.untouched)).toMatchObject({
			now: { level: 'rood' },
			correctedTo: { level: 'groen' },
		});
	});

	test('can be neither changed nor removed, not even in the database', () => {
		const world = makeWorld();
		amend(world);
		const run = (sql: string) => () => world.db.$client.exec(sql);
		expect(run("UPDATE amendment SET becomes = 'groen'")).toThrow('a correction is never changed');
		expect(run('DELETE FROM amendment')).toThrow('a correction is never changed');
	});

	test('on the whole says itself what stood there', () => {
		const world = makeWorld();
		amend(world, { item: '', part: 'iets-anders', was: 'Voorzitter: Aa', becomes: 'Voorzitter: Bee' });
		expect(report(world).corrections).toMatchObject([
			{ itemRef: null, item: 'Het geheel', was: 'Voorzitter: Aa', becomes: 'Voorzitter: Bee', levels: null },
		]);
	});

	test('is in the table too, with the level beside the adopted one', () => {
		const world = makeWorld();
		amend(world);
		amend(world, { item: '', part: 'iets-anders', was: 'a', becomes: 'b', seen: 1 });
		const csv = readCsv(new TextEncoder().encode(matrixCsv(report(world))));
		const head = csv.find((row) => row[0] === 'Thema') ?? [];
		const own = csv.find((row) => row.some((cell) => cell.includes('Correctie van') && row.length > 5)) ?? [];
		expect(own[head.indexOf('Niveau nu')]).toBe('rood');
		expect(own[head.indexOf('Gecorrigeerd niveau')]).toBe('oranje');
		expect(csv.flat()).toContain('Met correcties tot en met 14 januari 2021');
		expect(csv.at(-1)?.[0]).toMatch(/^Het geheel: Correctie van .* was: a; wordt: b\./);
	});

	test('is named on the overview of that round and of no other', () => {
		const world = makeWorld();
		amend(world);
		const context = world.as('reader');
		const { facts } = viewAdoption(context, { round: world.home.rounds.adopted }).snapshot;
		const { amendments } = listAgendaAdoptions(context, { agenda: world.home.agenda });
		expect(roundCorrections(facts, amendments, period(PERIOD.adopted))?.lines).toEqual([
			{
				href: `/rapporten/${world.home.rounds.adopted}#punt-${ITEM.untouched}`,
				label: 'Thema thuiszitters 1. Punt 1 van thuiszitters in vecht',
				summary: 'niveau: rood, gecorrigeerd naar oranje',
			},
		]);
		expect(roundCorrections(facts, amendments, period(PERIOD.closed))).toBeNull();
	});
});

describe('a correctie is refused', () => {
	test.each([
		['without a reason', { reason: ' ' }, 'reason'],
		['without what it must be', { becomes: '' }, 'becomes'],
		['without a change', { becomes: 'rood' }, 'becomes'],
		['on a level that does not exist', { becomes: 'paars' }, 'becomes'],
		['on donkergroen of a doorlopend item', { item: ITEM.returned, becomes: 'donkergroen' }, 'becomes'],
		['on the level of the whole', { item: '' }, 'part'],
		['on a part that does not exist', { part: 'titel' }, 'part'],
	])('when it is made %s', (_when, overrides, field) => {
		const world = makeWorld();
		const refusal = refusalOf(() => amend(world, overrides));
		expect(refusal.code).toBe('invalid');
		expect(Object.keys(refusal.detail.fields ?? {})).toEqual([field]);
		expect(rows(world)).toEqual([]);
	});

	test('while somebody else made one that was not seen', () => {
		const world = makeWorld();
		amend(world);
		expect(refusalOf(() => amend(world, { becomes: 'groen' })).code).toBe('conflict');
	});

	test('on an item that the adoption does not have, and on a round that is not adopted', () => {
		const world = makeWorld();
		expect(refusalOf(() => amend(world, { item: 'thuiszitters-9' })).code).toBe('not-found');
		expect(refusalOf(() => amend(world, { round: world.home.rounds.closed })).code).toBe('not-found');
	});
});

describe('the form of a correctie', () => {
	const form = (world: World, query: string) =>
		amendFormView(
			viewAdoption(world.as('coordinator'), { round: world.home.rounds.adopted }),
			new URLSearchParams(query),
		);

	test('first asks what is wrong, then shows what stands there', () => {
		const world = makeWorld();
		expect(form(world, '').form).toBeNull();
		expect(form(world, `punt=${ITEM.untouched}&deel=niveau`).form).toMatchObject({
			was: 'rood',
			level: 'rood',
			seen: 0,
		});
		expect(form(world, `punt=${ITEM.untouched}&deel=niveau`).form?.levels?.map((one) => one.value)).toEqual([
			'',
			'oranje',
			'groen',
			'donkergroen',
			'niet beantwoord',
		]);
		expect(form(world, 'punt=bestaat-niet-1&deel=niveau').form).toBeNull();
	});

	test('shows what the last correctie says', () => {
		const world = makeWorld();
		amend(world);
		expect(form(world, `punt=${ITEM.untouched}&deel=niveau`).form).toMatchObject({ was: 'oranje', seen: 1 });
	});
});
