import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { adoptRound } from '#lib/server/adoption/adopt-round.ts';
import { listAdoptions, viewAdoption } from '#lib/server/adoption/view-adoption.ts';
import { readSnapshot, writeSnapshot } from '#lib/server/adoption/snapshot.ts';
import {
	adoption,
	agenda,
	item,
	organisation,
	region,
	status,
	statusRound,
	theme,
} from '#lib/server/db/schema.ts';
import { writeGoals } from '#lib/server/goals/write-goals.ts';
import { reopenRound } from '#lib/server/rounds/move-round.ts';
import { adoptInWriting, seenForm } from '../support/adopt.ts';
import { answerTo } from '../support/formal-steps.ts';
import { refusalOf } from '../support/refusal.ts';
import { agreeSubmitted } from '../support/examples.ts';
import {
	day,
	facts,
	item as itemFacts,
	period,
	status as statusFacts,
	theme as themeFacts,
} from '../support/facts.ts';
import { ITEM, makeWorld, markOf, PERIOD, type World } from '../support/world.ts';

const adoptClosed = (world: World, adoptedOn = '2020-11-12') =>
	adoptInWriting(world.as('coordinator'), world.home.rounds.closed, adoptedOn);
const view = (world: World, round = world.home.rounds.closed) => viewAdoption(world.as('reader'), { round });
const rowOf = ({ db }: World, hash: string) =>
	db.select().from(adoption).where(eq(adoption.hash, hash)).get();

describe('an adopted round', () => {
	test('has the SHA-256 of its own text', () => {
		const world = makeWorld();
		const { hash } = adoptClosed(world);
		const row = rowOf(world, hash);
		expect(
			createHash('sha256')
				.update(row?.snapshot ?? '')
				.digest('hex'),
		).toBe(hash);
		expect(view(world)).toMatchObject({
			hash,
			snapshot: { period: PERIOD.closed, adoptedOn: '2020-11-12', forum: 'OOGO' },
		});
	});

	test('can be neither changed nor deleted, not even in the database', () => {
		const world = makeWorld();
		adoptClosed(world);
		const run = (sql: string) => () => world.db.$client.exec(sql);
		expect(run("UPDATE adoption SET forum = 'Ander'")).toThrow('adoption is immutable');
		expect(run('DELETE FROM adoption')).toThrow('adoption is immutable');
		const { closed } = world.home.rounds;
		expect(run(`UPDATE status_round SET state = 'open' WHERE slug = '${closed}'`)).toThrow('never changed');
		expect(
			run(
				`UPDATE status SET level = 'groen' WHERE round_id = (SELECT id FROM status_round WHERE slug = '${closed}')`,
			),
		).toThrow('a status in an adopted round is never changed');
	});

	test('stays what it was after goals, titles, names and later statuses change', () => {
		const world = makeWorld();
		adoptClosed(world);
		const frozen = () => {
			const { text, hash, snapshot } = view(world);
			return JSON.stringify({ text, hash, snapshot });
		};
		const before = frozen();
		const goals = { agenda: world.home.agenda, item: ITEM.untouched, version: 1, reason: 'Scherper' };
		writeGoals(world.as('coordinator'), { ...goals, rood: 'x', oranje: 'x', groen: 'x', donkergroen: 'x' });
		const { db } = world;
		for (const table of [item, agenda]) db.update(table).set({ title: 'Andere titel' }).run();
		for (const table of [theme, region, organisation]) db.update(table).set({ name: 'Andere naam' }).run();
		agreeSubmitted(world);
		adoptRest(world);
		expect(frozen()).toBe(before);
	});

	test('is a fault, not an answer, when its text no longer has its hash', () => {
		const { text, hash } = writeSnapshot({
			format: 1,
			period: period('2020-K1'),
			adoptedOn: day('2020-05-12'),
			forum: 'OOGO',
			facts: facts(),
		});
		expect(readSnapshot(text, hash).facts).toEqual(facts());
		expect(() => readSnapshot(text.replace('OOGO', 'oogo'), hash)).toThrow('no longer matches its hash');
	});

	test('gives the same text and hash for the same facts in another order of keys', () => {
		const one = {
			format: 1,
			period: period('2020-K1'),
			adoptedOn: day('2020-05-12'),
			forum: 'OOGO',
			facts: facts(),
		} as const;
		const other = {
			facts: facts(),
			forum: 'OOGO',
			adoptedOn: day('2020-05-12'),
			period: period('2020-K1'),
			format: 1,
		} as const;
		expect(writeSnapshot(one)).toEqual(writeSnapshot(other));
	});

	test('holds what the REA agreed on and nothing else', () => {
		const world = makeWorld();
		const { hash } = adoptClosed(world);
		const text = rowOf(world, hash)?.snapshot ?? '';
		const { region: slug } = world.home;
		expect(text).toContain(markOf(slug, 'closed', 'agreed'));
		expect(text).toContain(markOf(slug, 'adopted', 'agreed'));
		for (const state of ['draft', 'returned', 'submitted', 'note']) expect(text).not.toContain(`|${state}]`);
		expect(text).not.toContain('|open|');
		expect(text).not.toContain(world.away.region);
	});

	test('leaves an item unanswered whose status was never agreed on', () => {
		const world = makeWorld();
		adoptClosed(world);
		const items = view(world).snapshot.facts.themes.flatMap((one) => one.items);
		expect(items.find((one) => one.ref === ITEM.draft)?.statuses).toEqual([]);
		expect(items.find((one) => one.ref === ITEM.untouched)?.statuses.map((one) => one.level)).toEqual([
			'rood',
			'oranje',
		]);
	});

	test('does not show an agreed status of a round that is not adopted', () => {
		const world = makeWorld();
		const { snapshot } = view(world, world.home.rounds.adopted);
		expect(snapshot.facts.rounds.map((one) => one.period)).toEqual([PERIOD.adopted]);
		expect(JSON.stringify(snapshot)).not.toContain('|closed|');
	});
});

describe('adopting', () => {
	test('is refused while an earlier round is closed and not adopted', () => {
		const world = makeWorld();
		closeOpen(world);
		const refusal = refusalOf(() =>
			adoptInWriting(world.as('coordinator'), world.home.rounds.open, '2021-01-13'),
		);
		expect(refusal).toMatchObject({
			code: 'wrong-state',
			message: expect.stringContaining('Kwartaal 3 van 2020'),
		});
	});

	test('is refused while an earlier round was opened again', () => {
		const world = makeWorld();
		closeOpen(world);
		reopenRound(
			world.as('coordinator'),
			answerTo(world.as('coordinator'), world.home.rounds.closed, 'reopen'),
		);
		const adopt = () => adoptInWriting(world.as('coordinator'), world.home.rounds.open, '2021-01-13');
		expect(refusalOf(adopt).code).toBe('wrong-state');
	});

	test('takes today, and refuses a day that has not come yet', () => {
		const world = makeWorld();
		expect(refusalOf(() => adoptClosed(world, '2021-01-15'))).toMatchObject({
			code: 'invalid',
			detail: { fields: { adoptedOn: expect.stringContaining('nog niet geweest') } },
		});
		expect(adoptClosed(world, '2021-01-14').hash).toMatch(/^[0-9a-f]{64}$/);
	});

	test('counts the day in the Netherlands, not in Greenwich', () => {
		const world = makeWorld();
		world.now = new Date('2021-01-14T23:30:00Z');
		expect(adoptClosed(world, '2021-01-15').hash).toBeDefined();
	});

	test.each(['planned', 'open', 'adopted'] as const)('is refused when the round is %s', (state) => {
		const world = makeWorld();
		const adopt = () => adoptInWriting(world.as('coordinator'), world.home.rounds[state], '2020-11-12');
		expect(refusalOf(adopt).code).toBe('wrong-state');
	});

	test('from an old page is a conflict', () => {
		const world = makeWorld();
		const seen = seenForm(world.as('coordinator'), world.home.rounds.closed);
		const input = { ...seen, version: 7, meeting: '', reason: 'Geen.', adoptedOn: '2020-11-12' };
		expect(refusalOf(() => adoptRound(world.as('coordinator'), input)).code).toBe('conflict');
	});

	test('puts the round in the list of everyone in the region and of nobody else', () => {
		const world = makeWorld();
		const slugs = (...who: Parameters<World['as']>) => listAdoptions(world.as(...who)).map((one) => one.slug);
		adoptClosed(world);
		expect(slugs('reader')).toEqual([world.home.rounds.closed, world.home.rounds.adopted]);
		expect(slugs('reader', 'away')).toEqual([world.away.rounds.adopted]);
		expect(slugs('platform')).toEqual([]);
	});
});

function closeOpen({ db, home }: World): void {
	db.update(statusRound)
		.set({ state: 'closed', version: 2 })
		.where(eq(statusRound.slug, home.rounds.open))
		.run();
}

/** A later round of the same agenda, with every status in it agreed. */
function adoptRest(world: World): void {
	const { db, home } = world;
	const open = db.select().from(statusRound).where(eq(statusRound.slug, home.rounds.open)).get();
	db.update(status)
		.set({ level: 'groen', state: 'agreed' })
		.where(eq(status.roundId, open?.id ?? 0))
		.run();
	closeOpen(world);
	adoptInWriting(world.as('coordinator'), home.rounds.open, '2021-01-13');
}

test('a status without success, lesson, expectation or question is frozen as it always was', () => {
	const reasons = { cause: 'a', consequence: 'b', correction: 'c' };
	const measured = { value: 7.5, unit: '%', differsBecause: '' };
	const statuses = [statusFacts('2020-K1', 'rood', reasons), statusFacts('2020-K2', 'oranje', { measured })];
	const frozen = facts({ themes: [themeFacts({ items: [itemFacts({ statuses })] })] });
	const { hash } = writeSnapshot({
		format: 1,
		period: period('2020-K2'),
		adoptedOn: day('2020-11-12'),
		forum: 'OOGO',
		facts: frozen,
	});
	expect(hash).toBe('9fa985c4df7cff230d22d26b587ee494e366a0413082415ba900d27b34898980');
});

test('n.v.t. and what a status says besides its level come back from a snapshot as they were', () => {
	const besides = { success: 'a', lesson: 'b', escalation: 'c' };
	const expectation = { answer: 'doubt', reason: 'd' } as const;
	const statuses = [statusFacts('2020-K1', 'not-applicable', { ...besides, expectation })];
	const frozen = facts({ themes: [themeFacts({ items: [itemFacts({ statuses })] })] });
	const snapshot = { format: 1 as const, period: period('2020-K1'), adoptedOn: day('2020-11-12') };
	const { text, hash } = writeSnapshot({ ...snapshot, forum: 'OOGO', facts: frozen });
	expect(readSnapshot(text, hash).facts.themes[0]?.items[0]?.statuses).toEqual(statuses);
});
