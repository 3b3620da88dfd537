/** Input that no form of ours sends is refused in Dutch too. */
import { expect, test } from 'vitest';
import { DomainError } from '#lib/domain/errors.ts';
import { sentenceOf } from '#lib/input/problem-sentences.ts';
import { EXAMPLES } from '../support/examples.ts';
import { USE_CASES, useCase } from '../support/use-cases.ts';
import { makeWorld } from '../support/world.ts';

const ENGLISH = /\b(invalid|input|expected|received|required|unrecognized|too (big|small)|must|string)\b/i;

/** What is said of each field; empty when the input was not refused for what it is. */
function said(name: string, input: unknown): string[] {
	const { db, as } = makeWorld();
	db.$client.exec('BEGIN IMMEDIATE');
	try {
		useCase(name)(as('system'), input);
		return [];
	} catch (failure) {
		return failure instanceof DomainError ? Object.values(failure.detail.fields ?? {}) : [];
	} finally {
		db.$client.exec('ROLLBACK');
	}
}

/** The names of an example with a value of a kind that no field has. */
function garbled(name: string): Record<string, unknown> {
	const input: unknown = EXAMPLES[name]?.(makeWorld());
	const names = typeof input === 'object' && input !== null ? Object.keys(input) : [];
	return Object.fromEntries(names.map((one) => [one, [[]]]));
}

const names = USE_CASES.map((one) => one.useCase.name);

test.each(names)('%s answers an empty form and one of the wrong kind in whole Dutch sentences', (name) => {
	for (const sentence of [...said(name, {}), ...said(name, garbled(name))]) {
		expect(sentence).not.toMatch(ENGLISH);
		expect(sentence).toMatch(/^[A-Z“][^]*[.?]$/);
	}
});

test('most of them do refuse an empty form, so that the test above has something to look at', () => {
	expect(names.filter((name) => said(name, {}).length > 0).length).toBeGreaterThan(100);
});

test.each([
	[{ code: 'invalid_type', input: undefined }, /^Hier ontbreekt iets/],
	[{ code: 'invalid_type', input: 3 }, /^Dit kan hier niet/],
	[{ code: 'too_big', input: 'x' }, /^Dit is te lang/],
	[{ code: 'too_small', input: '' }, /^Dit is te kort/],
])('of %j is said %s', (issue, sentence) => {
	expect(sentenceOf(issue)).toMatch(sentence);
});

test('who forges a form without a region reads what to do', () => {
	expect(
		said('invitation.make', {
			name: 'Nieuw',
			email: 'nieuw@vecht.example',
			role: 'reader',
			organisation: 'aa',
		}),
	).toEqual(['Hier ontbreekt iets. Laad de pagina opnieuw en probeer het nog eens.']);
});
