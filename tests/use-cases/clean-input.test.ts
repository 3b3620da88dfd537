/** That no use case keeps a control sign or half a pair of what it was given, whatever text it takes. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Db } from '#lib/server/db/open.ts';
import { EXAMPLES } from '../support/examples.ts';
import { listTables } from '../support/fill-tables.ts';
import { VISITORS, type Visitor } from '../support/rights-table.ts';
import { useCase } from '../support/use-cases.ts';
import { makeWorld, type World } from '../support/world.ts';

const ANYBODY: readonly Visitor[] = [...VISITORS, { who: 'system', place: 'home' }];

/** Every text with a NUL, another control sign and half a pair in it. */
function poisoned(input: unknown): unknown {
	if (typeof input === 'string') return `\u0000${input}\u0001\ud800`;
	if (Array.isArray(input)) return input.map(poisoned);
	if (typeof input !== 'object' || input === null || Object.getPrototypeOf(input) !== Object.prototype)
		return input;
	return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, poisoned(value)]));
}

/** Undone afterwards; null when it went well. */
function attempt({ db, ...world }: World, name: string, { who, place }: Visitor, input: unknown) {
	db.$client.exec('BEGIN IMMEDIATE');
	try {
		useCase(name)(world.as(who, place), input);
		return { failure: null, kept: countSigns(db) };
	} catch (failure) {
		return { failure, kept: 0 };
	} finally {
		db.$client.exec('ROLLBACK');
	}
}

/** In how many values of the database such a sign stands, also when it is written as in JSON. */
function countSigns(db: Db): number {
	const columns = listTables(db).flatMap((table) =>
		z
			.array(z.object({ name: z.string(), type: z.string() }))
			.parse(db.$client.pragma(`table_info(\`${table}\`)`))
			.filter(({ type }) => type.toLowerCase() === 'text')
			.map(({ name }) => ({ table, name })),
	);
	const signs = ['char(0)', 'char(1)', "'\\u0000'", "'\\u0001'", "'\\ud800'", 'char(0xfffd)'];
	const has = (name: string) => signs.map((sign) => `instr(\`${name}\`, ${sign}) > 0`).join(' OR ');
	return columns
		.map(({ table, name }) => `SELECT count(*) FROM \`${table}\` WHERE ${has(name)}`)
		.map((statement) => Number(db.$client.prepare(statement).pluck().get()))
		.reduce((total, count) => total + count, 0);
}

/** What a program gives and nobody types: a hash, a seal, a result of our own. */
const NO_TEXT = (input: unknown) => JSON.stringify(poisoned(input)) === JSON.stringify(input);

test.each(Object.keys(EXAMPLES))('%s takes what it takes without them, and keeps none', (name) => {
	const world = makeWorld();
	const input: unknown = EXAMPLES[name]?.(world);
	if (NO_TEXT(input)) return;
	const who = ANYBODY.find((visitor) => attempt(world, name, visitor, input).failure === null);
	expect(who, 'somebody may do this').toBeDefined();
	if (who) expect(attempt(world, name, who, poisoned(input))).toEqual({ failure: null, kept: 0 });
});
