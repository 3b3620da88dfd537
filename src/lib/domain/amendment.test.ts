import { describe, expect, test } from 'vitest';
import { day, item, period, status } from '../../../tests/support/facts.ts';
import {
	amendableLevels,
	amendmentsOf,
	currentText,
	originalText,
	partBySlug,
	type AmendmentFacts,
} from './amendment.ts';

const AT = period('2020-K3');
const answered = item({ ref: 'thema-1', statuses: [status('2020-K3', 'oranje', { cause: 'Te druk' })] });
const amended = (overrides: Partial<AmendmentFacts>): AmendmentFacts => ({
	itemRef: 'thema-1',
	part: 'Niveau',
	was: 'oranje',
	becomes: 'groen',
	reason: 'Fout',
	author: 'Anna',
	on: day('2020-12-03'),
	...overrides,
});

describe('the original', () => {
	test('is what the snapshot has in that round', () => {
		expect(originalText(answered, AT, 'level')).toBe('oranje');
		expect(originalText(answered, AT, 'cause')).toBe('Te druk');
		expect(originalText(answered, AT, 'consequence')).toBe('');
	});

	test('of an item without an answer is that it was not answered, not its last known level', () => {
		expect(originalText(answered, period('2020-K4'), 'level')).toBe('niet beantwoord');
		expect(originalText(answered, period('2020-K4'), 'narrative')).toBe('');
	});
});

describe('what holds now', () => {
	test('is the newest correctie of that part of that item', () => {
		const all = [
			amended({ becomes: 'groen' }),
			amended({ becomes: 'rood' }),
			amended({ part: 'Oorzaak', becomes: 'Ziekte' }),
			amended({ itemRef: 'thema-2', becomes: 'donkergroen' }),
		];
		expect(currentText(answered, AT, 'level', all)).toBe('rood');
		expect(currentText(answered, AT, 'cause', all)).toBe('Ziekte');
		expect(currentText(answered, AT, 'consequence', all)).toBe('');
	});

	test('is the original without one', () => {
		expect(currentText(answered, AT, 'level', [])).toBe('oranje');
	});
});

test('a doorlopend item cannot be corrected to donkergroen', () => {
	expect(amendableLevels('ongoing')).toEqual(['rood', 'oranje', 'groen', 'niet beantwoord']);
	expect(amendableLevels('result')).toContain('donkergroen');
});

test('a part is found by its word in an address', () => {
	expect(partBySlug('stand-van-zaken')).toMatchObject({ word: 'Stand van zaken', field: 'narrative' });
	expect(partBySlug('bestaat-niet')).toBeNull();
});

test('those about the whole are not those of an item', () => {
	const all = [amended({}), amended({ itemRef: null, part: 'Iets anders' })];
	expect(amendmentsOf(all, null)).toEqual([all[1]]);
	expect(amendmentsOf(all, 'thema-1')).toEqual([all[0]]);
});
