import { describe, expect, test } from 'vitest';
import { itemRef, parseItemRef } from './item-ref.ts';

describe('the name of an item', () => {
	test.each([
		['thuiszitters', 2],
		['jonge-kind', 1],
		['thema-2', 13],
		['a1', 9999],
	])('of %s and %i reads back as the same', (themeCode, number) => {
		expect(parseItemRef(itemRef(themeCode, number))).toEqual({ themeCode, number });
	});

	test.each([
		'',
		'thuiszitters',
		'-1',
		'thuiszitters-',
		'thuiszitters-0',
		'thuiszitters-01',
		'thuiszitters-10000',
		'Thuis-1',
		'a--1',
		'a-1\n',
	])('is not %j', (text) => {
		expect(parseItemRef(text)).toBeNull();
	});
});
