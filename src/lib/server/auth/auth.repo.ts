/** SQL for signing in: accounts, failed attempts and one-time links. */
import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { AboutPassword } from '#lib/domain/password.ts';
import type { PasswordLinkPurpose } from '#lib/domain/sign-in.ts';
import type { Db } from '../db/open.ts';
import { membership, organisation, passwordLink, region, secondFactor, user } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

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
