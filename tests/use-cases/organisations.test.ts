/** The organisations of a region: what is added, what a merge moves and what it leaves, and whom another region hears of. */
import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import {
	accord,
	adoption,
	audit,
	contribution,
	formerName,
	identityProvider,
	item,
	itemInvolved,
	meeting,
	membership,
	organisation,
	publicBody,
	statusRound,
} from '#lib/server/db/schema.ts';
import { editItem } from '#lib/server/agenda-editing/edit-item.ts';
import { manageAgenda } from '#lib/server/agenda-editing/manage-agenda.ts';
import { itemView, newItemView } from '#lib/server/agenda-editing/parts.view.ts';
import { startAgenda } from '#lib/server/agenda-editing/start-agenda.ts';
import { addOrganisation, addOrganisations } from '#lib/server/organisations/add-organisation.ts';
import { checkOrganisations } from '#lib/server/organisations/check-organisations.ts';
import { endOrganisation, resumeOrganisation } from '#lib/server/organisations/end-organisation.ts';
import { linkOrganisation, unlinkOrganisation } from '#lib/server/organisations/link-organisation.ts';
import { listRegionOrganisations } from '#lib/server/organisations/list-organisations.ts';
import { mergeOrganisations } from '#lib/server/organisations/merge-organisations.ts';
import { organisationListView, organisationView } from '#lib/server/organisations/organisations.view.ts';
import { editPublicBody, listSharedOrganisations } from '#lib/server/organisations/public-bodies.ts';
import { renameOrganisation } from '#lib/server/organisations/rename-organisation.ts';
import { viewOrganisation } from '#lib/server/organisations/view-organisation.ts';
import { viewPeople } from '#lib/server/users/view-people.ts';
import { agendaIdOf, organisationId } from '../support/examples-editing.ts';
import { participationOf } from '../support/examples-organisations.ts';
import { regionIdOf } from '../support/examples-people.ts';
import { day } from '../support/facts.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const REASON = 'Besloten in de REA.';
const rowOf = (world: World, slug: string) =>
	world.db
		.select()
		.from(organisation)
		.where(eq(organisation.id, organisationId(world, slug)))
		.get();
const refOf = ({ home }: World, slug: string) => ({ region: home.region, organisation: slug });
const changeOf = (world: World, slug: string) => ({
	...refOf(world, slug),
	version: rowOf(world, slug)?.version,
});
const mergeOf = (world: World, from: string, into: string) => ({
	...changeOf(world, from),
	into,
	intoVersion: rowOf(world, into)?.version,
});
const row = (line: number, name: string, shortName: string, kind = 'gemeente') => ({
	line,
	name,
	shortName,
	kind,
	same: false,
});
const viewOf = (world: World, slug: string, into = '') =>
	organisationView(viewOrganisation(world.as('administrator'), { ...refOf(world, slug), into }));
const listOf = (world: World) =>
	organisationListView(listRegionOrganisations(world.as('administrator'), { region: world.home.region }));

describe('a pasted list', () => {
	test('becomes rows with a guessed kind, and says what takes part already', () => {
		const world = makeWorld();
		const list = 'Tiel\nSamenwerkingsverband PO; SWV PO\n\nGemeente Aa\nTiel';
		const rows = checkOrganisations(world.as('administrator'), { region: world.home.region, list });
		expect(
			rows.map(({ line, name, shortName, kind, state }) => [line, name, shortName, kind, state]),
		).toEqual([
			[1, 'Gemeente Tiel', 'Tiel', 'gemeente', 'new'],
			[2, 'Samenwerkingsverband PO', 'SWV PO', 'samenwerkingsverband', 'new'],
			[4, 'Gemeente Aa', 'Aa', 'gemeente', 'here'],
			[5, 'Gemeente Tiel', 'Tiel', 'gemeente', 'wrong'],
		]);
		expect(rows[3]?.problems.name).toContain('staat al eerder in de lijst');
	});

	test('is added whole, each with a row in the trail and as an organisation of its own', () => {
		const world = makeWorld();
		const rows = [
			row(1, 'Gemeente Tiel', 'Tiel'),
			row(2, 'GGD Zuid', 'GGD', 'ggd'),
			row(3, 'Gemeente Aa', 'Aa'),
		];
		expect(addOrganisations(world.as('administrator'), { region: world.home.region, rows })).toEqual({
			added: 2,
			here: 1,
		});
		expect(rowOf(world, 'tiel')).toMatchObject({ name: 'Gemeente Tiel', kind: 'gemeente' });
		expect(
			world.db.select().from(audit).where(eq(audit.action, 'region.add-organisations')).all(),
		).toHaveLength(2);
		expect(world.db.select().from(publicBody).where(eq(publicBody.name, 'GGD Zuid')).all()).toHaveLength(1);
	});

	test('with one wrong line adds nothing and names the field of that line', () => {
		const world = makeWorld();
		const before = world.db.select().from(organisation).all().length;
		const rows = [row(1, 'Gemeente Tiel', 'Tiel'), row(7, 'Andere', 'Tiel', 'raar')];
		const refusal = refusalOf(() =>
			addOrganisations(world.as('administrator'), { region: world.home.region, rows }),
		);
		expect(Object.keys(refusal.detail.fields ?? {}).sort()).toEqual(['kort-7', 'soort-7']);
		expect(world.db.select().from(organisation).all()).toHaveLength(before);
	});
});

describe('a new name', () => {
	const values = { name: 'Gemeente Bee en Dal', shortName: 'Bee en Dal', kind: 'gemeente', code: '' };

	test('counts from a day, keeps the name before it, and leaves what was adopted as it was', () => {
		const world = makeWorld();
		const adopted = world.db.select().from(adoption).all();
		renameOrganisation(world.as('administrator'), {
			...changeOf(world, 'bee'),
			...values,
			from: '2021-01-01',
		});
		expect(rowOf(world, 'bee')).toMatchObject({ name: 'Gemeente Bee en Dal', version: 2 });
		expect(world.db.select().from(formerName).all()).toMatchObject([
			{ name: 'Gemeente Bee', until: '2021-01-01' },
		]);
		expect(world.db.select().from(adoption).all()).toEqual(adopted);
		expect(world.db.select().from(audit).where(eq(audit.action, 'organisation.rename')).get()).toMatchObject({
			before: { name: 'Gemeente Bee' },
			after: { name: 'Gemeente Bee en Dal', from: '2021-01-01' },
		});
	});

	test('is refused for a day to come, when it is taken, and over what somebody else saved', () => {
		const world = makeWorld();
		const rename = (input: object) =>
			refusalOf(() =>
				renameOrganisation(world.as('administrator'), {
					...changeOf(world, 'bee'),
					...values,
					from: '2021-01-01',
					...input,
				}),
			);
		expect(rename({ from: '2031-01-01' }).detail.fields?.['from']).toContain('Deze dag komt nog');
		expect(rename({ name: 'gemeente aa' }).detail.fields?.['name']).toContain('doet al mee');
		expect(rename({ version: 0 })).toMatchObject({
			code: 'conflict',
			detail: { theirs: { name: 'Gemeente Bee' } },
		});
		expect(rowOf(world, 'bee')?.name).toBe('Gemeente Bee');
	});

	test('of a row that another region shares is refused to who manages only one of them', () => {
		const world = makeWorld();
		const input = { ...changeOf(world, 'rbl'), ...values, from: '2021-01-01' };
		expect(refusalOf(() => renameOrganisation(world.as('administrator'), input)).code).toBe('forbidden');
	});
});

describe('a merge', () => {
	function addBoth(world: World): void {
		const items = world.db.select().from(item).all();
		const first = items[0]?.id ?? 0;
		world.db
			.update(item)
			.set({ leadId: organisationId(world, 'bee') })
			.where(eq(item.id, first))
			.run();
		world.db.delete(itemInvolved).where(eq(itemInvolved.itemId, first)).run();
		world.db
			.insert(itemInvolved)
			.values({ itemId: first, organisationId: organisationId(world, 'aa') })
			.run();
	}

	test('moves people and live work to the one that remains, and says so before', () => {
		const world = makeWorld();
		addBoth(world);
		const shown = viewOf(world, 'bee', 'aa').merge;
		expect(shown?.obstacles).toEqual([]);
		expect(shown?.moves.join('. ')).toContain('trekker van 1 agendapunt');
		mergeOrganisations(world.as('administrator'), mergeOf(world, 'bee', 'aa'));
		const [bee, aa] = ['bee', 'aa'].map((slug) => organisationId(world, slug));
		expect(participationOf(world, 'bee')).toMatchObject({ endedOn: '2021-01-14', mergedIntoId: aa });
		const led = world.db.select().from(item).all()[0];
		expect(led).toMatchObject({ leadId: aa, version: 2 });
		const involved = world.db
			.select()
			.from(itemInvolved)
			.where(eq(itemInvolved.itemId, led?.id ?? 0))
			.all();
		expect(involved).toEqual([]);
		const ofBee = and(eq(membership.organisationId, bee ?? 0), eq(membership.regionId, regionIdOf(world)));
		expect(world.db.select().from(membership).where(ofBee).all()).toEqual([]);
		expect(listOf(world).gone.map(({ name, ended }) => [name, ended])).toEqual([
			['Gemeente Bee', 'Sinds 14 januari 2021 deel van Gemeente Aa'],
		]);
		expect(listOf(world).present.find(({ slug }) => slug === 'aa')?.before).toBe('Vroeger Gemeente Bee');
	});

	test('leaves an audit row of what moved, and one for each item that got another trekker', () => {
		const world = makeWorld();
		addBoth(world);
		mergeOrganisations(world.as('administrator'), mergeOf(world, 'bee', 'aa'));
		const rows = world.db.select().from(audit).where(eq(audit.action, 'organisation.merge')).all();
		expect(rows.map(({ entity }) => entity)).toEqual(['item', 'organisation']);
		expect(rows[1]?.after).toMatchObject({ mergedInto: 'Gemeente Aa', leads: 1 });
	});

	test.each([
		[
			'a standpunt at a meeting that is not done',
			(world: World) => world.db.insert(accord).values(accordOf(world)).run(),
			'Sluit die vergadering eerst',
		],
		[
			'a service that is on',
			(world: World) =>
				world.db
					.insert(identityProvider)
					.values(serviceOf(world, 'bee', false))
					.run(),
			'Zet die eerst uit',
		],
		[
			'a duty to sign in at the other',
			(world: World) =>
				world.db
					.insert(identityProvider)
					.values(serviceOf(world, 'aa', true))
					.run(),
			'Zet die plicht eerst uit',
		],
	])('is refused in a sentence because of %s', (_what, spoil, sentence) => {
		const world = makeWorld();
		spoil(world);
		const refusal = refusalOf(() =>
			mergeOrganisations(world.as('administrator'), mergeOf(world, 'bee', 'aa')),
		);
		expect(refusal.message).toContain(sentence);
		expect(participationOf(world, 'bee')?.endedOn).toBeNull();
	});

	test('is refused when both wrote a contribution to the same item, and over an older page', () => {
		const world = makeWorld();
		const shared = world.db.select().from(contribution).all()[0];
		for (const slug of ['aa', 'bee'])
			world.db
				.insert(contribution)
				.values({ ...contributionOf(world, slug), ...(shared && { itemId: shared.itemId }) })
				.onConflictDoNothing()
				.run();
		const input = mergeOf(world, 'bee', 'aa');
		expect(refusalOf(() => mergeOrganisations(world.as('administrator'), input)).message).toContain(
			'allebei',
		);
		const stale = refusalOf(() =>
			mergeOrganisations(world.as('administrator'), { ...input, intoVersion: 9 }),
		);
		expect(stale.code).toBe('conflict');
	});
});

describe('an organisation that left', () => {
	test('is offered nowhere, cannot become trekker, and keeps what it leads until that is handed over', () => {
		const world = makeWorld();
		const bee = organisationId(world, 'bee');
		const first = world.db
			.select()
			.from(item)
			.all()
			.find(({ number, agendaId }) => number === 2 && agendaId === agendaIdOf(world, world.home.agenda));
		world.db
			.update(item)
			.set({ leadId: bee })
			.where(eq(item.id, first?.id ?? 0))
			.run();
		endOrganisation(world.as('administrator'), { ...changeOf(world, 'bee'), on: '2021-01-01' });
		const page = manageAgenda(world.as('coordinator'), { agenda: world.home.agenda });
		expect(newItemView(page, null).organisations.map(({ id }) => id)).not.toContain(bee);
		const led = viewOf(world, 'bee').ledItems;
		expect(led).toHaveLength(1);
		const ref = led[0]?.href.split('/').at(-1) ?? '';
		expect(itemView(page, ref)?.organisations.find(({ id }) => id === bee)?.name).toContain(
			'doet niet meer mee',
		);
		const people = viewPeople(world.as('administrator'), { region: world.home.region });
		expect(people.organisations.map(({ slug }) => slug)).not.toContain('bee');
		const fields = {
			theme: 'thuiszitters',
			number: '1',
			title: 'Titel',
			kind: 'result',
			involved: [],
			axisValues: [],
		};
		const other = {
			...fields,
			agenda: world.home.agenda,
			item: ITEM.untouched,
			reason: REASON,
			lead: String(bee),
		};
		const refusal = refusalOf(() => editItem(world.as('coordinator'), { ...other, version: 1 }));
		expect(refusal.detail.fields?.['lead']).toContain('doet niet meer mee');
	});

	test('does not come along as trekker in the agenda that follows', () => {
		const world = makeWorld();
		world.db
			.update(item)
			.set({ leadId: organisationId(world, 'bee') })
			.run();
		endOrganisation(world.as('administrator'), { ...changeOf(world, 'bee'), on: '2021-01-01' });
		const years = { startYear: '2023', endYear: '2026', cadence: 'half', title: 'Volgende' };
		const slug = startAgenda(world.as('coordinator'), {
			region: world.home.region,
			...years,
			previous: world.home.agenda,
		});
		const { items } = manageAgenda(world.as('coordinator'), { agenda: slug });
		expect(items.length).toBeGreaterThan(0);
		expect(items.every(({ leadId }) => leadId === null)).toBe(true);
	});

	test('can come back, unless it was merged, and not leave on a day to come', () => {
		const world = makeWorld();
		const administrator = world.as('administrator');
		const later = refusalOf(() =>
			endOrganisation(administrator, { ...changeOf(world, 'bee'), on: '2022-01-01' }),
		);
		expect(later.detail.fields?.['on']).toContain('Deze dag komt nog');
		endOrganisation(administrator, { ...changeOf(world, 'bee'), on: '2021-01-01' });
		resumeOrganisation(administrator, changeOf(world, 'bee'));
		expect(participationOf(world, 'bee')?.endedOn).toBeNull();
		mergeOrganisations(administrator, mergeOf(world, 'bee', 'aa'));
		expect(refusalOf(() => resumeOrganisation(administrator, changeOf(world, 'bee'))).code).toBe(
			'wrong-state',
		);
	});
});

describe('one organisation in several regions', () => {
	const name = 'GGD van iedereen';
	const addTo = (world: World, place: 'home' | 'away', same = false) =>
		addOrganisation(world.as('administrator', place), {
			region: world[place].region,
			name,
			shortName: 'GGD',
			kind: 'ggd',
			same,
		});
	const bodyOf = ({ db }: World, id: number) =>
		db.select().from(organisation).where(eq(organisation.id, id)).get()?.publicBodyId;

	test('is one record when its beheerder says so, and never by its name alone', () => {
		const world = makeWorld();
		const first = addTo(world, 'home');
		const apart = addTo(world, 'away');
		expect(bodyOf(world, apart)).not.toBe(bodyOf(world, first));
		const away = { region: world.away.region, organisation: 'ggd' };
		linkOrganisation(world.as('administrator', 'away'), { ...away, version: 1 });
		expect(bodyOf(world, apart)).toBe(bodyOf(world, first));
		unlinkOrganisation(world.as('administrator', 'away'), { ...away, version: 2 });
		expect(bodyOf(world, apart)).not.toBe(bodyOf(world, first));
	});

	test('is offered for exactly the same name only, and the offer names no region', () => {
		const world = makeWorld();
		addTo(world, 'home');
		const offer = (list: string) =>
			checkOrganisations(world.as('administrator', 'away'), { region: world.away.region, list });
		expect(offer(name)[0]?.known).toBe(true);
		expect(offer('GGD')[0]?.known).toBe(false);
		expect(JSON.stringify(offer(name))).not.toContain(world.home.region);
	});

	test('has an official name that only the platformbeheerder changes, while each region keeps its own', () => {
		const world = makeWorld();
		const id = addTo(world, 'home');
		addTo(world, 'away', true);
		const body = bodyOf(world, id) ?? 0;
		const official = { kind: 'ggd', code: 'X1', shortName: 'GGD', from: '2021-01-01' };
		const own = { region: world.home.region, organisation: 'ggd', version: 1 };
		renameOrganisation(world.as('administrator'), { ...own, ...official, name: 'Onze GGD' });
		const bodyRow = () => world.db.select().from(publicBody).where(eq(publicBody.id, body)).get();
		expect(bodyRow()).toMatchObject({ name, code: '' });
		expect(listSharedOrganisations(world.as('platform')).map((one) => one.name)).toEqual([name]);
		editPublicBody(world.as('platform'), { body, version: 1, name: 'GGD Midden', kind: 'ggd', code: '' });
		const shown = organisationView(
			viewOrganisation(world.as('administrator'), { region: world.home.region, organisation: 'ggd' }),
		);
		expect(shown).toMatchObject({ name: 'Onze GGD', body: { isShared: true, officialName: 'GGD Midden' } });
	});

	test('of one region follows that region, and to the platformbeheerder does not exist', () => {
		const world = makeWorld();
		const body = bodyOf(world, addTo(world, 'home')) ?? 0;
		const input = { body, version: 1, name: 'Anders', kind: 'ggd', code: '' };
		expect(refusalOf(() => editPublicBody(world.as('platform'), input)).code).toBe('not-found');
	});
});

function accordOf(world: World) {
	const agendaId = agendaIdOf(world, world.home.agenda);
	const planned = world.db
		.insert(meeting)
		.values({
			agendaId,
			slug: 'straks',
			forum: 'board',
			heldOn: day('2021-02-01'),
			state: 'running',
			createdAt: world.now,
		})
		.returning({ id: meeting.id })
		.get();
	return {
		meetingId: planned.id,
		organisationId: organisationId(world, 'bee'),
		stance: 'agreed' as const,
		updatedAt: world.now,
	};
}

function serviceOf(world: World, slug: string, obligatory: boolean) {
	return {
		organisationId: organisationId(world, slug),
		issuer: 'https://inloggen.example',
		clientId: 'site',
		secret: 'verzegeld',
		authMethod: 'client_secret_basic' as const,
		active: true,
		obligatory,
		createdAt: world.now,
	};
}

function contributionOf(world: World, slug: string) {
	const open = world.db.select().from(statusRound).where(eq(statusRound.slug, world.home.rounds.open)).get();
	const first = world.db
		.select()
		.from(item)
		.where(eq(item.agendaId, open?.agendaId ?? 0))
		.get();
	return {
		roundId: open?.id ?? 0,
		itemId: first?.id ?? 0,
		organisationId: organisationId(world, slug),
		narrative: 'Bij ons loopt het.',
		updatedAt: world.now,
	};
}
