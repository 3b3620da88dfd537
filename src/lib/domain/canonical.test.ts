import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

describe('canonical JSON', () => {
	test('sorts keys by code unit at every depth and has no white space', () => {
		expect(canonicalJson({ b: 1, a: { é: 1, z: [{ y: 1, x: 2 }] }, B: null })).toBe(
			'{"B":null,"a":{"z":[{"x":2,"y":1}],"é":1},"b":1}',
		);
	});

	test('keeps the order of a list', () => {
		expect(canonicalJson([3, 1, 2])).toBe('[3,1,2]');
	});

	test('leaves out what is undefined, and keeps a place in a list', () => {
		expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
	});

	test.each([0, 1.5, '', 'é\n"\u2028', true, null, [], {}])('of %j reads back as the same value', (value) => {
		expect(JSON.parse(canonicalJson(value))).toEqual(value);
	});

	test.each([Number.NaN, Infinity, 1n, () => 1, Symbol('x'), undefined])(
		'refuses what JSON cannot hold',
		(value) => {
			expect(() => canonicalJson(value)).toThrow();
		},
	);
});
