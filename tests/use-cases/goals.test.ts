import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { agenda, audit, goalVersion } from '#lib/server/db/schema.ts';
import { viewGoals } from '#lib/server/goals/view-goals.ts';
import { writeGoals } from '#lib/server/goals/write-goals.ts';
import { refusalOf } from '../support/refusal.ts';
import { ITEM, makeWorld, type World } from '../support/world.ts';

const TEXTS = {
	rood: 'Doel voor rood',
	oranje: 'Doel voor oranje',
	groen: 'Doel voor groen',
	donkergroen: 'Doel voor donkergroen',
};
const write = (world: World, overrides: Record<string, unknown>) =>
	writeGoals(world.as('coordinator'), {
		agenda: world.home.agenda,
		item: ITEM.untouched,
		version: 1,
		reason: 'Scherper',
		...TEXTS,
		...overrides,
	});
const written = ({ db }: World) => db.select().from(audit).where(eq(audit.action, 'goal.write')).all();
const versions = ({ db }: World, number: number) =>
	db.select().from(goalVersion).where(eq(goalVersion.number, number)).all();

describe('writing goals', () => {
	test('makes a new version that says which rungs changed and why, and leaves the old one', () => {
		const world = makeWorld();
		const old = versions(world, 1);
		expect(write(world, { groen: 'Nieuw', donkergroen: 'Ook nieuw' })).toBe(2);
		expect(versions(world, 2)).toEqual([
			expect.objectContaining({
				...TEXTS,
				groen: 'Nieuw',
				donkergroen: 'Ook nieuw',
				changedLevels: ['groen', 'donkergroen'],
				reason: 'Scherper',
				since: '2021-01-14',
			}),
		]);
		expect(versions(world, 1)).toEqual(old);
	});

	test('without a different text writes nothing, also no audit row', () => {
		const world = makeWorld();
		expect(write(world, { rood: ' Doel voor rood ' })).toBe(1);
		expect(versions(world, 2)).toEqual([]);
		expect(written(world)).toEqual([]);
	});

	test('keeps the old and the new texts in the audit trail', () => {
		const world = makeWorld();
		write(world, { rood: 'Nieuw' });
		expect(written(world)).toEqual([
			expect.objectContaining({
				before: TEXTS,
				after: { ...TEXTS, rood: 'Nieuw', reason: 'Scherper' },
			}),
		]);
	});

	test('reads an emptied text as a rung without a text', () => {
		const world = makeWorld();
		write(world, { rood: '  ' });
		expect(versions(world, 2)).toEqual([expect.objectContaining({ rood: null, changedLevels: ['rood'] })]);
	});

	test('gives the first version of an item that has no goals yet', () => {
		const world = makeWorld();
		expect(write(world, { item: ITEM.draft, version: 0 })).toBe(1);
	});

	test('leaves out donkergroen for a doorlopend item', () => {
		const world = makeWorld();
		write(world, { item: ITEM.returned, rood: 'Nieuw' });
		expect(versions(world, 2)).toEqual([
			expect.objectContaining({ donkergroen: null, changedLevels: ['rood'] }),
		]);
	});

	test('from an old page gives both texts and writes nothing', () => {
		const world = makeWorld();
		write(world, { rood: 'Van de eerste' });
		const refusal = refusalOf(() => write(world, { rood: 'Van de tweede' }));
		expect(refusal).toMatchObject({
			code: 'conflict',
			detail: { theirVersion: 2, theirs: { rood: 'Van de eerste' } },
		});
		expect(versions(world, 3)).toEqual([]);
	});

	test('needs no reason for the first version', () => {
		const world = makeWorld();
		expect(write(world, { item: ITEM.draft, version: 0, reason: '' })).toBe(1);
	});

	test('asks for a reason', () => {
		const world = makeWorld();
		expect(refusalOf(() => write(world, { rood: 'Nieuw', reason: '' })).detail.fields).toHaveProperty(
			'reason',
		);
	});

	test('is refused for an agenda that is closed', () => {
		const world = makeWorld();
		world.db.update(agenda).set({ state: 'closed' }).run();
		expect(refusalOf(() => write(world, { rood: 'Nieuw' })).code).toBe('wrong-state');
	});

	test('can never change a version that exists, not even in the database', () => {
		const world = makeWorld();
		expect(() => world.db.update(goalVersion).set({ rood: 'Anders' }).run()).toThrow(/never changed/);
		expect(() => world.db.delete(goalVersion).run()).toThrow(/never changed/);
	});
});

describe('two people who write the same goals', () => {
	const conflict = (world: World, overrides: Record<string, unknown>) =>
		write(world, { version: 2, base: 1, ...overrides });

	test('can keep the text of either, per rung', () => {
		const world = makeWorld();
		write(world, { rood: 'Rood van de eerste', groen: 'Groen van de eerste' });
		conflict(world, {
			rood: 'Rood van de tweede',
			oranje: 'Oranje van de tweede',
			keepRood: 'mine',
			keepGroen: 'theirs',
		});
		expect(versions(world, 3)).toEqual([
			expect.objectContaining({
				rood: 'Rood van de tweede',
				oranje: 'Oranje van de tweede',
				groen: 'Groen van de eerste',
			}),
		]);
	});

	test('can keep both, put together when they changed other words', () => {
		const world = makeWorld();
		write(world, { rood: 'Doel voor rood in Vecht', oranje: 'Van de eerste' });
		conflict(world, {
			rood: 'Een doel voor rood',
			oranje: 'Van de tweede',
			keepRood: 'both',
			keepOranje: 'both',
		});
		expect(versions(world, 3)).toEqual([
			expect.objectContaining({
				rood: 'Een doel voor rood in Vecht',
				oranje: 'Van de tweede\nVan de eerste',
			}),
		]);
	});

	test('are told when both texts together are too long, and nothing is written', () => {
		const world = makeWorld();
		write(world, { rood: 'a'.repeat(600) });
		const refusal = refusalOf(() => conflict(world, { rood: 'b'.repeat(600), keepRood: 'both' }));
		expect(refusal.detail.fields).toHaveProperty('rood');
		expect(versions(world, 3)).toEqual([]);
	});

	test('keep both versions in the list, whatever was chosen', () => {
		const world = makeWorld();
		write(world, { rood: 'Van de eerste' });
		conflict(world, { rood: 'Van de tweede' });
		const page = viewGoals(world.as('adviser'), { agenda: world.home.agenda, item: ITEM.untouched });
		expect(page.versions.map(({ texts }) => texts.rood)).toEqual([
			'Van de tweede',
			'Van de eerste',
			'Doel voor rood',
		]);
	});
});
