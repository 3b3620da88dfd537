/** What is remembered must be forgotten at the first change, whoever makes it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { viewOverview } from '#lib/server/agenda/view-overview.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { inTransaction, openDatabase, type Db } from '#lib/server/db/open.ts';
import { writeSetting } from '#lib/server/db/settings.ts';
import { rememberUntilChange } from '#lib/server/db/until-change.ts';
import { submitStatus } from '#lib/server/status/submit-status.ts';
import { ITEM, makeWorld } from '../support/world.ts';

let folder: string;
let db: Db;
let reads: number;
const remember = rememberUntilChange<{ reading: number }>();
const read = (key = 'a') => remember(db, key, () => ({ reading: (reads += 1) })).reading;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'until-change-'));
	db = openDatabase(join(folder, 'test.db'));
	migrateDatabase(db);
	reads = 0;
});

afterEach(() => {
	db.$client.close();
	rmSync(folder, { recursive: true });
});

test('nothing is read twice while nothing changes', () => {
	expect([read(), read(), read('b'), read()]).toEqual([1, 1, 2, 1]);
});

test('a change of this process is seen at once', () => {
	read();
	writeSetting(db, 'x', '1');
	expect(read()).toBe(2);
});

test('a change of another process is seen at once', () => {
	read();
	const other = openDatabase(join(folder, 'test.db'));
	writeSetting(other, 'x', '1');
	other.$client.close();
	expect(read()).toBe(2);
});

test('a change that is rolled back makes it read again too', () => {
	read();
	const failing = () =>
		inTransaction(db, 'immediate', () => {
			writeSetting(db, 'x', '1');
			throw new Error('undone');
		});
	expect(failing).toThrow('undone');
	expect(read()).toBe(2);
});

test('every database has its own memory, and the oldest makes room', () => {
	const other = openDatabase(':memory:');
	expect(remember(other, 'a', () => ({ reading: 7 })).reading).toBe(7);
	expect(read()).toBe(1);
	for (let number = 0; number < 100; number += 1) read(`key ${number}`);
	expect(read()).toBe(102);
	other.$client.close();
});

test('the overview shows what was agreed a moment ago', () => {
	const world = makeWorld();
	const overview = () =>
		viewOverview(world.as('coordinator'), { agenda: world.home.agenda, detail: 'glance' });
	const newest = () => {
		const items = overview().themes.flatMap((theme) => theme.items);
		return items.find(({ ref }) => ref === ITEM.untouched)?.statuses.at(-1)?.level;
	};
	expect(overview()).toBe(overview());
	expect(newest()).toBe('oranje');
	submitStatus(world.as('adviser'), {
		round: world.home.rounds.open,
		item: ITEM.untouched,
		version: 0,
		level: 'groen',
		narrative: 'Gelukt.',
	});
	expect(newest()).toBe('groen');
});

test('a reader never gets what was remembered for somebody who sees more', () => {
	const world = makeWorld();
	const overviewOf = (who: 'coordinator' | 'reader') =>
		viewOverview(world.as(who), { agenda: world.home.agenda, detail: 'glance' }).rounds.length;
	expect(overviewOf('coordinator')).toBeGreaterThan(overviewOf('reader'));
});
