import { expect, test } from 'vitest';
import { KIND_OPTIONS, kindWord } from './organisation-kind.ts';

test.each([
	['gemeente', 'Gemeente'],
	['ggd', 'GGD'],
	['rmc', 'RMC (regionale meld- en coördinatiefunctie)'],
	['school (bao)', 'School voor basisonderwijs'],
	['ouderplatform', 'Ouderplatform'],
])('%j is called %j', (kind, word) => {
	expect(kindWord(kind)).toBe(word);
});

test('a code of an import is nothing to choose', () => {
	expect(KIND_OPTIONS.map(({ value }) => value)).not.toContain('rmc');
});
