import { describe, expect, test } from 'vitest';
import { ROLES } from './access.ts';
import { dutyOf, isConfirmed, mustHaveSecondFactor, readCode, writtenCode } from './second-factor.ts';
import { SIGN_IN_METHODS } from './sign-in.ts';

const NOW = new Date('2021-01-14T09:30:00Z');

describe('a second factor', () => {
	const MUST = { administrator: true, coordinator: true, adviser: false, board: false, reader: false };

	test.each(ROLES)('is asked of each role as it should be: %s', (role) => {
		const memberships = [{ regionId: 1, organisationId: 1, role }];
		const person = { platformAdministrator: false, memberships };
		expect(mustHaveSecondFactor(person, new Set())).toBe(MUST[role]);
		expect(mustHaveSecondFactor(person, new Set([2]))).toBe(MUST[role]);
		expect(mustHaveSecondFactor(person, new Set([1]))).toBe(true);
	});

	test('is asked of the platformbeheerder, and not of who has no role', () => {
		expect(mustHaveSecondFactor({ platformAdministrator: true, memberships: [] }, new Set())).toBe(true);
		expect(mustHaveSecondFactor({ platformAdministrator: false, memberships: [] }, new Set([1]))).toBe(false);
	});

	test.each([
		['password', null, false, false, 'none'],
		['password', null, false, true, 'set-up'],
		['password', null, true, false, 'sign-in'],
		['password', null, true, true, 'sign-in'],
		['password', NOW, true, true, 'none'],
		['password', NOW, false, true, 'none'],
	] as const)('in a session by %s, given %s, with one %s, obliged %s, leaves: %s', (...row) => {
		const [method, secondFactorAt, has, must, duty] = row;
		expect(dutyOf({ method, secondFactorAt }, { has, must })).toBe(duty);
	});

	test('is asked only of who signs in by password', () => {
		const others = SIGN_IN_METHODS.filter((method) => method !== 'password');
		for (const method of others)
			expect(dutyOf({ method, secondFactorAt: null }, { has: true, must: true })).toBe('none');
	});
});

test.each([
	[null, false],
	[0, true],
	[9.99, true],
	[10, false],
	// Clocks differ a little; further back, nobody knows how long ago it was.
	[-0.01, true],
	[-5, false],
	[-60, false],
])('who proved to be there %s minutes ago is confirmed: %s', (minutes, confirmed) => {
	const at = minutes === null ? null : new Date(NOW.getTime() - minutes * 60_000);
	expect(isConfirmed(at, NOW, 10)).toBe(confirmed);
});

test.each([
	['123456', { kind: 'app', code: '123456' }],
	[' 123 456 ', { kind: 'app', code: '123456' }],
	['12345', null],
	['1234567', null],
	['abcde-fghjk', { kind: 'recovery', code: 'ABCDEFGHJK' }],
	['ABCDE FGHJK', { kind: 'recovery', code: 'ABCDEFGHJK' }],
	['ABCDE-FGHJ0', null],
	['', null],
])('the code that is typed as "%s" is read', (typed, expected) => {
	expect(readCode(typed)).toEqual(expected);
});

test('a recovery code is written in two halves', () => {
	expect(writtenCode('ABCDEFGHJK')).toBe('ABCDE-FGHJK');
});
