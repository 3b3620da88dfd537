/** Adding, changing and removing a role of somebody in a region. */
import { DomainError } from '#lib/domain/errors.ts';
import { AddRoleInput, ChangeRoleInput, RoleInput } from '#lib/input/members.ts';
import { command } from '../use-case.ts';
import { deleteRole, updateRole, type PersonRow } from './people.repo.ts';
import {
	findRegionPerson,
	keepAnAdministrator,
	refuseStalePerson,
	watchAdministrators,
} from './region-person.ts';
import { insertMembership, listOrganisations } from './users.repo.ts';

export const addRole = command({
	name: 'region.add-role',
	permission: 'region.manage',
	input: AddRoleInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, record }, { seen, organisation, role }, subject): void {
		refuseStalePerson(subject, seen);
		const { region, person } = subject;
		if (person.endedAt !== null)
			throw new DomainError('wrong-state', 'Geef deze persoon eerst weer toegang, en daarna een rol erbij.');
		const chosen = listOrganisations(db, region.id).find((one) => one.slug === organisation);
		if (!chosen) throw invalid('organisation', 'Kies een organisatie van deze regio.');
		refuseTwice(person, { organisationId: chosen.id, role });
		insertMembership(db, subject, {
			userId: person.userId,
			regionId: region.id,
			organisationId: chosen.id,
			role,
		});
		const before = { roles: person.roles.length };
		record({ entity: 'user', entityId: person.userId, before, after: { role, organisation } });
	},
});

export const changeRole = command({
	name: 'region.change-role',
	permission: 'region.manage',
	input: ChangeRoleInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, record, nothingChanged }, { seen, membership, role }, subject): void {
		refuseStalePerson(subject, seen);
		const own = ownRole(subject.person, membership);
		if (own.role === role) return nothingChanged();
		refuseTwice(subject.person, { organisationId: own.organisationId, role });
		if (own.role === 'administrator') keepAnAdministratorUnlessTwice(subject, db, membership);
		updateRole(db, subject, membership, role);
		const organisation = own.organisationName;
		record({
			entity: 'user',
			entityId: subject.person.userId,
			before: { role: own.role, organisation },
			after: { role, organisation },
		});
	},
});

/** The last role goes with the access itself, which can be given back. */
export const removeRole = command({
	name: 'region.remove-role',
	permission: 'region.manage',
	input: RoleInput,
	subject: (context, input) => findRegionPerson(context, input),
	run({ db, record }, { seen, membership }, subject): void {
		refuseStalePerson(subject, seen);
		const { person } = subject;
		const own = ownRole(person, membership);
		if (person.roles.length === 1)
			throw new DomainError(
				'wrong-state',
				'Dit is de enige rol van deze persoon. Schakel de toegang uit als iemand weggaat.',
			);
		if (own.role === 'administrator') keepAnAdministratorUnlessTwice(subject, db, membership);
		const demandSomebody = watchAdministrators(db, subject);
		deleteRole(db, subject, membership);
		demandSomebody();
		record({
			entity: 'user',
			entityId: person.userId,
			before: { role: own.role, organisation: own.organisationName },
			after: { role: null },
		});
	},
});

type Subject = NonNullable<ReturnType<typeof findRegionPerson>>;

/** Somebody can be beheerder on behalf of two organisations; then one of both may go. */
function keepAnAdministratorUnlessTwice(
	subject: Subject,
	db: Parameters<typeof keepAnAdministrator>[0],
	membership: number,
): void {
	const others = subject.person.roles.filter(({ id, role }) => id !== membership && role === 'administrator');
	if (others.length === 0) keepAnAdministrator(db, subject);
}

function ownRole({ roles, endedAt }: PersonRow, membership: number): PersonRow['roles'][number] {
	const own = endedAt === null ? roles.find(({ id }) => id === membership) : undefined;
	if (own) return own;
	throw new DomainError('conflict', 'Deze rol bestaat niet meer. Hieronder ziet u hoe het nu is.');
}

function refuseTwice(
	{ roles }: PersonRow,
	wanted: Pick<PersonRow['roles'][number], 'organisationId' | 'role'>,
): void {
	if (
		roles.some(({ organisationId, role }) => organisationId === wanted.organisationId && role === wanted.role)
	)
		throw invalid('role', 'Deze persoon heeft deze rol al bij deze organisatie.');
}

function invalid(field: string, sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}
