/** Whatever people do after an adoption, in whatever order: what was adopted keeps every byte. */
import { expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { verifyDatabase } from '#lib/server/adoption/verify-adoptions.ts';
import { adoption, withdrawnAdoption } from '#lib/server/db/schema.ts';
import { findActor } from '#lib/server/users/find-actor.ts';
import { findUserId } from '#lib/server/users/users.repo.ts';
import { adoptInWriting } from '../support/adopt.ts';
import { dice, pick } from '../support/dice.ts';
import { EXAMPLES } from '../support/examples.ts';
import { USE_CASES } from '../support/use-cases.ts';
import { CAST_NAMES, emailOf, makeWorld, NAMES, type Who, type World } from '../support/world.ts';

/** In order of their names: the order in which files are loaded differs from run to run, and a walk must not. */
const COMMANDS = USE_CASES.filter((one) => one.useCase.kind === 'command').sort((a, b) =>
	a.useCase.name.localeCompare(b.useCase.name),
);
/** Mostly the coordinator, who may do most: a walk that is refused everywhere tests nothing. */
const PEOPLE: readonly Who[] = [
	...CAST_NAMES,
	...Array.from({ length: 8 }, () => 'coordinator' as const),
	...(['platform', 'system'] as const),
];
const STEPS = 80;

/** Null when what the example needs can no longer be put in this world: a rule or a lock of the database refused it. */
function exampleFor(world: World, name: string): Record<string, unknown> | null {
	try {
		const input = EXAMPLES[name]?.(world);
		return typeof input === 'object' && input !== null ? { ...input } : {};
	} catch (failure) {
		if (failure instanceof DomainError) return null;
		if (failure instanceof Error && /never changed|UNIQUE constraint/.test(failure.message)) return null;
		throw failure;
	}
}

/** True when it was allowed. The versions in an example are those of a fresh world, so half of the attempts guess another. */
function step(world: World, roll: (below: number) => number): boolean {
	const run = pick(roll, COMMANDS);
	const input = exampleFor(world, run.useCase.name);
	const guess = roll(2) === 0 ? { version: roll(5) } : {};
	const who = pick(roll, PEOPLE);
	// The walk itself may have ended somebody's access.
	if (!input || !isStillThere(world, who)) return false;
	try {
		run(world.as(who), { ...input, ...guess });
		return true;
	} catch (failure) {
		if (failure instanceof DomainError) return false;
		throw failure;
	}
}

function isStillThere({ db }: World, who: Who): boolean {
	if (who === 'platform' || who === 'system' || who === 'anonymous') return true;
	const userId = findUserId(db, emailOf(who, NAMES.home.region));
	return userId !== null && findActor(db, userId) !== null;
}

/** What was ever adopted, in the order in which it was: also what somebody withdrew on the way. */
function adopted({ db }: World) {
	const rows = [adoption, withdrawnAdoption].flatMap((table) =>
		db
			.select({ id: table.id, snapshot: table.snapshot, hash: table.hash, adoptedOn: table.adoptedOn })
			.from(table)
			.all(),
	);
	return rows.sort((a, b) => a.id - b.id);
}

test.each([1, 2, 3])(
	'a walk through the use cases (%i) leaves the adoptions byte for byte the same',
	(seed) => {
		const world = makeWorld();
		const { hash } = adoptInWriting(world.as('coordinator'), world.home.rounds.closed, '2020-11-12');
		const before = adopted(world);
		expect(before.map((one) => one.hash)).toContain(hash);
		const roll = dice(seed);
		const allowed = Array.from({ length: STEPS }, () => step(world, roll)).filter(Boolean).length;
		expect(allowed, 'steps that were allowed').toBeGreaterThan(STEPS / 10);
		expect(adopted(world).slice(0, before.length)).toEqual(before);
		const { checked, faults } = verifyDatabase(world.as('system'), {});
		expect(checked.flatMap((one) => one.faults)).toEqual([]);
		expect(checked.map((one) => one.hash)).toEqual(expect.arrayContaining(before.map((one) => one.hash)));
		expect(faults.filter((sentence) => /slot|verdwenen/.test(sentence))).toEqual([]);
	},
);
