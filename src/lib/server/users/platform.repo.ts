/** SQL for the platformbeheerders, and for finding an account by its address. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { user } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';
import { CAN_SIGN_IN, type Administrator } from './people.repo.ts';

export interface PlatformAdministrator extends Administrator {
	version: number;
}

const ACCOUNT = {
	userId: user.id,
	name: user.name,
	email: user.email,
	version: user.version,
	hasPassword: sql<number>`${user.passwordHash} is not null`.mapWith(Boolean),
	canSignIn: CAN_SIGN_IN,
	active: user.active,
	platformAdministrator: user.platformAdministrator,
};

/** By name. */
export function listPlatformAdministrators(db: Db): PlatformAdministrator[] {
	const { userId, name, email, version, canSignIn } = ACCOUNT;
	return db
		.select({ userId, name, email, version, canSignIn })
		.from(user)
		.where(and(eq(user.platformAdministrator, true), eq(user.active, true)))
		.orderBy(asc(user.name), asc(user.id))
		.all();
}

export function findAccountByEmail(db: Db, email: string) {
	return db.select(ACCOUNT).from(user).where(eq(user.email, email)).get() ?? null;
}

/** Makes somebody platformbeheerder, or no longer; guarded by the caller's transaction. */
export function updatePlatformAdministrator(
	db: Db,
	_by: Authorized<Subject>,
	userId: number,
	platformAdministrator: boolean,
): void {
	db.update(user)
		.set({ platformAdministrator, version: sql`${user.version} + 1` })
		.where(eq(user.id, userId))
		.run();
}
