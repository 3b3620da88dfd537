/** A member of a region, as the subject of what its beheerder does with that person's way of signing in. */
import type { Membership } from '#lib/domain/access.ts';
import type { Context } from '../use-case.ts';
import { findMemberAccount } from './members.repo.ts';

/** In a region that both belong to, the one that the actor manages first; null when there is no such person. */
export function memberSubject({ db, actor }: Pick<Context, 'db' | 'actor'>, input: { person: number }) {
	const person = findMemberAccount(db, input.person);
	const own = actor.kind === 'person' ? actor.memberships : [];
	const here = ({ regionId }: Membership) =>
		person?.memberships.some((one) => one.regionId === regionId) === true;
	const shared = own.find((one) => one.role === 'administrator' && here(one)) ?? own.find(here);
	const regionId = shared?.regionId ?? person?.memberships[0]?.regionId;
	if (person === null || regionId === undefined) return null;
	return { person, scope: { kind: 'region', regionId, organisationIds: [] } as const };
}
