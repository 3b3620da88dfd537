/** SQL for invitations: who was asked to take part in a region, and the links that lead to the answer. */
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Role } from '#lib/domain/access.ts';
import type { Db } from '../db/open.ts';
import {
	formerMembership,
	invitation,
	invitationLink,
	membership,
	oidcAttempt,
	organisation,
	region,
	user,
} from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

const SHOWN = {
	id: invitation.id,
	regionId: invitation.regionId,
	regionName: region.name,
	organisationId: invitation.organisationId,
	organisationName: organisation.name,
	organisationSlug: organisation.slug,
	role: invitation.role,
	email: invitation.email,
	name: invitation.name,
	invitedBy: invitation.invitedBy,
	createdAt: invitation.createdAt,
	expiresAt: invitation.expiresAt,
	declinedAt: invitation.declinedAt,
};

function invitations(db: Db) {
	return db
		.select(SHOWN)
		.from(invitation)
		.innerJoin(region, eq(region.id, invitation.regionId))
		.innerJoin(organisation, eq(organisation.id, invitation.organisationId));
}

export type Invitation = NonNullable<ReturnType<typeof findInvitation>>;

export function findInvitation(db: Db, id: number) {
	return invitations(db).where(eq(invitation.id, id)).get() ?? null;
}

/** Of a link; also when it is over, or was declined. */
export function findInvitationByLink(db: Db, tokenHash: string): Invitation | null {
	return (
		invitations(db)
			.innerJoin(invitationLink, eq(invitationLink.invitationId, invitation.id))
			.where(eq(invitationLink.tokenHash, tokenHash))
			.get() ?? null
	);
}

/** Everybody who was asked and has not said yes, by address. */
export function listInvitations(db: Db, regionId: number): Invitation[] {
	return invitations(db)
		.where(eq(invitation.regionId, regionId))
		.orderBy(asc(invitation.email), asc(invitation.id))
		.all();
}

/** Who was asked to be beheerder, in all regions, for the platformbeheerder. */
export function listAppointments(db: Db): Invitation[] {
	return invitations(db)
		.where(eq(invitation.role, 'administrator'))
		.orderBy(asc(invitation.email), asc(invitation.id))
		.all();
}

/** What still waits for the answer of this account, by its address. */
export function listInvitationsOf(db: Db, userId: number, now: Date): Invitation[] {
	return invitations(db)
		.innerJoin(user, eq(user.email, invitation.email))
		.where(and(eq(user.id, userId), isNull(invitation.declinedAt), gt(invitation.expiresAt, now)))
		.orderBy(asc(invitation.createdAt), asc(invitation.id))
		.all();
}

export interface NewInvitation {
	regionId: number;
	organisationId: number;
	role: Role;
	email: string;
	name: string;
	invitedBy: string;
	createdAt: Date;
	expiresAt: Date;
}

/** Asking the same once more replaces the earlier asking, and its links. */
export function saveInvitation(db: Db, by: Authorized<Subject>, values: NewInvitation): number {
	const { name, invitedBy, createdAt, expiresAt } = values;
	const { id } = db
		.insert(invitation)
		.values(values)
		.onConflictDoUpdate({
			target: [invitation.regionId, invitation.email, invitation.organisationId, invitation.role],
			set: { name, invitedBy, createdAt, expiresAt, declinedAt: null },
		})
		.returning({ id: invitation.id })
		.get();
	dropInvitationLinks(db, by, id);
	return id;
}

/** The person said no, or the beheerder asks again: no earlier link works any more. */
export function dropInvitationLinks(db: Db, _by: Authorized<Subject>, id: number): void {
	db.delete(invitationLink).where(eq(invitationLink.invitationId, id)).run();
}

export function declineInvitation(db: Db, by: Authorized<Subject>, id: number, declinedAt: Date): void {
	dropInvitationLinks(db, by, id);
	db.update(invitation).set({ declinedAt }).where(eq(invitation.id, id)).run();
}

/** It was accepted or withdrawn. */
export function deleteInvitation(db: Db, by: Authorized<Subject>, id: number): void {
	dropInvitationLinks(db, by, id);
	db.delete(oidcAttempt).where(eq(oidcAttempt.invitationId, id)).run();
	db.delete(invitation).where(eq(invitation.id, id)).run();
}

export function insertInvitationLink(
	db: Db,
	link: { tokenHash: string; invitationId: number; createdAt: Date },
): void {
	db.insert(invitationLink).values(link).run();
}

/** Who of this region has this address: never looks at what anybody is elsewhere. */
export function findPersonHere(
	db: Db,
	regionId: number,
	email: string,
): { userId: number; isMember: boolean } | null {
	const find = (table: typeof membership | typeof formerMembership) =>
		db
			.select({ userId: user.id })
			.from(table)
			.innerJoin(user, eq(user.id, table.userId))
			.where(and(eq(table.regionId, regionId), eq(user.email, email)))
			.get();
	const [member, former] = [find(membership), find(formerMembership)];
	if (member) return { ...member, isMember: true };
	return former ? { ...former, isMember: false } : null;
}
