import { describe, expect, test } from 'vitest';
import type { Actor, Membership } from './access.ts';
import { reachOf } from './account-reach.ts';

const [A, B] = [1, 2];
const as = (...memberships: Membership[]): Actor => ({
	kind: 'person',
	userId: 1,
	name: 'Iemand',
	platformAdministrator: false,
	memberships,
});
const at = (regionId: number, role: Membership['role'] = 'administrator'): Membership => ({
	regionId,
	organisationId: 1,
	role,
});
const account = (...memberships: Membership[]) => ({ platformAdministrator: false, memberships });

describe('a beheerder', () => {
	test.each([
		['of its only region', as(at(A)), account(at(A, 'reader')), 'account'],
		['of one of its two regions', as(at(A)), account(at(A, 'reader'), at(B, 'reader')), 'membership'],
		['of both its regions', as(at(A), at(B)), account(at(A, 'reader'), at(B, 'reader')), 'account'],
		['who only advises in the other', as(at(A), at(B, 'adviser')), account(at(A), at(B)), 'membership'],
		['of another region', as(at(B)), account(at(A, 'reader')), 'membership'],
		['of what it opened, when it opens nothing any more', as(at(A)), account(), 'account'],
	] as const)('%s reaches the %4$s', (_who, actor, places, reach) => {
		expect(reachOf(actor, places)).toBe(reach);
	});

	test('never reaches the account of a platformbeheerder, also not within the own region', () => {
		expect(reachOf(as(at(A)), { platformAdministrator: true, memberships: [at(A)] })).toBe('membership');
	});
});

test('the server itself reaches every account, and who is not signed in none', () => {
	const places = account(at(A), at(B));
	expect(reachOf({ kind: 'system', name: 'test' }, places)).toBe('account');
	expect(reachOf({ kind: 'anonymous' }, account())).toBe('membership');
});
