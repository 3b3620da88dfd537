/** One person of one region as the subject of a command, with what every such command checks first. */
import { DomainError } from '#lib/domain/errors.ts';
import { leavesSomebody, markOf } from '#lib/domain/person-access.ts';
import type { Db } from '../db/open.ts';
import type { Context } from '../use-case.ts';
import { findPersonOf, listAdministrators, type PersonRow } from './people.repo.ts';
import { findRegion } from './users.repo.ts';

/** Null when there is no such region or this person was never in it. */
export function findRegionPerson({ db, now }: Context, input: { region: string; person: number }) {
	const region = findRegion(db, input.region);
	const person = region && findPersonOf(db, region.id, input.person, now);
	if (!region || !person) return null;
	return { region, person, scope: { kind: 'region', regionId: region.id, organisationIds: [] } as const };
}

export type RegionPerson = NonNullable<ReturnType<typeof findRegionPerson>>;

/** Throws when somebody else changed this person's roles after the page was shown. */
export function refuseStalePerson({ person }: RegionPerson, seen: string): void {
	if (markOf(person) === seen) return;
	throw new DomainError(
		'conflict',
		'Iemand anders heeft de rollen van deze persoon net veranderd. Hieronder ziet u hoe het nu is. Probeer het nog eens als dat nog nodig is.',
	);
}

/** Throws when nobody would be left who can manage the region. Call it before the change, in the same transaction. */
export function keepAnAdministrator(db: Db, { region, person }: RegionPerson): void {
	const administrators = listAdministrators(db, region.id);
	if (!administrators.some(({ userId }) => userId === person.userId)) return;
	if (
		leavesSomebody(
			person,
			administrators.filter(({ userId }) => userId !== person.userId),
		)
	)
		return;
	throw new DomainError(
		'wrong-state',
		`${person.name} is de laatste beheerder van ${region.name} die kan inloggen. Maak eerst iemand anders beheerder.`,
	);
}

/**
 * For a change that may take away somebody's way in, such as a role for the organisation whose service they come by. Call it
 * before the change, and what it gives after it: that throws when the region had a beheerder who can sign in and has none left.
 */
export function watchAdministrators(db: Db, { region }: RegionPerson): () => void {
	const hasSomebody = () => listAdministrators(db, region.id).some(({ canSignIn }) => canSignIn);
	const had = hasSomebody();
	return () => {
		if (!had || hasSomebody()) return;
		throw new DomainError(
			'wrong-state',
			`Dan kan geen beheerder van ${region.name} meer inloggen. Zorg eerst dat een beheerder een wachtwoord heeft.`,
		);
	};
}

/** The words of the roles, for the audit trail. */
export function rolesOf({ roles }: Pick<PersonRow, 'roles'>): string {
	return roles.map(({ role, organisationName }) => `${role}: ${organisationName}`).join(', ');
}
