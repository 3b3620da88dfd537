/** SQL for the secret address of a person's calendar; only the SHA-256 of its token is kept. */
import { eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { calendarFeed } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

/** Null when this person has none. */
export function findFeed(db: Db, userId: number): { createdAt: Date } | null {
	const { createdAt } = calendarFeed;
	return db.select({ createdAt }).from(calendarFeed).where(eq(calendarFeed.userId, userId)).get() ?? null;
}

/** Null for a hash that nobody has. */
export function findFeedOwner(db: Db, tokenHash: string): number | null {
	const { userId } = calendarFeed;
	return (
		db.select({ userId }).from(calendarFeed).where(eq(calendarFeed.tokenHash, tokenHash)).get()?.userId ??
		null
	);
}

/** Takes the place of an earlier one, which stops working. */
export function writeFeed(
	db: Db,
	_subject: Authorized<Subject>,
	feed: { userId: number; tokenHash: string; now: Date },
): void {
	const values = { tokenHash: feed.tokenHash, createdAt: feed.now };
	db.insert(calendarFeed)
		.values({ ...values, userId: feed.userId })
		.onConflictDoUpdate({ target: calendarFeed.userId, set: values })
		.run();
}

export function deleteFeed(db: Db, _subject: Authorized<Subject>, userId: number): void {
	db.delete(calendarFeed).where(eq(calendarFeed.userId, userId)).run();
}
