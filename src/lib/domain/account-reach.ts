/**
 * How far somebody may go with the account of another: all of it, or only what it is in one region. An account that is of
 * several regions is nobody's but its person's.
 */
import type { Actor, Membership } from './access.ts';

/** `account`: how the person signs in and is signed in. `membership`: only the roles in the region that is managed. */
export type Reach = 'account' | 'membership';

/** Everything that an account opens. */
export interface AccountPlaces {
	platformAdministrator: boolean;
	memberships: readonly Pick<Membership, 'regionId'>[];
}

/**
 * Whoever holds a link to set a password, or takes away a second factor, can become that person. So that is only for who is
 * beheerder of every region that the account opens, and never for the account of a platformbeheerder.
 */
export function reachOf(actor: Actor, account: AccountPlaces): Reach {
	if (actor.kind === 'system') return 'account';
	if (actor.kind !== 'person' || account.platformAdministrator) return 'membership';
	const managed = new Set(
		actor.memberships.filter(({ role }) => role === 'administrator').map(({ regionId }) => regionId),
	);
	return account.memberships.every(({ regionId }) => managed.has(regionId)) ? 'account' : 'membership';
}
