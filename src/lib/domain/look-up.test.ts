import { describe, expect, test } from 'vitest';
import { isBuiltInName, lookUp } from './look-up.ts';

const BUILT_IN = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

describe('a word of an address', () => {
	test('finds what stands in the table', () => {
		expect(lookUp({ csv: 1 }, 'csv')).toBe(1);
		expect([null, undefined, '', 'ods'].map((word) => lookUp({ csv: 1 }, word))).toEqual(
			Array(4).fill(undefined),
		);
	});

	test.each(BUILT_IN)('finds nothing by the name %s, which every object has', (word) => {
		expect(lookUp({ csv: 1 }, word)).toBeUndefined();
		expect(isBuiltInName(word)).toBe(true);
	});

	test('of our own is not taken for such a name', () => {
		expect(['opslaan', 'alle', 'geen-wijziging', ''].filter(isBuiltInName)).toEqual([]);
	});
});
