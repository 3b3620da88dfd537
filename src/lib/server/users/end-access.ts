/**
 * Switching somebody off in a region, and on again. The account itself goes off when it opens nothing any more: what it
 * may open in other regions is theirs, and the beheerder of this one sees no difference.
 */
import { DomainError } from '#lib/domain/errors.ts';
import { ChangePersonInput } from '#lib/input/members.ts';
import { voidPasswordLinks } from '../auth/issue-password-link.ts';
import { endAllSessions } from '../auth/sessions.ts';
import { command } from '../use-case.ts';
import { endMemberships, findAccountPlaces, restoreMemberships, updateAccount } from './people.repo.ts';
import { findRegionPerson, keepAnAdministrator, refuseStalePerson, rolesOf } from './region-person.ts';

/** Every session ends at once, also one in another region: whoever is still welcome there signs in again. */
export const endAccess = command({
	name: 'region.end-access',
	permission: 'region.manage',
	input: ChangePersonInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, now, record }, { seen }, subject): void {
		refuseStalePerson(subject, seen);
		const { region, person } = subject;
		if (person.endedAt !== null)
			throw new DomainError('wrong-state', `De toegang van ${person.name} is al uitgeschakeld.`);
		keepAnAdministrator(db, subject);
		const { userId } = person;
		endMemberships(db, subject, { userId, regionId: region.id, now });
		const left = findAccountPlaces(db, userId);
		if (left.memberships.length === 0 && !left.platformAdministrator) {
			updateAccount(db, subject, userId, now);
			voidPasswordLinks(db, userId, now);
		}
		endAllSessions(db, userId);
		record({
			entity: 'user',
			entityId: userId,
			before: { access: 'on', roles: rolesOf(person) },
			after: { access: 'off' },
		});
	},
});

export const restoreAccess = command({
	name: 'region.restore-access',
	permission: 'region.manage',
	input: ChangePersonInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, record }, { seen }, subject): void {
		refuseStalePerson(subject, seen);
		const { region, person } = subject;
		if (person.endedAt === null)
			throw new DomainError('wrong-state', `${person.name} heeft al toegang tot deze regio.`);
		restoreMemberships(db, subject, { userId: person.userId, regionId: region.id });
		updateAccount(db, subject, person.userId, null);
		record({
			entity: 'user',
			entityId: person.userId,
			before: { access: 'off' },
			after: { access: 'on', roles: rolesOf(person) },
		});
	},
});
