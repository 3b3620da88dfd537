/**
 * Asking somebody to take part in a region. Nothing here looks at whether the address has an account, so that the answer and
 * the work are the same for everybody; only the person who gets it can make it a membership.
 */
import type { Actor, Role } from '#lib/domain/access.ts';
import { invitationEnd } from '#lib/domain/invitation.ts';
import { hashToken, newToken } from '../auth/tokens.ts';
import type { Db } from '../db/open.ts';
import type { Authorized, Subject, Unit } from '../use-case.ts';
import { insertInvitationLink, saveInvitation } from './invitations.repo.ts';

export interface Wish {
	region: { id: number };
	organisation: { id: number; slug: string };
	role: Role;
	email: string;
	/** As it was typed. */
	name: string;
}

export interface MadeInvitation {
	email: string;
	/** Null where mail leaves: then only the person who reads that mailbox gets it. */
	linkPath: string | null;
}

/** The mail follows from the row in the trail. `regions`: in whose log it stands. */
export function makeInvitation(
	unit: Unit,
	by: Authorized<Subject>,
	{ region, organisation, role, email, name }: Wish,
	regions: readonly (number | null)[] = [region.id],
): MadeInvitation {
	const { db, now, actor } = unit;
	const id = saveInvitation(db, by, {
		regionId: region.id,
		organisationId: organisation.id,
		role,
		email,
		name,
		invitedBy: askerOf(actor),
		createdAt: now,
		expiresAt: invitationEnd(now),
	});
	const after = { email, name, role, organisation: organisation.slug, invited: true };
	unit.record({ entity: 'invitation', entityId: id, regions, after });
	return { email, linkPath: unit.sendsMail === true ? null : issueInvitationLink(db, id, now) };
}

/** The path of a link to the answer. It cannot be shown again later; other links of this invitation keep working. */
export function issueInvitationLink(db: Db, invitationId: number, now: Date): string {
	const token = newToken();
	insertInvitationLink(db, { tokenHash: hashToken(token), invitationId, createdAt: now });
	return `/uitnodiging/${token}`;
}

function askerOf(actor: Actor): string {
	return actor.kind === 'anonymous' ? '' : actor.name;
}
