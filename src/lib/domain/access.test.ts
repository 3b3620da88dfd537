import { describe, expect, test } from 'vitest';
import {
	isOfRea,
	judge,
	may,
	PERMISSIONS,
	ROLES,
	sightOf,
	type Membership,
	type Permission,
	type Person,
	type Role,
	type Scope,
	type Verdict,
} from './access.ts';

const HERE = 1;
const ELSEWHERE = 2;
const OWN = 10;
const OTHER = 11;

function person(memberships: Membership[], platformAdministrator = false): Person {
	return { kind: 'person', userId: 1, name: 'Iemand', platformAdministrator, memberships };
}
const withRole = (role: Role, regionId = HERE) => person([{ regionId, organisationId: OWN, role }]);
const regionScope = (...organisationIds: number[]): Scope => ({
	kind: 'region',
	regionId: HERE,
	organisationIds,
});

/** Per permission: who may, for any item (x) or an item of the own organisation only (o). Section 4 of the product. */
const MATRIX: Record<
	Exclude<Permission, 'platform.manage' | 'system.run' | 'account.use' | 'public'>,
	string
> = {
	// administrator, coordinator, adviser, board, reader
	'region.manage': 'x----',
	'agenda.manage': 'xx---',
	'goal.write': 'xxo--',
	'status.write': '-xo--',
	'round.decide': '-x---',
	'draft.read': 'xxx--',
	'submitted.read': 'xxxx-',
	'adopted.read': 'xxxxx',
	'adoption.create': '-x---',
	'meeting.manage': 'xx---',
	'decision.record': '-x-o-',
	'accord.give': '-x-o-',
	'letter.read': 'xxxoo',
	'letter.write': '-xo--',
};
const cells = Object.entries(MATRIX).flatMap(([name, marks]) =>
	PERMISSIONS.filter((permission) => permission === name).flatMap((permission) =>
		ROLES.map((role, column) => ({ permission, role, mark: marks[column] ?? '?' })),
	),
);

describe('the permission table', () => {
	test('covers every permission and every role', () => {
		expect(cells).toHaveLength((PERMISSIONS.length - 4) * ROLES.length);
		expect(cells.every(({ mark }) => 'xo-'.includes(mark))).toBe(true);
	});

	test.each(cells)('gives $role for $permission: $mark', ({ permission, role, mark }) => {
		const expected = (isAllowed: boolean): Verdict => (isAllowed ? 'allowed' : 'forbidden');
		expect(judge(withRole(role), permission, regionScope(OWN))).toBe(expected(mark !== '-'));
		expect(judge(withRole(role), permission, regionScope(OTHER))).toBe(expected(mark === 'x'));
		expect(judge(withRole(role), permission, regionScope())).toBe(expected(mark === 'x'));
	});

	test.each(cells)(
		'gives $role of another region nothing for $permission, not even that it exists',
		({ permission, role }) => {
			expect(judge(withRole(role, ELSEWHERE), permission, regionScope(OWN))).toBe('unknown-region');
		},
	);

	test.each(cells)('gives a $role no $permission on the platform or an account', ({ permission, role }) => {
		for (const kind of ['platform', 'account', 'public'] as const) {
			expect(judge(withRole(role), permission, { kind })).toBe('forbidden');
		}
	});

	test.each(Object.keys(MATRIX))('gives the platformbeheerder by that role alone nothing for %s', (name) => {
		const permission = PERMISSIONS.find((one) => one === name) ?? 'public';
		expect(judge(person([], true), permission, regionScope(OWN))).toBe('unknown-region');
	});
});

describe('platform, account and public', () => {
	test('only the platformbeheerder manages regions', () => {
		expect(may(person([], true), 'platform.manage', { kind: 'platform' })).toBe(true);
		for (const role of ROLES)
			expect(may(withRole(role), 'platform.manage', { kind: 'platform' })).toBe(false);
		expect(judge(person([], true), 'platform.manage', regionScope())).toBe('forbidden');
	});

	test('nobody runs a job but the server itself', () => {
		for (const role of ROLES)
			expect(judge(withRole(role), 'system.run', { kind: 'platform' })).toBe('forbidden');
		expect(judge(person([], true), 'system.run', { kind: 'platform' })).toBe('forbidden');
		expect(may({ kind: 'system', name: 'test' }, 'system.run', { kind: 'platform' })).toBe(true);
	});

	test('everyone who is signed in uses the own account', () => {
		expect(may(person([]), 'account.use', { kind: 'account' })).toBe(true);
		expect(may(person([]), 'account.use', regionScope())).toBe(false);
	});

	test.each(PERMISSIONS.filter((one) => one !== 'public'))(
		'asks a visitor to sign in for %s',
		(permission) => {
			for (const scope of [
				regionScope(OWN),
				{ kind: 'platform' },
				{ kind: 'account' },
				{ kind: 'public' },
			] as const) {
				expect(judge({ kind: 'anonymous' }, permission, scope)).toBe('not-signed-in');
			}
		},
	);

	test('public is for anyone, and the server itself may do all', () => {
		expect(may({ kind: 'anonymous' }, 'public', { kind: 'public' })).toBe(true);
		for (const permission of PERMISSIONS)
			expect(may({ kind: 'system', name: 'test' }, permission, regionScope())).toBe(true);
	});
});

describe('somebody with more than one membership', () => {
	test('has the rights of each in its own region only', () => {
		const both = person([
			{ regionId: HERE, organisationId: OWN, role: 'reader' },
			{ regionId: ELSEWHERE, organisationId: OWN, role: 'coordinator' },
		]);
		expect(judge(both, 'round.decide', regionScope(OWN))).toBe('forbidden');
		expect(judge(both, 'round.decide', { kind: 'region', regionId: ELSEWHERE, organisationIds: [] })).toBe(
			'allowed',
		);
	});

	test('does not join the role of one organisation with the items of another', () => {
		const both = person([
			{ regionId: HERE, organisationId: OWN, role: 'board' },
			{ regionId: HERE, organisationId: OTHER, role: 'adviser' },
		]);
		expect(judge(both, 'status.write', regionScope(OWN))).toBe('forbidden');
		expect(judge(both, 'status.write', regionScope(OTHER))).toBe('allowed');
	});
});

describe('sight', () => {
	test.each([
		['administrator', 'drafts', true],
		['coordinator', 'drafts', true],
		['adviser', 'drafts', true],
		['board', 'submitted', false],
		['reader', 'adopted', false],
	] as const)('of a %s is %s', (role, sight, ofRea) => {
		expect(sightOf(withRole(role), HERE)).toBe(sight);
		expect(sightOf(withRole(role), ELSEWHERE)).toBeNull();
		expect(isOfRea(withRole(role))).toBe(ofRea);
	});

	test('of a visitor and of the platformbeheerder is nothing', () => {
		expect(sightOf({ kind: 'anonymous' }, HERE)).toBeNull();
		expect(sightOf(person([], true), HERE)).toBeNull();
	});
});
