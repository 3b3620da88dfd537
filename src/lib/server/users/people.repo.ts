/** SQL for the people of a region: what they are, what they were, and the changes a beheerder makes in that. */
import { and, asc, desc, eq, gt, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Membership, Role } from '#lib/domain/access.ts';
import type { PersonFacts } from '#lib/domain/person-access.ts';
import type { Db } from '../db/open.ts';
import {
	externalIdentity,
	formerMembership,
	identityProvider,
	membership,
	organisation,
	passwordLink,
	user,
} from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

export interface RoleRow {
	/** Of the membership, or of the ended one. */
	id: number;
	role: Role;
	organisationId: number;
	organisationName: string;
}

export interface PersonRow extends PersonFacts {
	userId: number;
	name: string;
	email: string;
	hasPassword: boolean;
	/** In this region; what they were when the access was ended. */
	roles: RoleRow[];
}

/** An account can be opened with a password, or with a service that is on, of an organisation that it has a role for. */
export const CAN_SIGN_IN = sql<number>`(${user.passwordHash} is not null or exists (
	select 1 from ${externalIdentity} e
	join ${identityProvider} p on p.id = e.provider_id and p.active
	join ${membership} m on m.user_id = e.user_id and m.organisation_id = p.organisation_id
	where e.user_id = "user"."id"))`.mapWith(Boolean);

const ACCOUNT = {
	userId: user.id,
	name: user.name,
	email: user.email,
	canSignIn: CAN_SIGN_IN,
	hasPassword: sql<number>`${user.passwordHash} is not null`.mapWith(Boolean),
};

const roleOf = (table: typeof membership | typeof formerMembership) => ({
	id: table.id,
	role: table.role,
	organisationId: table.organisationId,
	organisationName: organisation.name,
});

/** By name. `now` says which links still work. */
export function listPeople(db: Db, regionId: number, now: Date): PersonRow[] {
	return peopleWhere(db, { regionId, now }, undefined);
}

export function findPersonOf(db: Db, regionId: number, userId: number, now: Date): PersonRow | null {
	return peopleWhere(db, { regionId, now }, eq(user.id, userId))[0] ?? null;
}

function peopleWhere(
	db: Db,
	{ regionId, now }: { regionId: number; now: Date },
	only: SQL | undefined,
): PersonRow[] {
	const members = db
		.select({ ...ACCOUNT, ...roleOf(membership), endedAt: sql<null>`null` })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.innerJoin(organisation, eq(organisation.id, membership.organisationId))
		.where(and(eq(membership.regionId, regionId), only))
		.orderBy(asc(user.name), asc(user.id), asc(membership.id))
		.all();
	const here = new Set(members.map(({ userId }) => userId));
	const former = db
		.select({ ...ACCOUNT, ...roleOf(formerMembership), endedAt: formerMembership.endedAt })
		.from(formerMembership)
		.innerJoin(user, eq(user.id, formerMembership.userId))
		.innerJoin(organisation, eq(organisation.id, formerMembership.organisationId))
		.where(and(eq(formerMembership.regionId, regionId), only))
		.orderBy(asc(user.name), asc(user.id), asc(formerMembership.id))
		.all()
		.filter(({ userId }) => !here.has(userId));
	const invited = invitations(db, now);
	return [...Map.groupBy([...members, ...former], ({ userId }) => userId).values()].flatMap((rows) => {
		const [first] = rows;
		if (!first) return [];
		const { userId, name, email, canSignIn, hasPassword, endedAt } = first;
		const roles = rows.map(({ id, role, organisationId, organisationName }) => ({
			id,
			role,
			organisationId,
			organisationName,
		}));
		const account = { userId, name, email, canSignIn, hasPassword, endedAt };
		return [{ ...account, roles, invitedUntil: invited.get(userId) ?? null }];
	});
}

function invitations(db: Db, now: Date): Map<number, Date> {
	const open = and(isNull(passwordLink.usedAt), gt(passwordLink.expiresAt, now));
	return new Map(
		db
			.select({ userId: passwordLink.userId, expiresAt: passwordLink.expiresAt })
			.from(passwordLink)
			.where(and(open, eq(passwordLink.purpose, 'invitation')))
			.orderBy(asc(passwordLink.expiresAt))
			.all()
			.map(({ userId, expiresAt }) => [userId, expiresAt]),
	);
}

export interface Administrator {
	userId: number;
	name: string;
	email: string;
	canSignIn: boolean;
}

/** Whoever manages the region now, each once. */
export function listAdministrators(db: Db, regionId: number): Administrator[] {
	const { userId, name, email, canSignIn } = ACCOUNT;
	return db
		.selectDistinct({ userId, name, email, canSignIn })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(
			and(eq(membership.regionId, regionId), eq(membership.role, 'administrator'), eq(user.active, true)),
		)
		.orderBy(asc(user.name))
		.all();
}

/** The account behind a person, with every place it opens. */
export function findAccountPlaces(db: Db, userId: number) {
	const account = db
		.select({ platformAdministrator: user.platformAdministrator, active: user.active })
		.from(user)
		.where(eq(user.id, userId))
		.get();
	const memberships = db
		.select({ regionId: membership.regionId, role: membership.role })
		.from(membership)
		.where(eq(membership.userId, userId))
		.all();
	return {
		platformAdministrator: account?.platformAdministrator ?? false,
		active: account?.active ?? false,
		memberships,
	};
}

/** The regions that this account was in until they ended it. */
export function listFormerRegions(db: Db, userId: number): number[] {
	return db
		.selectDistinct({ id: formerMembership.regionId })
		.from(formerMembership)
		.where(eq(formerMembership.userId, userId))
		.all()
		.map(({ id }) => id);
}

/** The memberships of this person in this region become former ones. */
export function endMemberships(
	db: Db,
	_by: Authorized<Subject>,
	{ userId, regionId, now }: { userId: number; regionId: number; now: Date },
): void {
	const own = and(eq(membership.userId, userId), eq(membership.regionId, regionId));
	const rows = db.select().from(membership).where(own).all();
	forgetFormer(db, userId, regionId);
	for (const { organisationId, role } of rows)
		db.insert(formerMembership).values({ userId, regionId, organisationId, role, endedAt: now }).run();
	db.delete(membership).where(own).run();
}

/** The other way round. */
export function restoreMemberships(
	db: Db,
	_by: Authorized<Subject>,
	{ userId, regionId }: { userId: number; regionId: number },
): void {
	const own = and(eq(formerMembership.userId, userId), eq(formerMembership.regionId, regionId));
	for (const { organisationId, role } of db.select().from(formerMembership).where(own).all())
		db.insert(membership).values({ userId, regionId, organisationId, role }).run();
	forgetFormer(db, userId, regionId);
}

/** Whoever is in the region again is no former member of it. */
export function forgetFormer(db: Db, userId: number, regionId: number): void {
	db.delete(formerMembership)
		.where(and(eq(formerMembership.userId, userId), eq(formerMembership.regionId, regionId)))
		.run();
}

/** Switches the account itself off, or on again with null. */
export function updateAccount(
	db: Db,
	_by: Authorized<Subject>,
	userId: number,
	deactivatedAt: Date | null,
): void {
	db.update(user)
		.set({ active: deactivatedAt === null, deactivatedAt, version: sql`${user.version} + 1` })
		.where(eq(user.id, userId))
		.run();
}

export function updateRole(db: Db, _by: Authorized<Subject>, id: number, role: Role): void {
	db.update(membership).set({ role }).where(eq(membership.id, id)).run();
}

export function deleteRole(db: Db, _by: Authorized<Subject>, id: number): void {
	db.delete(membership).where(eq(membership.id, id)).run();
}

/** Whoever can take over from this person: fills in for one of these organisations and can sign in. */
export function listSuccessors(
	db: Db,
	{ userId, regionId }: Pick<Membership, 'regionId'> & { userId: number },
	organisationIds: readonly number[],
): { userId: number; name: string; organisationId: number }[] {
	if (organisationIds.length === 0) return [];
	return db
		.select({ userId: user.id, name: user.name, organisationId: membership.organisationId })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(
			and(
				eq(membership.regionId, regionId),
				eq(user.active, true),
				CAN_SIGN_IN,
				inArray(membership.organisationId, [...organisationIds]),
				inArray(membership.role, ['adviser', 'coordinator']),
				sql`${user.id} <> ${userId}`,
			),
		)
		.orderBy(asc(user.name), desc(membership.id))
		.all();
}
