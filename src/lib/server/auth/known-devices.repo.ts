/** SQL for the browsers in which somebody signed in before. */
import { and, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { knownDevice, user } from '../db/schema.ts';

/** The one of these hashes that is known for the account with this address; null for none. */
export function findKnownDevice(
	db: Db,
	where: { email: string } | { userId: number },
	hashes: readonly string[],
	since: Date,
): string | null {
	const account = 'email' in where ? eq(user.email, where.email) : eq(user.id, where.userId);
	const found = db
		.select({ tokenHash: knownDevice.tokenHash })
		.from(knownDevice)
		.innerJoin(user, eq(user.id, knownDevice.userId))
		.where(and(account, inArray(knownDevice.tokenHash, [...hashes]), gt(knownDevice.lastUsedAt, since)))
		.get();
	return found?.tokenHash ?? null;
}

export function saveKnownDevice(
	db: Db,
	{ tokenHash, userId, now }: { tokenHash: string; userId: number; now: Date },
): void {
	db.insert(knownDevice)
		.values({ tokenHash, userId, createdAt: now, lastUsedAt: now })
		.onConflictDoUpdate({ target: knownDevice.tokenHash, set: { lastUsedAt: now } })
		.run();
}

/** Leaves so many of this person, those used last, and of nobody one that was not used since. */
export function deleteOldDevices(
	db: Db,
	userId: number,
	{ most, since }: { most: number; since: Date },
): void {
	db.delete(knownDevice).where(lte(knownDevice.lastUsedAt, since)).run();
	const rows = db
		.select({ tokenHash: knownDevice.tokenHash })
		.from(knownDevice)
		.where(eq(knownDevice.userId, userId))
		.orderBy(desc(knownDevice.lastUsedAt), desc(knownDevice.createdAt))
		.all();
	const old = rows.slice(most).map(({ tokenHash }) => tokenHash);
	if (old.length > 0) db.delete(knownDevice).where(inArray(knownDevice.tokenHash, old)).run();
}

export function deleteKnownDevices(db: Db, userId: number): void {
	db.delete(knownDevice).where(eq(knownDevice.userId, userId)).run();
}
