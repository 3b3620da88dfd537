/** A member of a region, as the subject of what its beheerder does with that person's way of signing in. */
import type { Actor, Membership, Role } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Context } from '../use-case.ts';
import { findMemberAccount, type MemberAccount } from './members.repo.ts';

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

const MANAGING: readonly Role[] = ['administrator', 'coordinator'];

/**
 * Throws when this person also manages where the actor does not: otherwise a beheerder of one region could take over the
 * account of another region's beheerder.
 */
export function refuseStranger(actor: Actor, { platformAdministrator, memberships }: MemberAccount): void {
	if (actor.kind !== 'person') return;
	const managed = new Set(
		actor.memberships.filter((one) => one.role === 'administrator').map((one) => one.regionId),
	);
	const managesElsewhere = memberships.some(
		({ role, regionId }) => MANAGING.includes(role) && !managed.has(regionId),
	);
	if (!platformAdministrator && !managesElsewhere) return;
	throw new DomainError(
		'wrong-state',
		'Deze persoon is ook beheerder of coördinator van een andere regio, of platformbeheerder. Vraag wie de server beheert om dit te doen.',
	);
}
