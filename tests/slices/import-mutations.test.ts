import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { migrateDatabase } from '#lib/server/db/migrate.ts';
import { openDatabase, type Db } from '#lib/server/db/open.ts';
import { importAgenda } from '#lib/server/imports/import-agenda.ts';
import { HOUSE_RULES } from '#lib/server/system-context.ts';

const TEXT = readFileSync(new URL('../../src/lib/server/demo/utrecht-west.json', import.meta.url), 'utf8');
const RUNS = 150;
const ODD: readonly unknown[] = [
	null,
	true,
	0,
	-1,
	1e308,
	2.5,
	'',
	' ',
	'x',
	'uw-2016-2018',
	'__proto__',
	'a\u0000b',
	'\ud800',
	'é'.repeat(20_000),
	[],
	{},
	[[[]]],
	[null],
	{ nr: 1 },
	{ toString: 1, valueOf: 2 },
	{ __proto__: null, id: 'constructor' },
];

/** The same numbers every time, each from 0 up to 1. */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

type Random = () => number;
const pick = <T>(random: Random, values: readonly T[]): T | undefined =>
	values[Math.floor(random() * values.length)];

/** Every list and object in the value, itself included. */
function containersIn(value: unknown): object[] {
	if (typeof value !== 'object' || value === null) return [];
	return [value, ...Object.values(value).flatMap(containersIn)];
}

/** One change somewhere in the agendas or beside them: another value, a copy, a member less, or another name. */
function mutateValue(root: object, random: Random): void {
	const holder = pick(
		random,
		containersIn(root).filter((one) => Object.keys(one).length > 0),
	);
	const key = holder && pick(random, Object.keys(holder));
	if (!holder || key === undefined) return;
	const change = Math.floor(random() * 5);
	if (change === 0) Reflect.deleteProperty(holder, key);
	else if (change === 1) Reflect.set(holder, `${key}x`, Reflect.get(holder, key));
	else if (change === 2 && Array.isArray(holder)) holder.push(structuredClone(Reflect.get(holder, key)));
	else if (change === 3) Reflect.set(holder, key, structuredClone(pick(random, containersIn(root))));
	else Reflect.set(holder, key, pick(random, ODD));
}

function mutated(random: Random): string {
	if (random() < 0.15) {
		const at = Math.floor(random() * TEXT.length);
		return (
			TEXT.slice(0, at) +
			(pick(random, ['', '}', ',', '"', '\u0000', '[']) ?? '') +
			TEXT.slice(at + Math.floor(random() * 40))
		);
	}
	const { regio, organisaties, agendas, demo_smart_doelen_fictief } = JSON.parse(TEXT);
	const root = { regio, organisaties, agendas, demo_smart_doelen_fictief };
	const changes = 1 + Math.floor(random() * 3);
	for (let count = 0; count < changes; count += 1) mutateValue(root, random);
	return JSON.stringify(root);
}

function emptyCopy(): () => Db {
	const db = openDatabase(':memory:');
	migrateDatabase(db);
	const bytes = db.$client.serialize();
	return () => openDatabase(bytes);
}

test(
	`${RUNS} damaged files are imported whole or refused with problems, and nothing in between`,
	{ timeout: 60_000 },
	() => {
		const random = randomNumbers(2019);
		const fresh = emptyCopy();
		let db = fresh();
		let before = db.$client.serialize();
		const counts = { imported: 0, refused: 0 };
		for (let run = 0; run < RUNS; run += 1) {
			const text = mutated(random);
			try {
				const { items } = importAgenda(
					{ db, actor: { kind: 'system', name: 'test' }, now: new Date(0), house: HOUSE_RULES },
					{ region: '', text },
				);
				expect(db.$client.prepare('SELECT count(*) FROM item').pluck().get()).toBe(items);
				expect(db.$client.pragma('foreign_key_check')).toEqual([]);
				counts.imported += 1;
				db.$client.close();
				db = fresh();
				before = db.$client.serialize();
			} catch (failure) {
				if (!(failure instanceof DomainError))
					throw new Error(`Run ${run} broke the import`, { cause: failure });
				expect(failure.code).toBe('invalid');
				expect(failure.detail.problems?.length, text.slice(0, 200)).toBeGreaterThan(0);
				expect(db.$client.serialize().equals(before), `run ${run} wrote something`).toBe(true);
				counts.refused += 1;
			}
		}
		expect(counts.imported).toBeGreaterThan(20);
		expect(counts.refused).toBeGreaterThan(60);
	},
);
