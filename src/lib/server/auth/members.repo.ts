/** SQL for how the people of a region sign in, for its beheerder. */
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Membership } from '#lib/domain/access.ts';
import type { Db } from '../db/open.ts';
import { membership, region, secondFactor, user } from '../db/schema.ts';

export interface MemberAccount {
	id: number;
	name: string;
	email: string;
	platformAdministrator: boolean;
	memberships: Membership[];
}

/** Null for who does not exist. */
export function findMemberAccount(db: Db, userId: number): MemberAccount | null {
	const person = db.select().from(user).where(eq(user.id, userId)).get();
	if (!person) return null;
	const { id, name, email, platformAdministrator } = person;
	const memberships = db
		.select({
			regionId: membership.regionId,
			organisationId: membership.organisationId,
			role: membership.role,
		})
		.from(membership)
		.where(eq(membership.userId, userId))
		.all();
	return { id, name, email, platformAdministrator, memberships };
}

export function findMemberByEmail(db: Db, email: string): MemberAccount | null {
	const found = db.select({ id: user.id }).from(user).where(eq(user.email, email)).get();
	return found ? findMemberAccount(db, found.id) : null;
}

export function findRegionBySlug(db: Db, slug: string) {
	return db.select().from(region).where(eq(region.slug, slug)).get() ?? null;
}

export interface MemberFactor {
	userId: number;
	name: string;
	email: string;
	hasSecondFactor: boolean;
}

/** The people of a region whose account is on, each once, by name. */
export function listMemberFactors(db: Db, regionId: number): MemberFactor[] {
	const here = and(eq(membership.userId, user.id), eq(membership.regionId, regionId));
	return db
		.selectDistinct({
			userId: user.id,
			name: user.name,
			email: user.email,
			hasSecondFactor: sql<number>`${secondFactor.confirmedAt} is not null`.mapWith(Boolean),
		})
		.from(user)
		.innerJoin(membership, here)
		.leftJoin(secondFactor, and(eq(secondFactor.userId, user.id), isNotNull(secondFactor.confirmedAt)))
		.where(eq(user.active, true))
		.orderBy(asc(user.name))
		.all();
}
