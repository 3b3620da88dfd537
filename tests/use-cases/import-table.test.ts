import { beforeEach, describe, expect, test } from 'vitest';
import { unzipSync } from 'fflate';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import {
	agenda,
	audit,
	axisValue,
	importUpload,
	item,
	itemAxisValue,
	status,
	statusRound,
	theme,
} from '#lib/server/db/schema.ts';
import { importTable } from '#lib/server/imports/import-table.ts';
import { previewTable } from '#lib/server/imports/preview-table.ts';
import { tableTemplate } from '#lib/server/imports/table-template.ts';
import { templateFile } from '#lib/server/imports/template-file.ts';
import { harmless } from '#lib/server/imports/template-table.ts';
import { checkTableForm, importTableForm } from '#lib/server/imports/table-form.ts';
import { eq } from 'drizzle-orm';
import { day } from '../support/facts.ts';
import { csvFile, docxFile, PLAIN, xlsxFile } from '../support/table-files.ts';
import { refusalOf } from '../support/refusal.ts';
import { makeWorld, type World } from '../support/world.ts';

let world: World;
beforeEach(() => {
	world = makeWorld();
});

const FRAME = {
	title: 'Agenda 2023-2026',
	startYear: '2023',
	endYear: '2026',
	cadence: 'half',
	period: '2023-H1',
};
const upload = (bytes: Uint8Array, name: string) => ({
	region: world.home.region,
	name,
	content: Buffer.from(bytes).toString('base64'),
	...FRAME,
});
const run = (input: Record<string, unknown>) => importTable(world.as('coordinator'), input);
const contents = () => world.db.$client.serialize();

test('a Word table becomes an agenda in concept with a planned round of drafts, and the file is kept', async () => {
	const bytes = await docxFile({ rows: PLAIN });
	expect(run(upload(bytes, 'agenda.docx'))).toEqual({
		agenda: 'vecht-2023-2026',
		round: 'vecht-2023-2026-2023-h1',
	});
	const made = world.db.select().from(agenda).where(eq(agenda.slug, 'vecht-2023-2026')).get();
	expect(made).toMatchObject({ state: 'concept', cadence: 'half', startYear: 2023, endYear: 2026 });
	const themes = world.db
		.select()
		.from(theme)
		.where(eq(theme.agendaId, made?.id ?? 0))
		.all();
	expect(themes.map(({ code, name }) => [code, name])).toEqual([
		['jonge-kind', 'Jonge kind'],
		['thuiszitters', 'Thuiszitters'],
	]);
	expect(
		world.db
			.select()
			.from(item)
			.where(eq(item.agendaId, made?.id ?? 0))
			.all(),
	).toHaveLength(3);
	const round = world.db
		.select()
		.from(statusRound)
		.where(eq(statusRound.agendaId, made?.id ?? 0))
		.get();
	expect(round).toMatchObject({ state: 'planned', period: '2023-H1', opensOn: '2023-07-03' });
	const drafts = world.db
		.select()
		.from(status)
		.where(eq(status.roundId, round?.id ?? 0))
		.all();
	expect(drafts.map(({ level, state, narrative }) => [level, state, narrative])).toEqual([
		['groen', 'draft', 'Alle gemeenten doen mee.'],
		['rood', 'draft', 'Nog niet begonnen.'],
	]);
	const kept = world.db.select().from(importUpload).get();
	expect(kept?.name).toBe('agenda.docx');
	expect(kept?.content.equals(bytes)).toBe(true);
	const rows = world.db.select().from(audit).where(eq(audit.action, 'agenda.import-table')).all();
	expect(rows.map(({ entity }) => entity).sort()).toEqual(['agenda', 'round', 'status', 'status', 'upload']);
	expect(rows.find(({ entity }) => entity === 'upload')?.after).toMatchObject({
		hash: kept?.hash,
		size: bytes.length,
	});
});

test('without a peilmoment the statuses are left out', async () => {
	expect(run({ ...upload(await docxFile({ rows: PLAIN }), 'a.docx'), period: '' }).round).toBeNull();
});

test('pasted cells are imported too, and a second agenda of the same years gets another address', () => {
	const input = { ...FRAME, region: world.home.region, pasted: Buffer.from(csvFile(PLAIN, '\t')).toString() };
	expect(run(input).agenda).toBe('vecht-2023-2026');
	expect(run(input).agenda).toBe('vecht-2023-2026-2');
});

describe('a table that is wrong changes nothing', () => {
	const twice = [...PLAIN, ['1', 'Nog een punt', '', '', '', '', '', '']];
	test('with one number twice, and the refusal says where', async () => {
		const input = upload(await xlsxFile({ Blad1: twice }), 'a.xlsx');
		const before = contents();
		expect(refusalOf(() => run(input)).detail.problems).toMatchObject([
			{ place: 'blad "Blad1", rij 7, kolom "nr"' },
		]);
		expect(contents().equals(before)).toBe(true);
	});

	test.each([
		['no title', { title: ' ' }, 'title'],
		['years that are turned round', { endYear: '2020' }, 'endYear'],
		['no year', { startYear: '' }, 'startYear'],
		['a word for a year', { startYear: 'x' }, 'startYear'],
		['a peilmoment of another rhythm', { period: '2023-K1' }, 'period'],
		['a peilmoment outside the years', { period: '2030-H1' }, 'period'],
		['a peilmoment that is none', { period: 'zomer' }, 'period'],
		['nothing uploaded', { content: '' }, 'bestand'],
		['more than 5 MB', { content: 'A'.repeat(7_000_000) }, 'content'],
		['something that is no base64', { content: 'é' }, 'content'],
	])('with %s, and the refusal names the field', async (_name, change, field) => {
		const before = contents();
		const input = { ...upload(await docxFile({ rows: PLAIN }), 'a.docx'), ...change };
		expect(Object.keys(refusalOf(() => run(input)).detail.fields ?? {})).toEqual([field]);
		expect(contents().equals(before)).toBe(true);
	});
});

describe('a preview', () => {
	test('shows rows, warnings and columns, and writes nothing', async () => {
		const before = contents();
		const preview = previewTable(
			world.as('coordinator'),
			upload(await docxFile({ rows: PLAIN }), 'agenda 2023-2026.docx'),
		);
		expect(preview.words).toEqual([
			"2 thema's",
			'3 agendapunten',
			'2 statussen',
			'0 agendapunten met doelen',
		]);
		expect(preview.layouts[0]?.columns.map(({ chosen }) => chosen)).toEqual([
			'number',
			'title',
			'box-1',
			'box-2',
			'box-3',
			'box-4',
			'narrative',
			'level',
		]);
		expect(preview).toMatchObject({ startYear: '2023', endYear: '2026', errors: [] });
		expect(contents().equals(before)).toBe(true);
	});
});

describe('the form', () => {
	const fields = () => ({
		...FRAME,
		region: world.home.region,
		pasted: 'nr\tagendapunt\tiets\n1\tPunt\tTekst',
	});

	test('imports what was seen', async () => {
		const checked = await checkTableForm(world.as('coordinator'), fields());
		const columns = Object.fromEntries(
			checked.preview.layouts.flatMap((one) => one.columns.map(({ name, chosen }) => [name, chosen])),
		);
		const sent = { ...checked.values, ...columns };
		expect(await importTableForm(world.as('coordinator'), sent)).toHaveProperty('done');
	});

	test('takes a peilmoment that was filled in last, since it changes nothing in how the table is read', async () => {
		const { period: _period, ...empty } = fields();
		const withLevel = { ...empty, pasted: 'nr\tagendapunt\tstatus\n1\tPunt\tgroen' };
		const { values, preview } = await checkTableForm(world.as('coordinator'), withLevel);
		const columns = Object.fromEntries(
			preview.layouts.flatMap((one) => one.columns.map(({ name, chosen }) => [name, chosen])),
		);
		const done = await importTableForm(world.as('coordinator'), { ...values, ...columns, period: '2023-H1' });
		expect(done).toMatchObject({ done: { round: 'vecht-2023-2026-2023-h1' } });
	});

	test('shows a change of columns before it imports it', async () => {
		const { values } = await checkTableForm(world.as('coordinator'), fields());
		const result = await importTableForm(world.as('coordinator'), { ...values, 'kolom-0-2': 'narrative' });
		expect(result).toMatchObject({ refused: { message: expect.stringContaining('gewijzigd') } });
	});
});

/** What the ordinary items of the world have not: dates, domains, an order of their own, and a second axis. */
function fillIn({ db }: World, agendaId: number): void {
	const [one, two, three] = db.select().from(item).where(eq(item.agendaId, agendaId)).all();
	db.update(agenda).set({ axisName: 'Aandachtsgebied' }).where(eq(agenda.id, agendaId)).run();
	const names = ['Zorg', 'Jeugd, jong en oud'].map((name, position) => ({ agendaId, name, position }));
	const [care, youth] = db.insert(axisValue).values(names).returning({ id: axisValue.id }).all();
	for (const [itemId, axisValueId] of [
		[one?.id, care?.id],
		[one?.id, youth?.id],
		[three?.id, youth?.id],
	])
		db.insert(itemAxisValue)
			.values({ itemId: itemId ?? 0, axisValueId: axisValueId ?? 0 })
			.run();
	const set = (id: number | undefined, values: Partial<typeof item.$inferInsert>) =>
		db
			.update(item)
			.set(values)
			.where(eq(item.id, id ?? 0))
			.run();
	set(one?.id, { position: 2, targetDate: day('2021-08-01'), policyDomains: ['onderwijs', 'jeugd en zorg'] });
	set(two?.id, { position: 1, targetDate: day('2022-12-31') });
}

describe('the template', () => {
	const texts = ['=1+1', "'=1", '-', 'a; "b"\nregel twee', '@iemand', 'é  <b>&amp;'];

	test.each(['xlsx', 'ods', 'csv'])('of an agenda is read back without loss from %s', async (kind) => {
		const first = world.db.select().from(item).all()[0];
		world.db
			.update(item)
			.set({ title: '=titel', shortTitle: 'Kort', description: texts.join('\n') })
			.where(eq(item.id, first?.id ?? 0))
			.run();
		fillIn(world, first?.agendaId ?? 0);
		const ask = (slug: string) =>
			tableTemplate(world.as('coordinator'), { region: world.home.region, agenda: slug });
		const sheets = ask(world.home.agenda);
		const file = await templateFile(sheets, kind);
		const input = upload(file?.content ?? new Uint8Array(), `sjabloon.${kind}`);
		const done = run({ ...input, startYear: '2020', endYear: '2022', cadence: 'quarter', period: '2020-K4' });
		world.db
			.update(statusRound)
			.set({ state: 'open' })
			.where(eq(statusRound.slug, done.round ?? ''))
			.run();
		expect(ask(done.agenda)[0]).toEqual(sheets[0]);
		expect(sheets[0]?.rows.length).toBe(5);
		const cells = sheets[0]?.rows.map((row) => row.map(({ text }) => text)) ?? [];
		for (const text of [
			'Tweede indeling: Aandachtsgebied',
			'1 augustus 2021',
			'onderwijs; jeugd en zorg',
			'Zorg; Jeugd, jong en oud',
		])
			expect(cells.flat()).toContain(text);
		expect(cells.slice(1).map((row) => row[cells[0]?.indexOf('Nr') ?? -1])).toEqual(['2', '1', '1', '2']);
	});

	test('when empty has two example rows that can be imported', async () => {
		const sheets = tableTemplate(world.as('coordinator'), { region: world.home.region });
		const file = await templateFile(sheets, 'xlsx');
		const preview = previewTable(
			world.as('coordinator'),
			upload(file?.content ?? new Uint8Array(), 's.xlsx'),
		);
		expect(preview).toMatchObject({ errors: [], warnings: [], period: '2026-H2' });
		expect(preview.words.slice(0, 2)).toEqual(['1 thema', '2 agendapunten']);
	});

	test('is opened by other programs', async () => {
		const sheets = tableTemplate(world.as('coordinator'), { region: world.home.region });
		const xlsx = await readXlsx((await templateFile(sheets, 'xlsx'))?.content ?? new Uint8Array());
		const ods = await readOds((await templateFile(sheets, 'ods'))?.content ?? new Uint8Array());
		for (const book of [xlsx, ods]) {
			expect(book.sheets.map(({ name }) => name)).toEqual(['Agenda', 'Uitleg']);
			expect(book.sheets[0]?.rows[0]?.slice(0, 5)).toEqual([
				'Thema',
				'Doel van het thema',
				'Besluitniveau',
				'Nr',
				'Agendapunt',
			]);
		}
		expect(Object.keys(unzipSync((await templateFile(sheets, 'ods'))?.content ?? new Uint8Array()))[0]).toBe(
			'mimetype',
		);
	});

	test('holds no cell that a spreadsheet calculates', () => {
		expect(texts.map(harmless)).toEqual([
			"'=1+1",
			"''=1",
			"'-",
			'a; "b"\nregel twee',
			"'@iemand",
			'é  <b>&amp;',
		]);
	});

	test('of an agenda of another region does not exist', () => {
		const input = { region: world.home.region, agenda: world.away.agenda };
		expect(refusalOf(() => tableTemplate(world.as('coordinator'), input)).code).toBe('not-found');
	});
});
