/** Giving a person a role in a region, on behalf of one of its organisations. */
import { DomainError } from '#lib/domain/errors.ts';
import { AddMemberInput } from '#lib/input/members.ts';
import { issuePasswordLink } from '../auth/issue-password-link.ts';
import { command } from '../use-case.ts';
import { forgetFormer, updateAccount } from './people.repo.ts';
import { findAccountByEmail } from './platform.repo.ts';
import { findRegion, hasMembership, insertMembership, insertUser, listOrganisations } from './users.repo.ts';

export interface AddedMember {
	userId: number;
	email: string;
	/** Null when the person already had an account. */
	linkPath: string | null;
}

export const addMember = command({
	name: 'region.add-member',
	permission: 'region.manage',
	input: AddMemberInput,
	subject({ db }, input) {
		const region = findRegion(db, input.region);
		return region && { region, scope: { kind: 'region', regionId: region.id, organisationIds: [] } as const };
	},
	run({ db, now, record }, { name, email, role, organisation }, subject): AddedMember {
		const regionId = subject.region.id;
		const organisationId = listOrganisations(db, regionId).find((one) => one.slug === organisation)?.id;
		if (organisationId === undefined) throw invalid('organisation', 'Kies een organisatie van deze regio.');
		const known = findAccountByEmail(db, email);
		const userId =
			known?.userId ?? insertUser(db, subject, { email, name, platformAdministrator: false, now });
		if (hasMembership(db, { userId, regionId, organisationId, role })) {
			throw invalid('email', 'Deze persoon heeft deze rol al bij deze organisatie.');
		}
		insertMembership(db, subject, { userId, regionId, organisationId, role });
		forgetFormer(db, userId, regionId);
		if (known?.active === false) updateAccount(db, subject, userId, null);
		record({ entity: 'user', entityId: userId, after: { email, role, organisation } });
		return { userId, email, linkPath: known === null ? issuePasswordLink(db, userId, now) : null };
	},
});

function invalid(field: string, sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}
