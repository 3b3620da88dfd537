/** SQL that only the demo and tests need: the marks of invented data, and accounts that have a password at once. */
import { eq } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { region, user } from '../db/schema.ts';

/** From now on every page and document of the region says that goals and statuses are invented. */
export function markAsExample(db: Db, regionSlug: string): void {
	db.update(region).set({ exampleData: true }).where(eq(region.slug, regionSlug)).run();
}

export function storePasswordHash(db: Db, userId: number, passwordHash: string): void {
	db.update(user).set({ passwordHash }).where(eq(user.id, userId)).run();
}

export function findUserIdByEmail(db: Db, email: string): number | null {
	return db.select({ id: user.id }).from(user).where(eq(user.email, email)).get()?.id ?? null;
}
