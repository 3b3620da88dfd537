import { describe, expect, test } from 'vitest';
import { comesIn, isObliged, isPasswordClosed, regionsLockedOut, type WaysIn } from './ways-in.ts';

const [A, B] = [1, 2];
const FREE: WaysIn = { platformAdministrator: false, hasPassword: true, isLinked: false, memberships: [] };
const at = (regionId: number, obliges: boolean, role: 'administrator' | 'adviser' = 'adviser') => ({
	regionId,
	role,
	obliges,
});
const who = (memberships: WaysIn['memberships'], overrides: Partial<WaysIn> = {}): WaysIn => ({
	...FREE,
	memberships,
	...overrides,
});

describe('an organisation that obliges its service', () => {
	test.each([
		['in the only region', who([at(A, true)]), true],
		['in one of two regions', who([at(A, true), at(B, false)]), false],
		['in both regions', who([at(A, true), at(B, true)]), true],
		['next to another of the same region', who([at(A, true), at(A, false)]), true],
		['of a platformbeheerder', who([at(A, true)], { platformAdministrator: true }), false],
		['of nobody: there is no role', who([]), false],
	])('%s: obliged is %3$s', (_where, person, expected) => {
		expect(isObliged(person)).toBe(expected);
	});
});

test.each([
	['a password', who([at(A, false)]), true],
	['a password that is closed', who([at(A, true)]), false],
	['a service', who([at(A, true)], { hasPassword: false, isLinked: true }), true],
	['nothing', who([at(A, false)], { hasPassword: false }), false],
])('with %s somebody comes in: %3$s', (_with, person, expected) => {
	expect(comesIn(person)).toBe(expected);
});

describe('a region', () => {
	const obliged = who([at(A, true, 'administrator')]);
	const linked = { ...obliged, isLinked: true };
	const elsewhere = who([at(A, true, 'administrator'), at(B, false)]);

	test('is locked out when none of its beheerders comes in', () => {
		expect(regionsLockedOut([A], [obliged])).toEqual([A]);
		expect(regionsLockedOut([A], [obliged, linked])).toEqual([]);
		expect(regionsLockedOut([A], [who([at(A, false)])])).toEqual([A]);
		expect(regionsLockedOut([A, B], [linked])).toEqual([B]);
	});

	test('keeps the password of a beheerder when nobody else could come in, and only then', () => {
		expect(isPasswordClosed(obliged, [obliged])).toBe(false);
		expect(isPasswordClosed(obliged, [obliged, linked])).toBe(true);
		expect(isPasswordClosed(who([at(A, true)]), [obliged])).toBe(true);
	});

	test('keeps its beheerder whose role elsewhere ends, and with it the reason why the password was open', () => {
		expect(isPasswordClosed(elsewhere, [elsewhere])).toBe(false);
		const after = { ...elsewhere, memberships: elsewhere.memberships.slice(0, 1) };
		expect(isPasswordClosed(after, [after])).toBe(false);
	});
});
