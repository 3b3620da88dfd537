import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { action, item, membership, organisation, status, user } from '#lib/server/db/schema.ts';
import { listCurrentRounds } from '#lib/server/rounds/list-rounds.ts';
import { returnStatus } from '#lib/server/status/judge-status.ts';
import { listTodo } from '#lib/server/todo/list-todo.ts';
import { todoView } from '#lib/server/todo/todo.view.ts';
import { addActionRow } from '../support/examples-editing.ts';
import { addMailRow } from '../support/examples-mail.ts';
import { day } from '../support/facts.ts';
import { emailOf, ITEM, makeWorld, type CastName, type World } from '../support/world.ts';

function todoOf(world: World, who: CastName, place: 'home' | 'away' = 'home') {
	const context = world.as(who, place);
	const current = listCurrentRounds(context);
	const facts = listTodo(context, { roundIds: current.rounds.map((round) => round.id) });
	const memberships = context.actor.kind === 'person' ? context.actor.memberships : [];
	return todoView(current, facts, { memberships, regions: [{ regionId: 1, regionName: 'Vecht' }] });
}
const sentences = (world: World, who: CastName) => todoOf(world, who).map((entry) => entry.sentence);
const withPasswords = (world: World) => world.db.update(user).set({ passwordHash: '$argon2id$' }).run();

describe('the start page of an adviser', () => {
	test('has one line per round, straight to the item when there is only one', () => {
		const world = makeWorld();
		expect(todoOf(world, 'adviser')).toEqual([
			{
				sentence: 'Vul 1 punt in voor kwartaal 4 van 2020',
				href: `/rea/${world.home.rounds.open}/${ITEM.untouched}`,
				when: 'Sinds 4 januari 2021, uiterlijk 23 januari 2021 (nog 9 dagen)',
				isLate: false,
				note: '',
				region: '',
			},
		]);
	});

	test('begins with what was returned, with the note and since when', () => {
		const world = makeWorld();
		const rbl = world.db.select().from(organisation).where(eq(organisation.slug, 'rbl')).get()?.id ?? 0;
		world.db.update(item).set({ leadId: rbl }).run();
		world.now = new Date('2021-01-16T09:00:00Z');
		const input = {
			round: world.home.rounds.open,
			item: ITEM.submitted,
			version: 1,
			note: 'Graag concreter.',
		};
		returnStatus(world.as('coordinator'), input);
		const [newest, older, rest] = todoOf(world, 'adviser');
		expect(newest).toMatchObject({
			sentence: 'Pas aan: Thema thuiszitters 2: Punt 2 van thuiszitters in vecht',
			href: `/rea/${world.home.rounds.open}/${ITEM.submitted}`,
			note: 'Graag concreter.',
			when: expect.stringMatching(/^Sinds 16 januari 2021, /),
		});
		expect(older?.sentence).toContain('Pas aan: Thema jonge-kind 1');
		expect(rest?.sentence).toBe('Vul 2 punten in voor kwartaal 4 van 2020');
	});

	test('names the own late acties and goals to write, and says how late', () => {
		const world = makeWorld();
		addActionRow(world);
		world.db
			.update(item)
			.set({ leadId: world.db.select().from(action).get()?.organisationId ?? 0 })
			.run();
		const late = todoOf(world, 'adviser').find((entry) => entry.sentence.startsWith('Actie'));
		expect(late).toMatchObject({ isLate: true, when: 'Uiterlijk 1 december 2020 (44 dagen te laat)' });
		expect(late?.href).toBe(`/agenda/${world.home.agenda}/punten/${ITEM.untouched}/acties`);
		expect(sentences(world, 'adviser')).toContain('Schrijf doelen voor 1 punt van Agenda van vecht');
		expect(sentences(world, 'otherAdviser')).toEqual([]);
	});

	test.each([
		['the last day', '2021-01-23T10:00:00Z', '(vandaag)'],
		['the day after', '2021-01-24T10:00:00Z', '(1 dag te laat)'],
	])('on %s says %s', (_what, now, words) => {
		const world = makeWorld();
		world.now = new Date(now);
		expect(todoOf(world, 'adviser')[0]?.when).toContain(words);
	});
});

describe('the start page of a coordinator', () => {
	test('counts what waits, who owes, and what can be adopted', () => {
		const world = makeWorld();
		expect(sentences(world, 'coordinator')).toEqual([
			'1 ingediende status wacht op akkoord, waarvan 0 rood of oranje',
			'3 agendapunten zijn nog niet ingediend voor kwartaal 4 van 2020, bij 3 organisaties',
			'Laat kwartaal 3 van 2020 vaststellen: het peilmoment is gesloten',
		]);
	});

	test('says when a round can be opened or closed', () => {
		const world = makeWorld();
		world.now = new Date('2021-04-06T09:00:00Z');
		const { planned, open } = world.home.rounds;
		const opening = todoOf(world, 'coordinator').find((entry) => entry.href.includes(planned));
		expect(opening).toMatchObject({ isLate: true, when: 'Uiterlijk 4 april 2021 (2 dagen te laat)' });
		world.db.$client.exec(
			"UPDATE status SET state = 'agreed' WHERE round_id IN (SELECT id FROM status_round WHERE state = 'open')",
		);
		world.db.$client.exec(
			`INSERT INTO status (round_id, item_id, state, updated_at) SELECT r.id, i.id, 'agreed', 0 FROM status_round r JOIN item i
			 ON i.agenda_id = r.agenda_id WHERE r.state = 'open' AND i.id NOT IN (SELECT item_id FROM status WHERE round_id = r.id)`,
		);
		const closing = todoOf(world, 'coordinator').filter((entry) => entry.href.includes(open));
		expect(closing.map((entry) => entry.sentence)).toEqual([
			'Sluit kwartaal 4 van 2020: alles is ingediend en akkoord',
		]);
	});
});

/** The world asks the board something in every status, to see that no draft of it leaks. */
function withoutQuestions({ db }: World): void {
	db.$client.exec(
		"UPDATE status SET escalation = '' WHERE round_id IN (SELECT id FROM status_round WHERE state <> 'adopted')",
	);
}

describe('the start page of the board and of readers', () => {
	test('leads only to what they may see: the closed round for the board, the adopted one for both', () => {
		const world = makeWorld();
		withoutQuestions(world);
		world.now = new Date('2020-11-14T09:00:00Z');
		const links = (who: CastName) => todoOf(world, who).map((entry) => entry.href);
		expect(links('board')).toEqual([
			`/agenda/${world.home.agenda}`,
			`/rapporten/${world.home.rounds.adopted}`,
		]);
		expect(links('reader')).toEqual([`/rapporten/${world.home.rounds.adopted}`]);
		expect(JSON.stringify(links('board'))).not.toContain('/rea/');
	});

	test('brings a question to the board only once the REA agreed on it and closed the round', () => {
		const world = makeWorld();
		withoutQuestions(world);
		world.db
			.update(status)
			.set({ escalation: 'Wie betaalt het vervoer?' })
			.where(eq(status.state, 'submitted'))
			.run();
		const asked = () => sentences(world, 'board').filter((sentence) => sentence.startsWith('Vraag'));
		expect(asked()).toEqual([]);
		world.db.$client.exec(
			"UPDATE status SET escalation = 'Wie betaalt?' WHERE round_id IN (SELECT id FROM status_round WHERE state = 'closed')",
		);
		expect(asked()).toHaveLength(3);
		expect(JSON.stringify(todoOf(world, 'board'))).not.toContain('Wie betaalt');
	});

	test('is silent about an adoption of long ago', () => {
		const world = makeWorld();
		expect(sentences(world, 'reader')).toEqual([]);
	});
});

describe('the start page of a beheerder', () => {
	test('names mail that went wrong, mail that is kept, people who cannot sign in and leads without an adviser', () => {
		const world = makeWorld();
		addMailRow(world, { problem: 'Adres onbekend.' });
		addMailRow(world);
		addMailRow(world, { sentAt: world.now });
		expect(sentences(world, 'administrator')).toEqual([
			'1 mail is niet of misschien niet verstuurd',
			'1 mail is bewaard in plaats van verstuurd: er is geen mailserver',
			'6 mensen hebben nog geen wachtwoord ingesteld',
			'Gemeente Aa is trekker van 1 punt, maar heeft geen beleidsadviseur',
			'SWV Samen is trekker van 2 punten, maar heeft geen beleidsadviseur',
		]);
		withPasswords(world);
		expect(sentences(world, 'administrator')).toHaveLength(4);
		expect(todoOf(world, 'administrator', 'away').filter((entry) => entry.href === '/beheer/post')).toEqual(
			[],
		);
	});
});

test('somebody of two regions sees at each line which region it is about', () => {
	const world = makeWorld();
	const userId =
		world.db
			.select()
			.from(user)
			.where(eq(user.email, emailOf('coordinator', 'vecht')))
			.get()?.id ?? 0;
	const theirs = world.db.select().from(membership).where(eq(membership.regionId, 2)).all();
	const coordinator = theirs.find((one) => one.role === 'coordinator');
	world.db
		.insert(membership)
		.values({
			...coordinator,
			id: undefined,
			userId,
			regionId: 2,
			role: 'coordinator',
			organisationId: coordinator?.organisationId ?? 0,
		})
		.run();
	const context = world.as('coordinator');
	const current = listCurrentRounds(context);
	const facts = listTodo(context, { roundIds: [] });
	const memberships = context.actor.kind === 'person' ? context.actor.memberships : [];
	const regions = [
		{ regionId: 1, regionName: 'Vecht' },
		{ regionId: 2, regionName: 'Maas' },
	];
	const entries = todoView(current, facts, { memberships, regions });
	expect(new Set(entries.map((entry) => entry.region))).toEqual(new Set(['Vecht', 'Maas']));
	expect(facts.returned).toEqual([]);
	expect(day('2021-01-14')).toBe(current.today);
});
