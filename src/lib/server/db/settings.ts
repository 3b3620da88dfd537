/** Facts about the database itself. */
import { eq } from 'drizzle-orm';
import type { Db } from './open.ts';
import { setting } from './schema.ts';

export function findSetting(db: Db, key: string): string | null {
	return db.select({ value: setting.value }).from(setting).where(eq(setting.key, key)).get()?.value ?? null;
}

export function writeSetting(db: Db, key: string, value: string): void {
	db.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } }).run();
}

export function dropSetting(db: Db, key: string): void {
	db.delete(setting).where(eq(setting.key, key)).run();
}
