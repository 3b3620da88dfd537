/** A beheerder asks somebody to take part in the region, on behalf of one of its organisations; and takes that back. */
import { DomainError } from '#lib/domain/errors.ts';
import { AddMemberInput, InvitationInput } from '#lib/input/members.ts';
import { command, type Context } from '../use-case.ts';
import { deleteInvitation, findInvitation, findPersonHere } from './invitations.repo.ts';
import { makeInvitation, type MadeInvitation } from './make-invitation.ts';
import { findRegion, hasMembership, insertMembership, listOrganisations } from './users.repo.ts';

export interface InvitedMember extends MadeInvitation {
	/** The person was a member of this region already, and has the role at once. */
	isMember: boolean;
}

export const inviteMember = command({
	name: 'invitation.make',
	permission: 'region.manage',
	input: AddMemberInput,
	subject({ db }, input) {
		const region = findRegion(db, input.region);
		return region && { region, scope: { kind: 'region', regionId: region.id, organisationIds: [] } as const };
	},
	run(unit, { name, email, role, organisation: slug }, subject): InvitedMember {
		const { db, record } = unit;
		const { region } = subject;
		const organisation = listOrganisations(db, region.id).find((one) => one.slug === slug);
		if (!organisation) throw invalid('organisation', 'Kies een organisatie van deze regio.');
		const here = findPersonHere(db, region.id, email);
		if (here === null)
			return {
				...makeInvitation(unit, subject, { region, organisation, role, email, name }),
				isMember: false,
			};
		if (!here.isMember)
			throw invalid(
				'email',
				'De toegang van deze persoon is uitgeschakeld. Geef die terug op de pagina van deze persoon, in de lijst hieronder.',
			);
		const wanted = { userId: here.userId, regionId: region.id, organisationId: organisation.id, role };
		if (hasMembership(db, wanted))
			throw invalid('email', 'Deze persoon heeft deze rol al bij deze organisatie.');
		insertMembership(db, subject, wanted);
		record({ entity: 'user', entityId: here.userId, after: { role, organisation: slug } });
		return { email, linkPath: null, isMember: true };
	},
});

/** Null when there is no such region, or this invitation is not of it. */
function findRegionInvitation({ db }: Context, input: { region: string; invitation: number }) {
	const region = findRegion(db, input.region);
	const found = findInvitation(db, input.invitation);
	if (!region || found?.regionId !== region.id) return null;
	return {
		region,
		invitation: found,
		scope: { kind: 'region', regionId: region.id, organisationIds: [] } as const,
	};
}

/** Also after a no, or when it was over. No earlier link works any more. */
export const inviteOnceMore = command({
	name: 'invitation.renew',
	permission: 'region.manage',
	input: InvitationInput,
	subject: findRegionInvitation,
	run(unit, _input, subject): MadeInvitation {
		const { region, invitation } = subject;
		const { organisationId, organisationSlug, role, email, name } = invitation;
		const organisation = { id: organisationId, slug: organisationSlug };
		return makeInvitation(unit, subject, { region, organisation, role, email, name });
	},
});

export const withdrawOffer = command({
	name: 'invitation.withdraw',
	permission: 'region.manage',
	input: InvitationInput,
	subject: findRegionInvitation,
	run({ db, record }, _input, subject): void {
		const { id, email, role, organisationSlug } = subject.invitation;
		deleteInvitation(db, subject, id);
		const before = { email, role, organisation: organisationSlug };
		record({ entity: 'invitation', entityId: id, before, after: { withdrawn: true } });
	},
});

function invalid(field: string, sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { [field]: sentence } });
}
