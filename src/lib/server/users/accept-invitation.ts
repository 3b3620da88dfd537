/** An invitation that its person accepts becomes a membership. Every way to say yes ends here. */
import { DomainError } from '#lib/domain/errors.ts';
import { invitationState } from '#lib/domain/invitation.ts';
import type { Db } from '../db/open.ts';
import type { Authorized, Subject, Unit } from '../use-case.ts';
import {
	deleteInvitation,
	findInvitation,
	findInvitationByLink,
	type Invitation,
} from './invitations.repo.ts';
import { forgetFormer } from './people.repo.ts';
import { findUserId, hasMembership, insertMembership, insertUser, listOrganisations } from './users.repo.ts';

export type { Invitation } from './invitations.repo.ts';

/** Null when it waits for no answer any more. */
export function findOpenInvitation(db: Db, id: number, now: Date): Invitation | null {
	return openOnly(findInvitation(db, id), now);
}

/** Null when the link works no more. */
export function findOpenByLink(db: Db, tokenHash: string, now: Date): Invitation | null {
	return openOnly(findInvitationByLink(db, tokenHash), now);
}

function openOnly(invitation: Invitation | null, now: Date): Invitation | null {
	return invitation !== null && invitationState(invitation, now) === 'waiting' ? invitation : null;
}

/** `userId` is the person whom it was sent to: the caller has made sure. */
export function acceptInvitation(
	{ db, record }: Unit,
	by: Authorized<Subject>,
	invitation: Invitation,
	userId: number,
): void {
	const { id, regionId, organisationId, organisationSlug, role } = invitation;
	if (!listOrganisations(db, regionId).some((one) => one.id === organisationId))
		throw new DomainError(
			'wrong-state',
			`${invitation.organisationName} doet niet meer mee in ${invitation.regionName}. Vraag de beheerder om een nieuwe uitnodiging.`,
		);
	const wanted = { userId, regionId, organisationId, role };
	if (!hasMembership(db, wanted)) insertMembership(db, by, wanted);
	forgetFormer(db, userId, regionId);
	deleteInvitation(db, by, id);
	const after = { role, organisation: organisationSlug, accepted: true };
	record({ entity: 'user', entityId: userId, regions: [regionId], after });
}

/** Null when there is no account with the address of the invitation. */
export function findInvitedUser(db: Db, { email }: Invitation): number | null {
	return findUserId(db, email);
}

/** The account of who has none yet. Without `passwordHash` the person comes in by the service of the organisation. */
export function makeInvitedAccount(
	{ db, now }: Unit,
	by: Authorized<Subject>,
	{ email }: Invitation,
	{ name, passwordHash }: { name: string; passwordHash?: string },
): number {
	const account = { email, name, platformAdministrator: false, now };
	return insertUser(db, by, passwordHash === undefined ? account : { ...account, passwordHash });
}
