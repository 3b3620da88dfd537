/**
 * Which ways in somebody has: a password, or the service of an organisation that may oblige its people to use it. An
 * obligation of one region never closes the password that another region relies on.
 */
import type { Role } from './access.ts';

/** A role, with whether its organisation obliges its people to come in by its service. */
export interface ObligedMembership {
	regionId: number;
	role: Role;
	obliges: boolean;
}

/** An account that works, as far as coming in goes. */
export interface WaysIn {
	platformAdministrator: boolean;
	hasPassword: boolean;
	/** Tied to a service that is on, of an organisation that the person has a role for. */
	isLinked: boolean;
	memberships: readonly ObligedMembership[];
}

/** Every region of the account agrees: in each there is a role for an organisation that obliges. */
export function isObliged({ platformAdministrator, memberships }: WaysIn): boolean {
	if (platformAdministrator || memberships.length === 0) return false;
	const agreeing = new Set(memberships.filter(({ obliges }) => obliges).map(({ regionId }) => regionId));
	return memberships.every(({ regionId }) => agreeing.has(regionId));
}

/** By the rule alone, without the exception for a region that would have nobody. */
export function comesIn(person: WaysIn): boolean {
	return person.isLinked || (person.hasPassword && !isObliged(person));
}

const manages = ({ memberships }: WaysIn, regionId: number) =>
	memberships.some((one) => one.regionId === regionId && one.role === 'administrator');

/** The regions in which no beheerder comes in; the platformbeheerder is not counted, and always can. */
export function regionsLockedOut(regionIds: readonly number[], keepers: readonly WaysIn[]): number[] {
	return regionIds.filter((regionId) => !keepers.some((one) => manages(one, regionId) && comesIn(one)));
}

/**
 * Whether a password of this person is refused. Whatever happens to roles and services afterwards, a region never loses its
 * last way in: the password of a beheerder keeps working as long as none of the beheerders of that region comes in otherwise.
 */
export function isPasswordClosed(person: WaysIn, keepers: readonly WaysIn[]): boolean {
	if (!isObliged(person)) return false;
	const managed = person.memberships
		.filter(({ role }) => role === 'administrator')
		.map(({ regionId }) => regionId);
	return regionsLockedOut(managed, keepers).length === 0;
}
