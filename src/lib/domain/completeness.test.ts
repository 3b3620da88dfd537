import { describe, expect, test } from 'vitest';
import { gapsIn } from './completeness.ts';
import { NO_ENTRY, type StatusEntry } from './status-entry.ts';

const FULL: StatusEntry = {
	...NO_ENTRY,
	level: 'oranje',
	narrative: 'Zo staat het.',
	cause: 'a',
	consequence: 'b',
	correction: 'c',
};
const gaps = (overrides: Partial<StatusEntry>) => gapsIn({ ...FULL, ...overrides }, 'result');

describe('a status to submit', () => {
	test('is complete with everything filled in', () => {
		expect(gaps({})).toEqual({});
	});

	test.each([
		['no level', { level: null }, { level: 'missing' }],
		['no stand van zaken', { narrative: '' }, { narrative: 'missing' }],
		['spaces for a stand van zaken', { narrative: ' \n\t' }, { narrative: 'missing' }],
		['no oorzaak', { cause: '' }, { cause: 'missing' }],
		['no gevolg', { consequence: ' ' }, { consequence: 'missing' }],
		['no bijsturing', { correction: '' }, { correction: 'missing' }],
	] as const)('misses something with %s', (_what, overrides, expected) => {
		expect(gaps(overrides)).toEqual(expected);
	});

	test.each(['groen', 'donkergroen'] as const)('needs no reasons at %s', (level) => {
		expect(gaps({ level, cause: '', consequence: '', correction: '' })).toEqual({});
	});

	test('needs all three reasons at rood', () => {
		expect(Object.keys(gaps({ level: 'rood', cause: '', consequence: '', correction: '' }))).toEqual([
			'cause',
			'consequence',
			'correction',
		]);
	});

	test('says only about level and text when no level is known yet', () => {
		expect(gapsIn(NO_ENTRY, 'result')).toEqual({ level: 'missing', narrative: 'missing' });
	});

	test('cannot be donkergroen for a doorlopend item', () => {
		expect(gapsIn({ ...FULL, level: 'donkergroen' }, 'ongoing')).toEqual({ level: 'not-on-this-ladder' });
	});

	test('is an answer without a level or reasons when it does not apply, as long as it says why', () => {
		const nvt = { level: null, notApplicable: true, cause: '', consequence: '', correction: '' } as const;
		expect(gaps(nvt)).toEqual({});
		expect(gaps({ ...nvt, narrative: ' ' })).toEqual({ narrative: 'why-not' });
	});

	test.each([
		['yes', {}],
		['doubt', { expectationReason: 'missing' }],
		['no', { expectationReason: 'missing' }],
	] as const)('with the expectation %s asks why, or not', (expectation, expected) => {
		expect(gaps({ expectation })).toEqual(expected);
		expect(gaps({ expectation, expectationReason: 'Er is geen geld.' })).toEqual({});
	});
});
