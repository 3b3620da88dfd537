/** SQL for the ways in that people have: a password, the services of their organisations, and who obliges what. */
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { isPasswordClosed as isClosed, type WaysIn } from '#lib/domain/ways-in.ts';
import type { Db } from '../db/open.ts';
import { externalIdentity, identityProvider, membership, user } from '../db/schema.ts';

interface Found extends WaysIn {
	userId: number;
}

/** Of the active accounts that fit, with all that each of them opens. */
function waysInWhere(db: Db, only: SQL | undefined): Found[] {
	const rows = db
		.select({
			userId: user.id,
			platformAdministrator: user.platformAdministrator,
			hasPassword: sql<number>`${user.passwordHash} is not null`.mapWith(Boolean),
			regionId: membership.regionId,
			role: membership.role,
			isOn: identityProvider.active,
			obligatory: identityProvider.obligatory,
			subject: externalIdentity.subject,
		})
		.from(membership)
		.innerJoin(user, and(eq(user.id, membership.userId), eq(user.active, true)))
		.leftJoin(identityProvider, eq(identityProvider.organisationId, membership.organisationId))
		.leftJoin(
			externalIdentity,
			and(eq(externalIdentity.providerId, identityProvider.id), eq(externalIdentity.userId, user.id)),
		)
		.where(only)
		.all();
	return [...Map.groupBy(rows, ({ userId }) => userId)].flatMap(([userId, own]) => {
		const [first] = own;
		if (!first) return [];
		const { platformAdministrator, hasPassword } = first;
		const memberships = own.map(({ regionId, role, isOn, obligatory }) => ({
			regionId,
			role,
			obliges: isOn === true && obligatory === true,
		}));
		const isLinked = own.some(({ isOn, subject }) => isOn === true && subject !== null);
		return [{ userId, platformAdministrator, hasPassword, isLinked, memberships }];
	});
}

/** The beheerders of these regions. */
export function listKeepers(db: Db, regionIds: readonly number[]): WaysIn[] {
	const administrators = db
		.select({ id: membership.userId })
		.from(membership)
		.where(and(inArray(membership.regionId, [...regionIds]), eq(membership.role, 'administrator')));
	return waysInWhere(db, inArray(user.id, administrators));
}

/** Whether the organisations of this account, all regions agreeing, leave it no password. Never for a platformbeheerder. */
export function isPasswordClosed(db: Db, userId: number): boolean {
	const [person] = waysInWhere(db, eq(user.id, userId));
	if (!person) return false;
	const regionIds = [...new Set(person.memberships.map(({ regionId }) => regionId))];
	return isClosed(person, listKeepers(db, regionIds));
}

/** Whether the service of this organisation is on and obliges its people. */
export function isObliging(db: Db, organisationId: number): boolean {
	const obliges = and(eq(identityProvider.active, true), eq(identityProvider.obligatory, true));
	return (
		db
			.select({ id: identityProvider.id })
			.from(identityProvider)
			.where(and(eq(identityProvider.organisationId, organisationId), obliges))
			.get() !== undefined
	);
}
