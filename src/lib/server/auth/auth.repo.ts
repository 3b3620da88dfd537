/** SQL for signing in: accounts, failed attempts and one-time links. */
import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { AboutPassword } from '#lib/domain/password.ts';
import type { PasswordLinkPurpose } from '#lib/domain/sign-in.ts';
import type { Db } from '../db/open.ts';
import {
	membership,
	organisation,
	passwordLink,
	region,
	secondFactor,
	signInThrottle,
	user,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import { FORGET_AFTER_SECONDS, waitAfter, type ThrottleKind } from './throttle.ts';

export interface Account {
	id: number;
	email: string;
	name: string;
	passwordHash: string | null;
	version: number;
}

const ACCOUNT = {
	id: user.id,
	email: user.email,
	name: user.name,
	passwordHash: user.passwordHash,
	version: user.version,
};

/** Null when there is no such active account. */
export function findAccount(db: Db, email: string): Account | null {
	return (
		db
			.select(ACCOUNT)
			.from(user)
			.where(and(eq(user.email, email), eq(user.active, true)))
			.get() ?? null
	);
}

/** Null when there is no such active account. */
export function findAccountById(db: Db, userId: number): Account | null {
	return (
		db
			.select(ACCOUNT)
			.from(user)
			.where(and(eq(user.id, userId), eq(user.active, true)))
			.get() ?? null
	);
}

/** Seconds that this key still has to wait; 0 when it may try. */
export function secondsToWait(db: Db, key: string, now: Date): number {
	const row = db.select().from(signInThrottle).where(eq(signInThrottle.key, key)).get();
	const left = (row?.blockedUntil?.getTime() ?? 0) - now.getTime();
	return left > 0 ? Math.ceil(left / 1000) : 0;
}

/** How often this key failed in a row. */
export function countFailures(db: Db, key: string): number {
	return db.select().from(signInThrottle).where(eq(signInThrottle.key, key)).get()?.failures ?? 0;
}

export function addFailure(db: Db, key: string, kind: ThrottleKind, now: Date): void {
	const row = db.select().from(signInThrottle).where(eq(signInThrottle.key, key)).get();
	const stale = row && now.getTime() - row.lastFailureAt.getTime() > FORGET_AFTER_SECONDS * 1000;
	const failures = (row && !stale ? row.failures : 0) + 1;
	const wait = waitAfter(failures, kind);
	const values = {
		failures,
		lastFailureAt: now,
		blockedUntil: wait > 0 ? new Date(now.getTime() + wait * 1000) : null,
	};
	db.insert(signInThrottle)
		.values({ key, ...values })
		.onConflictDoUpdate({ target: signInThrottle.key, set: values })
		.run();
}

/** Takes back the one failure that a successful attempt was counted as, for an address that others share. */
export function forgiveFailure(db: Db, key: string): void {
	db.update(signInThrottle)
		.set({ failures: sql`max(0, ${signInThrottle.failures} - 1)`, blockedUntil: null })
		.where(eq(signInThrottle.key, key))
		.run();
}

export function clearFailures(db: Db, key: string): void {
	db.delete(signInThrottle).where(eq(signInThrottle.key, key)).run();
}

export interface LinkAccount extends Account {
	purpose: PasswordLinkPurpose;
}

/** The account of a link that still works, or null. */
export function findLinkAccount(db: Db, tokenHash: string, now: Date): LinkAccount | null {
	return (
		db
			.select({ ...ACCOUNT, purpose: passwordLink.purpose })
			.from(passwordLink)
			.innerJoin(user, eq(user.id, passwordLink.userId))
			.where(
				and(
					eq(passwordLink.tokenHash, tokenHash),
					isNull(passwordLink.usedAt),
					gt(passwordLink.expiresAt, now),
					eq(user.active, true),
				),
			)
			.get() ?? null
	);
}

export function insertLink(
	db: Db,
	link: { tokenHash: string; userId: number; purpose: PasswordLinkPurpose; expiresAt: Date; now: Date },
): void {
	const { now, ...values } = link;
	db.insert(passwordLink)
		.values({ ...values, createdAt: now })
		.run();
}

/** Uses up every open link of the account. Gives how many there were. */
export function voidLinks(db: Db, userId: number, now: Date): number {
	return db
		.update(passwordLink)
		.set({ usedAt: now })
		.where(and(eq(passwordLink.userId, userId), isNull(passwordLink.usedAt), gt(passwordLink.expiresAt, now)))
		.run().changes;
}

/** Replaces a hash by a stronger one of the same password; nothing when the password was changed in between. */
export function replaceHash(db: Db, userId: number, before: string, after: string): boolean {
	const same = and(eq(user.id, userId), eq(user.passwordHash, before));
	return db.update(user).set({ passwordHash: after }).where(same).run().changes > 0;
}

/** What a password of this person may not be made of, and whether it may be shorter. */
export function findAboutPassword(db: Db, userId: number): AboutPassword {
	const person = db.select().from(user).where(eq(user.id, userId)).get();
	const places = db
		.select({ organisation: organisation.name, short: organisation.shortName, region: region.name })
		.from(membership)
		.innerJoin(organisation, eq(organisation.id, membership.organisationId))
		.innerJoin(region, eq(region.id, membership.regionId))
		.where(eq(membership.userId, userId))
		.all();
	const confirmed = and(eq(secondFactor.userId, userId), isNotNull(secondFactor.confirmedAt));
	return {
		secondFactor:
			db.select({ id: secondFactor.userId }).from(secondFactor).where(confirmed).get() !== undefined,
		words: [person?.name ?? '', person?.email ?? '', ...places.flatMap((place) => Object.values(place))],
	};
}

/** Sets the password and uses up every open link of the account. */
export function updatePassword(
	db: Db,
	{ account }: Authorized<{ account: Account }>,
	passwordHash: string,
	now: Date,
): void {
	db.update(user)
		.set({ passwordHash, version: account.version + 1 })
		.where(eq(user.id, account.id))
		.run();
	db.update(passwordLink)
		.set({ usedAt: now })
		.where(and(eq(passwordLink.userId, account.id), isNull(passwordLink.usedAt)))
		.run();
}

export function updateEmail(db: Db, { account }: Authorized<{ account: Account }>, email: string): void {
	db.update(user)
		.set({ email, version: account.version + 1 })
		.where(eq(user.id, account.id))
		.run();
}

/** Also of an account that is switched off. */
export function isEmailTaken(db: Db, email: string): boolean {
	return db.select({ id: user.id }).from(user).where(eq(user.email, email)).get() !== undefined;
}
