import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Role } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import {
	agenda,
	agendaNote,
	audit,
	goalVersion,
	item,
	itemInvolved,
	organisation,
	priority,
	region,
	regionOrganisation,
	theme,
	user,
} from '#lib/server/db/schema.ts';
import { importAgenda } from '#lib/server/imports/import-agenda.ts';
import { listImportRegions } from '#lib/server/imports/list-import-regions.ts';
import { previewImport } from '#lib/server/imports/preview-import.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';

const TEXT = readFileSync(new URL('../../src/lib/server/demo/utrecht-west.json', import.meta.url), 'utf8');
const NOW = new Date('2021-01-14T23:30:00Z');
const SYSTEM: Actor = { kind: 'system', name: 'importscript' };

let empty: Buffer;
let db: Db;

beforeAll(() => {
	const made = openDatabase(':memory:');
	migrateDatabase(made);
	made.insert(user).values({ id: 1, email: 'a@example.nl', name: 'A', createdAt: NOW }).run();
	empty = made.$client.serialize();
});

beforeEach(() => {
	db = openDatabase(empty);
});

function addRegion(slug: string): number {
	const columns = { slug, name: slug, officialForum: 'REA', boardForum: 'OOGO', createdAt: NOW };
	return db.insert(region).values(columns).returning({ id: region.id }).get().id;
}

function person(regionId: number, role: Role, platformAdministrator = false): Actor {
	const memberships = [{ regionId, organisationId: 1, role }];
	return { kind: 'person', userId: 1, name: 'A', platformAdministrator, memberships };
}

function run(actor: Actor, input: { region: string; text: string }) {
	return importAgenda({ db, actor, now: NOW, house: HOUSE_RULES }, input);
}

function refusal(work: () => unknown): DomainError {
	const before = db.$client.serialize();
	try {
		work();
	} catch (failure) {
		if (!(failure instanceof DomainError)) throw failure;
		expect(db.$client.serialize().equals(before), 'nothing was written').toBe(true);
		return failure;
	}
	throw new Error('It was not refused');
}

describe('the real file', () => {
	beforeEach(() => {
		run(SYSTEM, { region: '', text: TEXT });
	});

	test('makes the region, its organisations, agendas, themes and items', () => {
		expect(db.select().from(region).get()).toMatchObject({
			slug: 'utrecht-west',
			officialForum: 'REA',
			exampleData: false,
		});
		expect(db.select().from(organisation).all()).toHaveLength(23);
		const standings = db.select({ standing: regionOrganisation.standing }).from(regionOrganisation).all();
		expect(standings.map((row) => row.standing).filter(Boolean)).toEqual([
			'gesprekspartner',
			'gesprekspartner',
			'incidenteel',
		]);
		expect(db.select().from(item).all()).toHaveLength(25);
		expect(
			db
				.select()
				.from(item)
				.all()
				.filter((row) => row.kind === 'ongoing'),
		).toHaveLength(1);
		expect(db.select().from(theme).all()).toHaveLength(8);
	});

	test('closes the agendas that were followed by another, and links them', () => {
		const agendas = db.select().from(agenda).all();
		expect(agendas.map(({ slug, state, predecessorId }) => [slug, state, predecessorId])).toEqual([
			['uw-2013-2015', 'closed', null],
			['uw-2016-2018', 'closed', 1],
			['uw-2019-2022', 'adopted', 2],
		]);
		expect(agendas[2]).toMatchObject({
			adoptedOn: '2019-04-18',
			caseNumber: 'corsa 19.010937',
			cadence: 'quarter',
		});
	});

	test('marks the invented goals as invented, from the Dutch day of the import', () => {
		const goals = db.select().from(goalVersion).all();
		expect(goals).toHaveLength(3);
		expect(goals[0]).toMatchObject({
			number: 1,
			since: '2021-01-15',
			reason: 'Verzonnen voorbeeld uit het importbestand',
			changedLevels: ['rood', 'oranje', 'groen', 'donkergroen'],
		});
	});

	test('loses no text of any agenda', () => {
		const tables = [region, agenda, theme, agendaNote, item, organisation, priority].map((table) =>
			JSON.stringify(db.select().from(table).all()),
		);
		const written = JSON.parse(`[${tables.join(',')}]`);
		const all = stringsIn(written).join('\n').toLowerCase();
		const lost = stringsIn(JSON.parse(TEXT).agendas).filter((text) => !all.includes(text.toLowerCase()));
		expect(lost).toEqual([]);
	});

	test('leaves an audit row for the region, its abbreviations, every organisation and every agenda', () => {
		const rows = db.select().from(audit).all();
		expect(rows.filter((row) => row.entity === 'agenda').map((row) => row.after?.['items'])).toEqual([
			0, 0, 25,
		]);
		expect(rows.map((row) => row.entity).filter((entity) => entity !== 'agenda')).toHaveLength(25);
		expect(new Set(rows.map((row) => `${row.action} ${row.actorName}`))).toEqual(
			new Set(['agenda.import importscript']),
		);
	});

	test('is refused the second time, with a sentence per agenda', () => {
		const { detail, message } = refusal(() => run(SYSTEM, { region: '', text: TEXT }));
		expect(message).toContain('Er zijn 3 fouten');
		expect(detail.problems?.[0]).toEqual({
			place: 'agenda uw-2019-2022',
			sentence:
				'Er bestaat al een agenda met dit id. Geef deze agenda een ander id, of haal de agenda uit het bestand.',
		});
	});
});

/** Members that only help whoever typed the file over from its source. */
const REMARKS =
	/opmerking|^kolommen_model$|^statusschaal$|^cadans$|^naam_in_monitor$|^type$|^opvolger$|^zet_vooral_in_op$/;

function stringsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value.trim()];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, member]) => (REMARKS.test(name) ? [] : stringsIn(member)));
}

describe('a person', () => {
	test.each<[Role]>([['administrator'], ['coordinator']])('%s imports into the own region', (role) => {
		const actor = person(addRegion('utrecht-west'), role);
		expect(run(actor, { region: 'utrecht-west', text: TEXT })).toMatchObject({ agendas: 3, items: 25 });
		expect(db.select().from(region).all()).toHaveLength(1);
		expect(db.select().from(goalVersion).get()?.authorId).toBe(1);
		expect(db.select().from(audit).get()).toMatchObject({ actorId: 1, regionId: 1 });
	});

	test.each<[Role]>([['adviser'], ['board'], ['reader']])('%s is refused', (role) => {
		const actor = person(addRegion('utrecht-west'), role);
		expect(refusal(() => run(actor, { region: 'utrecht-west', text: TEXT })).code).toBe('forbidden');
		expect(
			refusal(() =>
				previewImport({ db, actor, now: NOW, house: HOUSE_RULES }, { region: 'utrecht-west', text: TEXT }),
			).code,
		).toBe('forbidden');
	});

	test.each([[''], ['utrecht-west']])(
		'of another region is refused, whatever region is named (%j)',
		(named) => {
			addRegion('utrecht-west');
			const actor = person(addRegion('gelderland'), 'coordinator');
			expect(refusal(() => run(actor, { region: named, text: TEXT })).code).toBe('not-found');
		},
	);

	test('cannot make a region, not even as platformbeheerder', () => {
		const actor = person(addRegion('gelderland'), 'administrator', true);
		expect(refusal(() => run(actor, { region: '', text: TEXT })).code).toBe('not-found');
		expect(refusal(() => run(actor, { region: 'utrecht-west', text: TEXT })).code).toBe('not-found');
	});

	test('cannot import the file of one region into another', () => {
		const actor = person(addRegion('gelderland'), 'coordinator');
		const { detail } = refusal(() => run(actor, { region: 'gelderland', text: TEXT }));
		expect(detail.problems?.[0]).toMatchObject({
			place: 'regio',
			sentence: expect.stringContaining('"utrecht-west"'),
		});
	});

	test('who is not signed in is refused', () => {
		expect(refusal(() => run({ kind: 'anonymous' }, { region: '', text: TEXT })).code).toBe('not-signed-in');
	});

	test('sees only the regions whose agendas that person manages', () => {
		const regions = (actor: Actor) => listImportRegions({ db, actor, now: NOW, house: HOUSE_RULES });
		const id = addRegion('utrecht-west');
		addRegion('gelderland');
		expect(regions(person(id, 'coordinator'))).toEqual([{ slug: 'utrecht-west', name: 'utrecht-west' }]);
		expect(regions(person(id, 'adviser'))).toEqual([]);
	});
});

describe('organisations that exist already', () => {
	const simple = (lead: string, organisaties: unknown) =>
		JSON.stringify({
			regio: { id: 'a', naam: 'A', ambtelijk_overleg: 'REA', bestuurlijk_overleg: 'OOGO' },
			organisaties,
			agendas: {
				een: {
					id: 'a-2023',
					titel: 'A',
					looptijd: { van: 2023, tot_en_met: 2026 },
					themas: [
						{
							code: 't',
							naam: 'T',
							agendapunten: [{ nr: 1, titel: 'P', type: 'resultaat', trekker: lead, betrokken: ['ggd'] }],
						},
					],
				},
			},
		});
	const add = (regionId: number, slug: string, name: string) => {
		const columns = { slug, name, shortName: name, kind: 'gemeente', createdAt: NOW };
		const { id } = db.insert(organisation).values(columns).returning({ id: organisation.id }).get();
		db.insert(regionOrganisation).values({ regionId, organisationId: id }).run();
		return id;
	};

	test('in the region are used, by slug or by name, also when the file does not list them', () => {
		const regionId = addRegion('a');
		const town = add(regionId, 'gemeente-dorp', 'Gemeente Dorp');
		const ggd = add(regionId, 'ggd', 'GGD');
		run(SYSTEM, { region: 'a', text: simple('dorp', [{ id: 'dorp', naam: 'Gemeente Dorp' }]) });
		expect(db.select().from(item).get()?.leadId).toBe(town);
		expect(db.select().from(itemInvolved).all()).toEqual([{ itemId: 1, organisationId: ggd }]);
		expect(db.select().from(organisation).all()).toHaveLength(2);
	});

	test('in another region are left alone', () => {
		addRegion('a');
		const elsewhere = add(addRegion('b'), 'ggd', 'GGD');
		expect(refusal(() => run(SYSTEM, { region: 'a', text: simple('ggd', []) })).detail.problems).toHaveLength(
			2,
		);
		run(SYSTEM, { region: 'a', text: simple('ggd', [{ id: 'ggd', naam: 'GGD' }]) });
		expect(db.select().from(item).get()?.leadId).not.toBe(elsewhere);
	});
});

describe('a file that is wrong', () => {
	test.each([
		['broken JSON', TEXT.slice(0, 5000)],
		[
			'one wrong item at the end',
			TEXT.replace('"agendapunt": "integraal-arrangeren/5"', '"agendapunt": "integraal-arrangeren/6"'),
		],
		['one unknown organisation', TEXT.replace('"gemeente": "montfoort"', '"gemeente": "montfort"')],
	])('changes nothing: %s', (_name, text) => {
		expect(text).not.toBe(TEXT);
		expect(refusal(() => run(SYSTEM, { region: '', text })).detail.problems).toHaveLength(1);
	});

	test.each([
		['nothing', ''],
		['more than 5 MB', ' '.repeat(5 * 1024 * 1024 + 1)],
	])('is refused at the field: %s', (_name, text) => {
		expect(refusal(() => run(SYSTEM, { region: '', text })).detail.fields?.['text']).toMatch(/Kies een/);
	});
});

test('a preview says what the import would do and writes nothing', () => {
	const before = db.$client.serialize();
	const preview = (text: string) =>
		previewImport({ db, actor: SYSTEM, now: NOW, house: HOUSE_RULES }, { region: '', text });
	expect(preview(TEXT)).toMatchObject({
		ok: true,
		summary: { agendas: 3, themes: 8, items: 25, organisations: 23, goals: 3 },
	});
	expect(preview('{}')).toMatchObject({
		ok: false,
		problems: [{ place: 'regio' }, { place: 'het bestand' }],
	});
	expect(db.$client.serialize().equals(before)).toBe(true);
});
