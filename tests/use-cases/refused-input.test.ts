/** That whatever is sent to a use case is refused in Dutch, also what no form of ours sends. */
import { expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { EXAMPLES } from '../support/examples.ts';
import { useCase } from '../support/use-cases.ts';
import { makeWorld } from '../support/world.ts';

/** A missing member, and one of every kind that it is not. */
const WRONGS: unknown[] = [
	undefined,
	null,
	'',
	'x'.repeat(100_000),
	-1.5,
	1e308,
	{},
	[[]],
	[{}],
	true,
	'geen-van-alle',
];
const world = makeWorld();

function sentencesFor(name: string, input: unknown): string[] {
	const { db } = world;
	db.$client.exec('BEGIN IMMEDIATE');
	try {
		useCase(name)(world.as('coordinator'), input);
		return [];
	} catch (failure) {
		// What comes after the input was found good is no matter of its form.
		if (!(failure instanceof DomainError)) return [];
		return [failure.message, ...Object.values(failure.detail.fields ?? {})];
	} finally {
		db.$client.exec('ROLLBACK');
	}
}

test.each(Object.keys(EXAMPLES))('%s says what is wrong in Dutch, whatever it gets', (name) => {
	const input: unknown = EXAMPLES[name]?.(makeWorld());
	const members = typeof input === 'object' && input !== null ? Object.keys(input) : [];
	const inputs = [
		...WRONGS,
		...members.flatMap((member) => WRONGS.map((wrong) => ({ ...Object(input), [member]: wrong }))),
	];
	for (const wrong of inputs) {
		for (const sentence of sentencesFor(name, wrong)) {
			expect(sentence).not.toMatch(
				/\b(invalid|expected|received|too (big|small)|unrecognized|string|undefined)\b/i,
			);
			expect(sentence).toMatch(/[.?)]$/);
		}
	}
});
