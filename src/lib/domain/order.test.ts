import { describe, expect, test } from 'vitest';
import { moveTo } from './order.ts';

describe('moving in a list', () => {
	test.each([
		[0, 1, 'bacd'],
		[0, 3, 'bcda'],
		[3, 0, 'dabc'],
		[2, 1, 'acbd'],
		[1, 99, 'acdb'],
		[1, -1, 'bacd'],
	])('from %i to %i gives %s', (from, to, expected) => {
		expect(moveTo([...'abcd'], from, to)?.join('')).toBe(expected);
	});

	test.each([
		[1, 1],
		[0, -1],
		[3, 4],
		[7, 0],
		[-1, 2],
	])('from %i to %i moves nothing', (from, to) => {
		expect(moveTo([...'abcd'], from, to)).toBeNull();
	});

	test('never loses or doubles anything, whatever is moved', () => {
		const next = generator(20_201);
		for (let round = 0; round < 500; round += 1) {
			let list = Array.from({ length: next(12) }, (_, index) => index);
			const size = list.length;
			for (let move = 0; move < 20; move += 1) list = moveTo(list, next(14) - 1, next(16) - 2) ?? list;
			expect([...list].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, index) => index));
		}
	});
});

/** Numbers below `limit` that look random and are the same in every run. */
function generator(seed: number): (limit: number) => number {
	let state = seed;
	return (limit) => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return Math.floor((state / 2_147_483_648) * limit);
	};
}
