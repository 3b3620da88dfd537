import { describe, expect, test } from 'vitest';
import { auditOf } from '../support/thing-trail.ts';
import { audit, status } from '#lib/server/db/schema.ts';
import { saveStatus } from '#lib/server/status/save-status.ts';
import { ITEM, makeWorld } from '../support/world.ts';

const NASTY = 'Eerste regel\nforged: ok\r\n"}], {"actor":"root"';

describe('the audit trail', () => {
	test('can only be added to, not even the database changes or deletes a row', () => {
		const { db } = makeWorld();
		expect(db.select().from(audit).all().length).toBeGreaterThan(0);
		expect(() => db.update(audit).set({ actorName: 'iemand anders' }).run()).toThrow('audit is append only');
		expect(() => db.delete(audit).run()).toThrow('audit is append only');
	});

	test('keeps a text with line ends and quotes as one value', () => {
		const world = makeWorld();
		const input = { round: world.home.rounds.open, item: ITEM.untouched, version: 0, narrative: NASTY };
		saveStatus(world.as('adviser'), input);
		const id = world.db.select().from(status).all().at(-1)?.id ?? 0;
		expect(auditOf(world.db, 'status', id, 10)).toEqual([
			{
				at: world.now,
				actorName: 'adviser van vecht',
				action: 'status.save',
				before: null,
				after: expect.objectContaining({
					narrative: NASTY.replace('\r\n', '\n'),
					level: null,
					state: 'draft',
				}),
			},
		]);
	});

	test('lists the newest first, up to a limit', () => {
		const world = makeWorld();
		const ref = { round: world.home.rounds.open, item: ITEM.untouched };
		for (const version of [0, 1, 2])
			saveStatus(world.as('adviser'), { ...ref, version, narrative: `Tekst ${version}` });
		const id = world.db.select().from(status).all().at(-1)?.id ?? 0;
		expect(auditOf(world.db, 'status', id, 2).map((row) => row.after?.['narrative'])).toEqual([
			'Tekst 2',
			'Tekst 1',
		]);
	});

	test('says that a command on the server did it when no person did', () => {
		const world = makeWorld();
		saveStatus(world.as('system'), { round: world.home.rounds.open, item: ITEM.untouched, version: 0 });
		expect(world.db.select().from(audit).all().at(-1)).toMatchObject({ actorId: null, actorName: 'test' });
	});
});
