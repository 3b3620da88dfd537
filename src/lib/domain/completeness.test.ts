import { describe, expect, test } from 'vitest';
import { gapsIn, type StatusEntry } from './completeness.ts';

const FULL: StatusEntry = {
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
			...['cause', 'consequence', 'correction'],
		]);
	});

	test('says only about level and text when no level is known yet', () => {
		expect(
			gapsIn({ level: null, narrative: '', cause: '', consequence: '', correction: '' }, 'result'),
		).toEqual({
			...{ level: 'missing', narrative: 'missing' },
		});
	});

	test('cannot be donkergroen for a doorlopend item', () => {
		expect(gapsIn({ ...FULL, level: 'donkergroen' }, 'ongoing')).toEqual({ level: 'not-on-this-ladder' });
	});
});
