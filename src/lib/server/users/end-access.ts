/**
 * Switching somebody off in a region, and on again. What the account opens elsewhere is not this region's: then only the roles
 * here end, which every request reads anew, and they come back only when the person says yes once more.
 */
import { DomainError } from '#lib/domain/errors.ts';
import type { Reach } from '#lib/domain/account-reach.ts';
import { ChangePersonInput } from '#lib/input/members.ts';
import { reachOfAccount } from '../auth/account-reach.ts';
import { voidPasswordLinks } from '../auth/issue-password-link.ts';
import { endAllSessions } from '../auth/sessions.ts';
import { command, type Authorized, type Unit } from '../use-case.ts';
import { endMemberships, findAccountPlaces, restoreMemberships, updateAccount } from './people.repo.ts';
import { makeInvitation, type MadeInvitation } from './make-invitation.ts';
import {
	findRegionPerson,
	keepAnAdministrator,
	refuseStalePerson,
	rolesOf,
	type RegionPerson,
} from './region-person.ts';
import { listOrganisations } from './users.repo.ts';

/** Answers how far it went. An account within reach is signed out everywhere, and goes off when it opens nothing any more. */
export const endAccess = command({
	name: 'region.end-access',
	permission: 'region.manage',
	input: ChangePersonInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, actor, now, record }, { seen }, subject): Reach {
		refuseStalePerson(subject, seen);
		const { region, person } = subject;
		if (person.endedAt !== null)
			throw new DomainError('wrong-state', `De toegang van ${person.name} is al uitgeschakeld.`);
		keepAnAdministrator(db, subject);
		const { userId } = person;
		const reach = reachOfAccount(db, actor, userId);
		endMemberships(db, subject, { userId, regionId: region.id, now });
		if (reach === 'account') {
			if (findAccountPlaces(db, userId).memberships.length === 0) {
				updateAccount(db, subject, userId, now);
				voidPasswordLinks(db, userId, now);
			}
			endAllSessions(db, userId);
		}
		record({
			entity: 'user',
			entityId: userId,
			before: { access: 'on', roles: rolesOf(person) },
			after: { access: 'off' },
		});
		return reach;
	},
});

/** Answers whether the roles are back at once. An account that is of another region too is asked first. */
export const restoreAccess = command({
	name: 'region.restore-access',
	permission: 'region.manage',
	input: ChangePersonInput,
	subject: (context, input) => findRegionPerson(context, input),
	run(unit, { seen }, subject): MadeInvitation | null {
		const { db, actor, record } = unit;
		refuseStalePerson(subject, seen);
		const { region, person } = subject;
		if (person.endedAt === null)
			throw new DomainError('wrong-state', `${person.name} heeft al toegang tot deze regio.`);
		if (reachOfAccount(db, actor, person.userId) === 'membership') return askAgain(unit, subject);
		restoreMemberships(db, subject, { userId: person.userId, regionId: region.id });
		updateAccount(db, subject, person.userId, null);
		record({
			entity: 'user',
			entityId: person.userId,
			before: { access: 'off' },
			after: { access: 'on', roles: rolesOf(person) },
		});
		return null;
	},
});

/** An invitation for each role that there was. The links lead to the same page, so one of them will do. */
function askAgain(unit: Unit, subject: Authorized<RegionPerson>): MadeInvitation {
	const { region, person } = subject;
	const here = listOrganisations(unit.db, region.id);
	const made = person.roles.flatMap(({ role, organisationId }) => {
		const organisation = here.find(({ id }) => id === organisationId);
		const wish = organisation && { region, organisation, role, email: person.email, name: person.name };
		return wish ? [makeInvitation(unit, subject, wish)] : [];
	});
	if (made[0]) return made[0];
	throw new DomainError(
		'wrong-state',
		`De organisaties van ${person.name} doen niet meer mee in ${region.name}. Nodig deze persoon uit namens een andere.`,
	);
}
