import { describe, expect, test } from 'vitest';
import { conflictsBetween } from './goal-conflict.ts';

const BASE = {
	rood: 'Niets.',
	oranje: 'Een plan.',
	groen: 'Getekend door vier partijen.',
	donkergroen: 'In gebruik.',
};

describe('two people who wrote the same goals', () => {
	test('see only the rungs on which they differ', () => {
		expect(
			conflictsBetween(BASE, BASE, { ...BASE, groen: 'Anders.' }, 'result').map(({ level }) => level),
		).toEqual(['groen']);
	});

	test('keep the text of the only one who changed it', () => {
		const [mine, theirs] = [
			{ ...BASE, rood: 'Van mij.' },
			{ ...BASE, oranje: 'Van hen.' },
		];
		expect(conflictsBetween(BASE, mine, theirs, 'result').map(({ level, keep }) => [level, keep])).toEqual([
			['rood', 'mine'],
			['oranje', 'theirs'],
		]);
	});

	test('get both put together when they changed other words', () => {
		const mine = { ...BASE, groen: 'Getekend door vijf partijen.' };
		const theirs = { ...BASE, groen: 'Getekend door vier partijen. Uiterlijk 2020-K4.' };
		expect(conflictsBetween(BASE, mine, theirs, 'result')).toEqual([
			expect.objectContaining({ keep: 'both', both: 'Getekend door vijf partijen. Uiterlijk 2020-K4.' }),
		]);
	});

	test('get both below each other when they changed the same words, so that nobody loses one', () => {
		const [mine, theirs] = [
			{ ...BASE, groen: 'Drie partijen.' },
			{ ...BASE, groen: 'Zeven gemeenten.' },
		];
		expect(conflictsBetween(BASE, mine, theirs, 'result')[0]?.both).toBe('Drie partijen.\nZeven gemeenten.');
	});

	test('of a doorlopend item have no donkergroen to differ on', () => {
		expect(conflictsBetween(BASE, BASE, { ...BASE, donkergroen: 'Anders.' }, 'ongoing')).toEqual([]);
	});
});
