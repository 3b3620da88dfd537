/** Letters of gemeenten to their councils: typing, sending, taking back, being late, and who sees what. */
import { describe, expect, test } from 'vitest';
import { and, eq } from 'drizzle-orm';
import { audit, letter } from '#lib/server/db/schema.ts';
import { amendAdoption } from '#lib/server/adoption/amend-adoption.ts';
import { exportLetter } from '#lib/server/letters/export-letter.ts';
import { listTemplates, saveTemplate, viewTemplate } from '#lib/server/letters/letter-templates.ts';
import { listLetters, setDueDay } from '#lib/server/letters/list-letters.ts';
import { letterListView } from '#lib/server/letters/letter-list.view.ts';
import { saveLetter } from '#lib/server/letters/save-letter.ts';
import { stepLetter } from '#lib/server/letters/step-letter.ts';
import { previewLetter, viewLetter } from '#lib/server/letters/view-letter.ts';
import { listCurrentRounds } from '#lib/server/rounds/list-rounds.ts';
import { listTodo } from '#lib/server/todo/list-todo.ts';
import { todoView } from '#lib/server/todo/todo.view.ts';
import { LETTER_MODELS } from '#lib/text/letters.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type CastName, type World } from '../support/world.ts';

const refOf = ({ home }: World, organisation = 'bee') => ({ round: home.rounds.adopted, organisation });
const save = (world: World, who: CastName, values: Record<string, unknown> = {}) =>
	saveLetter(world.as(who), {
		...refOf(world),
		version: 0,
		treatment: 'information',
		dueOn: '',
		...values,
	});
const step = (world: World, values: Record<string, unknown>, who: CastName = 'coordinator') =>
	stepLetter(world.as(who), { ...refOf(world), on: '2021-01-12', note: '', ...values });
const view = (world: World, who: CastName = 'coordinator') => viewLetter(world.as(who), refOf(world));
const textOf = (world: World) => JSON.stringify(view(world).file.view.document.blocks);

describe('what a gemeente types', () => {
	test('is kept and stands in the letter, without what the letter says by itself', () => {
		const world = makeWorld();
		const { source } = view(world);
		const subject = `Voortgang ${source.report.agenda}, ${source.report.round}`;
		save(world, 'otherAdviser', {
			fields: { subject, 'case-number': 'Z/1', attachments: '' },
			localText: 'Bij **Bee** gaat het goed.',
			weights: { 'jonge-kind': '0' },
		});
		expect(view(world).letter).toMatchObject({
			version: 1,
			state: 'draft',
			fields: { 'case-number': 'Z/1', attachments: '' },
			localText: 'Bij **Bee** gaat het goed.',
			weights: { 'jonge-kind': 0 },
		});
		expect(textOf(world)).toContain(`"text":"Onderwerp: ","style":"strong"},"${subject}"`);
		expect(textOf(world)).toContain('{"text":"Bee","style":"strong"}');
		expect(textOf(world)).not.toContain('Bijlagen');
		expect(textOf(world)).not.toContain('"Thema Thema jonge-kind"');
	});

	test('is shown without being kept when somebody only looks', () => {
		const world = makeWorld();
		const looked = previewLetter(world.as('otherAdviser'), {
			...refOf(world),
			treatment: 'decision',
			localText: 'Alleen gekeken.',
		});
		expect(JSON.stringify(looked.document.blocks)).toContain('Alleen gekeken.');
		expect(view(world).letter).toBeNull();
	});

	test('never writes over what another saved meanwhile: both texts come back', () => {
		const world = makeWorld();
		save(world, 'otherAdviser', { localText: 'Van de adviseur', weights: { thuiszitters: 3 } });
		const failure = refusalOf(() => save(world, 'coordinator', { localText: 'Van de coördinator' }));
		expect(failure.code).toBe('conflict');
		expect(failure.detail).toMatchObject({
			theirVersion: 1,
			theirs: { localText: 'Van de adviseur', 'gewicht-thuiszitters': 'Benadrukt' },
		});
		save(world, 'coordinator', { localText: 'Van de coördinator', version: 1 });
		expect(view(world).letter).toMatchObject({ localText: 'Van de coördinator', version: 2 });
	});

	test.each([
		[{ treatment: 'misschien' }, 'treatment', /ter informatie of ter besluitvorming/],
		[{ weights: { thuiszitters: '4' } }, 'weights', /Kies hoe veel/],
		[{ fields: { openness: 'closed' } }, 'fields', /waarom deze brief niet openbaar is/],
		[{ fields: { 'college-date': '2021-02-30' } }, 'fields', /bestaande datum/],
		[{ dueOn: 'morgen' }, 'dueOn', /bestaande datum/],
	])('is refused with a sentence when it is %j', (values, field, sentence) => {
		const failure = refusalOf(() => save(makeWorld(), 'coordinator', values));
		expect(failure.detail.fields?.[field]).toMatch(sentence);
	});

	test('comes with an audit row of what changed, and none when nothing did', () => {
		const world = makeWorld();
		save(world, 'coordinator', { localText: 'Een' });
		save(world, 'coordinator', { localText: 'Een', version: 1 });
		const rows = world.db.select().from(audit).where(eq(audit.action, 'letter.save')).all();
		expect(rows).toHaveLength(1);
		expect(rows[0]?.after).toEqual({ localText: 'Een' });
	});
});

describe('the road of a letter', () => {
	const send = (world: World) => {
		save(world, 'coordinator', { localText: 'Zoals verzonden.' });
		step(world, { version: 1, to: 'to-college' });
	};

	test('goes to the college and the council with a day and who did it, and back with a reason', () => {
		const world = makeWorld();
		send(world);
		step(world, { version: 2, to: 'to-council', on: '2021-01-13', note: 'Ingekomen stuk' }, 'otherAdviser');
		step(world, { version: 3, to: 'amended', on: '2021-01-14', note: 'De raad vroeg om cijfers.' });
		const { steps, letter: now } = view(world);
		expect(now).toMatchObject({ state: 'amended', version: 4 });
		expect(steps.map(({ state, on, note, hasSent }) => [state, on, note, hasSent])).toEqual([
			['to-college', '2021-01-12', '', true],
			['to-council', '2021-01-13', 'Ingekomen stuk', false],
			['amended', '2021-01-14', 'De raad vroeg om cijfers.', false],
		]);
		expect(steps.map(({ author }) => author)).toEqual([
			'coordinator van vecht',
			'otherAdviser van vecht',
			'coordinator van vecht',
		]);
	});

	test.each([
		[{ to: 'to-council' }, 'wrong-state', /ergens anders/],
		[{ to: 'to-college', on: '2020-09-11' }, 'invalid', /kies 12 september 2020 of later/],
		[{ to: 'to-college', on: '2021-01-15' }, 'invalid', /nog niet geweest/],
		[{ to: 'to-college', version: 7 }, 'conflict', /Iemand anders/],
	])('refuses from a concept %j', (values, code, sentence) => {
		const world = makeWorld();
		save(world, 'coordinator', {});
		const failure = refusalOf(() => step(world, { version: 0, ...values }));
		expect(failure.code).toBe(code);
		expect(failure.message).toMatch(sentence);
	});

	test('locks the text until the letter is taken back, which needs a reason', () => {
		const world = makeWorld();
		send(world);
		expect(refusalOf(() => save(world, 'coordinator', { version: 2 })).code).toBe('wrong-state');
		expect(refusalOf(() => step(world, { version: 2, to: 'draft' })).detail.fields?.['note']).toMatch(
			/waarom/,
		);
		step(world, { version: 2, to: 'draft', note: 'Er mist een bijlage.' });
		save(world, 'coordinator', { version: 3, localText: 'Nieuwe tekst.' });
		expect(textOf(world)).toContain('Nieuwe tekst.');
	});

	test('keeps what was sent as it was sent, whatever the template and the correcties say later', () => {
		const world = makeWorld();
		send(world);
		const before = view(world).file;
		const [, memo] = LETTER_MODELS;
		saveTemplate(world.as('coordinator'), {
			region: world.home.region,
			organisation: 'bee',
			version: 0,
			kind: memo.kind,
			sections: memo.sections,
			fields: {},
		});
		amendAdoption(world.as('coordinator'), {
			round: world.home.rounds.adopted,
			item: ITEM.untouched,
			part: 'niveau',
			becomes: 'oranje',
			reason: 'Verkeerd overgenomen.',
			seen: 0,
		});
		expect(view(world).file).toEqual(before);
		step(world, { version: 2, to: 'draft', note: 'Aanpassen.' });
		expect(view(world).file.view.document.title).toContain('Informatiememo raad');
		expect(textOf(world)).toContain('gecorrigeerd');
		const [first] = view(world).steps;
		const old = exportLetter(world.as('coordinator'), { ...refOf(world), format: 'pdf', step: first?.id });
		expect(old.file).toEqual(before);
	});
});

describe('who sees a letter', () => {
	const at = (state: 'draft' | 'to-college' | 'to-council') => {
		const world = makeWorld();
		save(world, 'coordinator', { localText: 'Voor de raad.' });
		if (state !== 'draft') step(world, { version: 1, to: 'to-college' });
		if (state === 'to-council') step(world, { version: 2, to: 'to-council' });
		return world;
	};
	const listed = (world: World, who: CastName) =>
		listLetters(world.as(who), { round: world.home.rounds.adopted }).lines.map((one) => one.gemeente.slug);

	test('is the whole REA while it is a concept or with the college, and outside it nobody', () => {
		for (const world of [at('draft'), at('to-college')]) {
			expect(listed(world, 'adviser')).toEqual(['aa', 'bee']);
			for (const who of ['reader', 'board'] as const) {
				expect(listed(world, who)).toEqual([]);
				expect(refusalOf(() => view(world, who)).code).toBe('not-found');
				const wanted = { ...refOf(world), format: 'pdf' };
				expect(refusalOf(() => exportLetter(world.as(who), wanted)).code).toBe('not-found');
			}
		}
	});

	test('is also griffie and raad of that gemeente once it is with the council, and of no other', () => {
		const world = at('to-council');
		expect(listed(world, 'reader')).toEqual(['bee']);
		expect(view(world, 'reader').mayWrite).toBe(false);
		expect(listed(world, 'board')).toEqual([]);
		expect(refusalOf(() => view(world, 'board')).code).toBe('forbidden');
	});

	test('may not fetch an earlier version outside the REA', () => {
		const world = at('to-council');
		const [first] = view(world).steps;
		const wanted = { ...refOf(world), format: 'pdf', step: first?.id };
		expect(refusalOf(() => exportLetter(world.as('reader'), wanted)).code).toBe('not-found');
	});

	test('is on record when somebody takes it along as a file', () => {
		const world = at('to-council');
		const { name } = exportLetter(world.as('reader'), { ...refOf(world), format: 'odt' });
		expect(name).toBe('bee-raadsinformatiebrief-2020-k2.odt');
		const rows = world.db
			.select()
			.from(audit)
			.where(and(eq(audit.action, 'letter.export'), eq(audit.actorName, 'reader van vecht')))
			.all();
		expect(rows.map(({ after }) => after)).toEqual([{ letter: 'Gemeente Bee', format: 'odt' }]);
	});

	test('is nobody for an organisation without a council', () => {
		const world = makeWorld();
		expect(refusalOf(() => viewLetter(world.as('coordinator'), refOf(world, 'rbl'))).code).toBe('not-found');
	});
});

describe('the last day', () => {
	const todo = (world: World, who: CastName) => {
		const context = world.as(who);
		const current = listCurrentRounds(context);
		const facts = listTodo(context, { roundIds: current.rounds.map((round) => round.id) });
		const memberships = context.actor.kind === 'person' ? context.actor.memberships : [];
		return todoView(current, facts, { memberships, regions: [] }).filter(({ sentence }) =>
			sentence.includes('raadsbrie'),
		);
	};
	const list = (world: World) =>
		letterListView(listLetters(world.as('coordinator'), { round: world.home.rounds.adopted }));

	test('counts for every letter that is not with the council, and what is late is a task for who writes it', () => {
		const world = makeWorld();
		step(world, { version: 0, to: 'to-college' });
		step(world, { version: 1, to: 'to-council' });
		const dueOn = '2021-01-11';
		setDueDay(world.as('coordinator'), { round: world.home.rounds.adopted, dueOn });
		expect(
			world.db
				.select()
				.from(letter)
				.all()
				.map((one) => [one.dueOn, one.state]),
		).toEqual([
			[null, 'to-council'],
			[dueOn, 'draft'],
		]);
		expect(list(world).late).toEqual(['Gemeente Aa']);
		expect(list(world).lines[0]?.late).toBe('3 dagen te laat');
		expect(todo(world, 'coordinator')).toEqual([
			expect.objectContaining({
				sentence: 'Breng 1 raadsbrief over kwartaal 2 van 2020 naar de raad',
				href: `/rapporten/${world.home.rounds.adopted}/brieven/aa`,
				isLate: true,
			}),
		]);
		expect([
			...todo(world, 'otherAdviser'),
			...todo(world, 'board'),
			...todo(world, 'administrator'),
		]).toEqual([]);
	});
});

describe('the template of a gemeente', () => {
	const [model] = LETTER_MODELS;
	const ref = ({ home }: World) => ({ region: home.region, organisation: 'bee' });
	const saveSections = (world: World, sections: unknown, values = {}) =>
		saveTemplate(world.as('otherAdviser'), { ...ref(world), version: 0, kind: 'Brief', sections, ...values });

	test('follows the first model until there is one, and then has its own sections and fixed values', () => {
		const world = makeWorld();
		expect(viewTemplate(world.as('otherAdviser'), ref(world))).toMatchObject({ isSaved: false, version: 0 });
		saveSections(world, [{ id: 's1', heading: 'Wethouder', fill: 'portfolio' }], {
			fields: { portfolio: 'Wethouder Bee', adviser: '' },
		});
		expect(viewTemplate(world.as('otherAdviser'), ref(world)).template.fields).toEqual({
			portfolio: 'Wethouder Bee',
		});
		expect(textOf(world)).toContain('"text":"Wethouder: ","style":"strong"},"Wethouder Bee"');
		expect(textOf(world)).not.toContain('Kernboodschap');
	});

	test.each([
		[[], /minstens één onderdeel/],
		[[{ id: 's1', heading: ' ', fill: 'own' }], /elk onderdeel een kop/],
		[[{ id: 's1', heading: 'A', fill: 'iets' }], /Kies wat er in dit onderdeel staat/],
		[
			[
				{ id: 's1', heading: 'A', fill: 'core' },
				{ id: 's2', heading: 'B', fill: 'core' },
			],
			/twee keer/,
		],
	])('is refused when its sections are %j', (sections, sentence) => {
		expect(refusalOf(() => saveSections(makeWorld(), sections)).detail.fields?.['sections']).toMatch(
			sentence,
		);
	});

	test('never writes over what another saved meanwhile', () => {
		const world = makeWorld();
		saveSections(world, model.sections);
		const failure = refusalOf(() => saveSections(world, model.sections, { kind: 'Anders' }));
		expect(failure.detail).toMatchObject({ theirVersion: 1, theirs: { kind: 'Brief' } });
	});

	test('is listed for who may write it: the coordinator all, an adviser the own gemeente', () => {
		const world = makeWorld();
		const slugs = (who: CastName) => listTemplates(world.as(who), {}).map((one) => one.organisation.slug);
		expect(slugs('coordinator')).toEqual(['aa', 'bee']);
		expect(slugs('otherAdviser')).toEqual(['bee']);
		expect([slugs('adviser'), slugs('board'), slugs('reader'), slugs('administrator')].flat()).toEqual([]);
	});
});
