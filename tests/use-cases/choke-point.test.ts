import { eq } from 'drizzle-orm';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import * as tables from '#lib/server/db/schema.ts';
import { audit, setting, statusRound } from '#lib/server/db/schema.ts';
import { findSetting, writeSetting } from '#lib/server/db/settings.ts';
import { insertGoalVersion, type GoalSubject } from '#lib/server/goals/goals.repo.ts';
import { updateRound, type RoundSubject } from '#lib/server/rounds/rounds.repo.ts';
import { moveStatusRow, writeStatus, type StatusSubject } from '#lib/server/status/status.repo.ts';
import { authorize, command, query, type Authorized } from '#lib/server/use-case.ts';
import { refusalOf } from '../support/refusal.ts';
import { makeWorld } from '../support/world.ts';

const ANYONE = { scope: { kind: 'public' } } as const;
const frame = { permission: 'public', input: z.object({}), subject: () => ANYONE } as const;

describe('the choke point', () => {
	test('undoes everything of a command that fails halfway', () => {
		const world = makeWorld();
		const fails = command({
			...frame,
			name: 'test.fails-halfway',
			run({ db }): void {
				writeSetting(db, 'half', 'way');
				throw new Error('halfway');
			},
		});
		expect(() => fails(world.as('anonymous'))).toThrow('halfway');
		expect(findSetting(world.db, 'half')).toBeNull();
	});

	test('undoes a command that changed something without an audit row', () => {
		const world = makeWorld();
		const silent = command({
			...frame,
			name: 'test.silent',
			run: ({ db }) => writeSetting(db, 'silent', 'yes'),
		});
		expect(() => silent(world.as('anonymous'))).toThrow('test.silent changed something without an audit row');
		expect(world.db.select().from(setting).all()).toEqual([]);
	});

	test('writes who did what, when, and in which region, in the same transaction', () => {
		const world = makeWorld();
		const record = command({
			...({ name: 'test.record', permission: 'region.manage', input: z.object({}) } as const),
			subject: () => ({ scope: { kind: 'region', regionId: 1, organisationIds: [] } }) as const,
			run: (unit) => unit.record({ entity: 'thing', entityId: 7, before: { a: 1 }, after: { a: 2 } }),
		});
		const context = world.as('administrator');
		record(context);
		expect(world.db.select().from(audit).all().at(-1)).toMatchObject({
			at: world.now,
			action: 'test.record',
			entity: 'thing',
			entityId: '7',
			regionId: 1,
			actorName: 'administrator van vecht',
			before: { a: 1 },
			after: { a: 2 },
		});
	});

	test('reads a subject that is not there as "does not exist"', () => {
		const world = makeWorld();
		const nothing = query({ ...frame, name: 'test.nothing', subject: () => null, run: () => 'never' });
		expect(refusalOf(() => nothing(world.as('system')))).toMatchObject({ code: 'not-found' });
	});

	test('turns wrong input into one sentence per field and never reaches the work', () => {
		const world = makeWorld();
		const asks = query({
			...frame,
			name: 'test.asks',
			input: z.object({ name: z.string({ error: 'Vul de naam in.' }) }),
			run: () => 'never',
		});
		const refusal = refusalOf(() => asks(world.as('anonymous'), {}));
		expect(refusal).toMatchObject({ code: 'invalid', detail: { fields: { name: 'Vul de naam in.' } } });
	});

	test('refuses a use case that waits, in the types and while it runs', () => {
		const world = makeWorld();
		const waits = command({
			...frame,
			name: 'test.waits',
			// @ts-expect-error a use case cannot be asynchronous
			run: async ({ record }) => record({ entity: 'thing', entityId: 1 }),
		});
		expect(() => waits(world.as('anonymous'))).toThrow(/promise/);
		expect(
			world.db
				.select()
				.from(audit)
				.all()
				.some((one) => one.action === 'test.waits'),
		).toBe(false);
	});
});

describe('a write of a repo', () => {
	test('takes only what has been authorized', () => {
		expectTypeOf(updateRound).parameter(1).toEqualTypeOf<Authorized<RoundSubject>>();
		expectTypeOf(writeStatus).parameter(1).toEqualTypeOf<Authorized<StatusSubject>>();
		expectTypeOf(moveStatusRow).parameter(1).toEqualTypeOf<Authorized<StatusSubject>>();
		expectTypeOf(insertGoalVersion).parameter(1).toEqualTypeOf<Authorized<GoalSubject>>();
		expectTypeOf<RoundSubject>().not.toExtend<Authorized<RoundSubject>>();
	});

	test('is a type error with a subject that nobody authorized', () => {
		const { db } = makeWorld();
		const found = findFirstRound(db);
		const unauthorized = () => {
			// @ts-expect-error a found subject is not an authorized one
			updateRound(db, found, { state: 'open' });
		};
		expectTypeOf(unauthorized).returns.toBeVoid();
	});

	test('becomes possible after authorize, which throws for anyone else', () => {
		const world = makeWorld();
		const found: RoundSubject = findFirstRound(world.db);
		expect(refusalOf(() => authorize(world.as('reader').actor, 'agenda.manage', found))).toMatchObject({
			code: 'forbidden',
		});
		const { actor } = world.as('coordinator');
		authorize(actor, 'agenda.manage', found);
		expectTypeOf(found).toExtend<Authorized<RoundSubject>>();
		updateRound(world.db, found, { state: found.round.state });
		expect(findFirstRound(world.db).round.version).toBe(found.round.version + 1);
	});
});

function findFirstRound(db: ReturnType<typeof makeWorld>['db']): RoundSubject {
	const round = db.select().from(statusRound).where(eq(statusRound.state, 'planned')).get();
	const agenda = db.select().from(tables.agenda).get();
	const region = db.select().from(tables.region).get();
	if (!round || !agenda || !region) throw new Error('The test world is empty');
	return { round, agenda, region, scope: { kind: 'region', regionId: region.id, organisationIds: [] } };
}
