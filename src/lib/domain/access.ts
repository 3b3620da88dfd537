/** Who may do what: the permission table of the product as data, and the one function that reads it. */

export const ROLES = ['administrator', 'coordinator', 'adviser', 'board', 'reader'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: unknown): text is Role {
	return ROLES.some((role) => role === text);
}

export const PERMISSIONS = [
	'region.manage',
	'agenda.manage',
	'goal.write',
	'status.write',
	'round.decide',
	'draft.read',
	'submitted.read',
	'adopted.read',
	'adoption.create',
	'meeting.manage',
	'decision.record',
	'accord.give',
	'letter.read',
	'letter.write',
	'platform.manage',
	'system.run',
	'account.use',
	'public',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** `own`: only for an item that the person's organisation leads or takes part in, or for what that organisation itself says. */
type Reach = 'all' | 'own';
type RegionPermission = Exclude<Permission, 'platform.manage' | 'system.run' | 'account.use' | 'public'>;

const RIGHTS = {
	'region.manage': { administrator: 'all' },
	'agenda.manage': { administrator: 'all', coordinator: 'all' },
	'goal.write': { administrator: 'all', coordinator: 'all', adviser: 'own' },
	'status.write': { coordinator: 'all', adviser: 'own' },
	'round.decide': { coordinator: 'all' },
	'draft.read': { administrator: 'all', coordinator: 'all', adviser: 'all' },
	'submitted.read': { administrator: 'all', coordinator: 'all', adviser: 'all', board: 'all' },
	'adopted.read': {
		administrator: 'all',
		coordinator: 'all',
		adviser: 'all',
		board: 'all',
		reader: 'all',
	},
	'adoption.create': { coordinator: 'all' },
	'meeting.manage': { administrator: 'all', coordinator: 'all' },
	'decision.record': { coordinator: 'all', board: 'own' },
	'accord.give': { coordinator: 'all', board: 'own' },
	'letter.read': { administrator: 'all', coordinator: 'all', adviser: 'all', board: 'own', reader: 'own' },
	'letter.write': { coordinator: 'all', adviser: 'own' },
} as const satisfies Record<RegionPermission, Partial<Record<Role, Reach>>>;

export interface Membership {
	regionId: number;
	organisationId: number;
	role: Role;
}

export interface Person {
	kind: 'person';
	userId: number;
	name: string;
	/** Makes regions and their first beheerder; gives no sight of any agenda. */
	platformAdministrator: boolean;
	memberships: readonly Membership[];
}

/** `system` is the server itself: its jobs, and commands typed by whoever has it, such as the import script. */
export type Actor = Person | { kind: 'anonymous' } | { kind: 'system'; name: string };

export type Scope =
	| { kind: 'region'; regionId: number; organisationIds: readonly number[] }
	| { kind: 'platform' }
	| { kind: 'account' }
	| { kind: 'public' };

export type Verdict = 'allowed' | 'not-signed-in' | 'unknown-region' | 'forbidden';

/** The verdict on one actor, one permission and one scope. `unknown-region` must look like "does not exist" to the person. */
export function judge(actor: Actor, permission: Permission, scope: Scope): Verdict {
	if (permission === 'public') return 'allowed';
	if (actor.kind === 'system') return 'allowed';
	if (actor.kind === 'anonymous') return 'not-signed-in';
	if (permission === 'system.run') return 'forbidden';
	if (permission === 'account.use') return scope.kind === 'account' ? 'allowed' : 'forbidden';
	if (permission === 'platform.manage') {
		return scope.kind === 'platform' && actor.platformAdministrator ? 'allowed' : 'forbidden';
	}
	if (scope.kind !== 'region') return 'forbidden';
	return judgeInRegion(actor, permission, scope);
}

function judgeInRegion(
	actor: Person,
	permission: RegionPermission,
	scope: Extract<Scope, { kind: 'region' }>,
): Verdict {
	const here = actor.memberships.filter((membership) => membership.regionId === scope.regionId);
	if (here.length === 0) return 'unknown-region';
	const rights: Partial<Record<Role, Reach>> = RIGHTS[permission];
	const allowed = here.some(({ role, organisationId }) => {
		const reach = rights[role];
		return reach === 'all' || (reach === 'own' && scope.organisationIds.includes(organisationId));
	});
	return allowed ? 'allowed' : 'forbidden';
}

export function may(actor: Actor, permission: Permission, scope: Scope): boolean {
	return judge(actor, permission, scope) === 'allowed';
}

/** What this person may see of a region's rounds: drafts, rounds the REA has closed, or only adopted ones. Null: nothing. */
export type Sight = 'drafts' | 'submitted' | 'adopted';

export function sightOf(actor: Actor, regionId: number): Sight | null {
	const scope: Scope = { kind: 'region', regionId, organisationIds: [] };
	if (may(actor, 'draft.read', scope)) return 'drafts';
	if (may(actor, 'submitted.read', scope)) return 'submitted';
	return may(actor, 'adopted.read', scope) ? 'adopted' : null;
}

/** Whether this person works in the REA of any region: fills in, watches over or manages. */
export function isOfRea(person: Person): boolean {
	return person.memberships.some(({ regionId }) => sightOf(person, regionId) === 'drafts');
}
