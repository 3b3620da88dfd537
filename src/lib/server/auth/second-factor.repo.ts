/** SQL for second factors: the app, the recovery codes, and sign-ins that wait for one of them. */
import { and, eq, gt, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Membership } from '#lib/domain/access.ts';
import type { Db } from '../db/open.ts';
import { pendingSignIn, recoveryCode, region, secondFactor, user } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

export interface SecondFactor {
	/** Sealed with the key of the server. */
	secret: string;
	lastStep: number | null;
	confirmedAt: Date;
}

/** Null when there is none that was proved to work. */
export function findSecondFactor(db: Db, userId: number): SecondFactor | null {
	const row = db.select().from(secondFactor).where(eq(secondFactor.userId, userId)).get();
	if (!row?.confirmedAt) return null;
	return { secret: row.secret, lastStep: row.lastStep, confirmedAt: row.confirmedAt };
}

/** In place of an app that was there before. */
export function saveSecondFactor(
	db: Db,
	_by: Authorized<Subject>,
	factor: { userId: number; secret: string; lastStep: number; now: Date },
): void {
	const { userId, secret, lastStep, now } = factor;
	const values = { secret, lastStep, confirmedAt: now, createdAt: now };
	db.insert(secondFactor)
		.values({ userId, ...values })
		.onConflictDoUpdate({ target: secondFactor.userId, set: values })
		.run();
}

/** Writes down the step that was accepted. False when that step or a later one was accepted in the meantime. */
export function advanceStep(db: Db, userId: number, step: number): boolean {
	const earlier = or(isNull(secondFactor.lastStep), lt(secondFactor.lastStep, step));
	return (
		db
			.update(secondFactor)
			.set({ lastStep: step })
			.where(and(eq(secondFactor.userId, userId), earlier))
			.run().changes > 0
	);
}

/** The app, the recovery codes and every sign-in that waits for them. */
export function deleteSecondFactor(db: Db, _by: Authorized<Subject>, userId: number): void {
	db.delete(secondFactor).where(eq(secondFactor.userId, userId)).run();
	db.delete(recoveryCode).where(eq(recoveryCode.userId, userId)).run();
	db.delete(pendingSignIn).where(eq(pendingSignIn.userId, userId)).run();
}

/** The codes from before no longer work. */
export function replaceRecoveryCodes(
	db: Db,
	_by: Authorized<Subject>,
	{ userId, hashes, now }: { userId: number; hashes: readonly string[]; now: Date },
): void {
	db.delete(recoveryCode).where(eq(recoveryCode.userId, userId)).run();
	db.insert(recoveryCode)
		.values(hashes.map((codeHash) => ({ userId, codeHash, createdAt: now })))
		.run();
}

/** The hashes of the codes that still work. */
export function listRecoveryHashes(db: Db, userId: number): string[] {
	return db
		.select({ codeHash: recoveryCode.codeHash })
		.from(recoveryCode)
		.where(and(eq(recoveryCode.userId, userId), isNull(recoveryCode.usedAt)))
		.all()
		.map((row) => row.codeHash);
}

export function countRecoveryCodes(db: Db, userId: number): number {
	return listRecoveryHashes(db, userId).length;
}

/** False when the code was used in the meantime. */
export function useUpRecoveryCode(db: Db, userId: number, codeHash: string, now: Date): boolean {
	const own = and(eq(recoveryCode.userId, userId), eq(recoveryCode.codeHash, codeHash));
	return (
		db
			.update(recoveryCode)
			.set({ usedAt: now })
			.where(and(own, isNull(recoveryCode.usedAt)))
			.run().changes > 0
	);
}

export interface PendingSignIn {
	tokenHash: string;
	userId: number;
	failures: number;
}

/** Sweeps up those that are over. */
export function insertPending(
	db: Db,
	{ tokenHash, userId, expiresAt, now }: { tokenHash: string; userId: number; expiresAt: Date; now: Date },
): void {
	db.delete(pendingSignIn).where(lte(pendingSignIn.expiresAt, now)).run();
	db.insert(pendingSignIn).values({ tokenHash, userId, expiresAt, createdAt: now }).run();
}

/** Null when it is over, or the account is. */
export function findPending(db: Db, tokenHash: string, now: Date): PendingSignIn | null {
	return (
		db
			.select({
				tokenHash: pendingSignIn.tokenHash,
				userId: pendingSignIn.userId,
				failures: pendingSignIn.failures,
			})
			.from(pendingSignIn)
			.innerJoin(user, eq(user.id, pendingSignIn.userId))
			.where(
				and(eq(pendingSignIn.tokenHash, tokenHash), gt(pendingSignIn.expiresAt, now), eq(user.active, true)),
			)
			.get() ?? null
	);
}

export function addPendingFailure(db: Db, tokenHash: string): void {
	db.update(pendingSignIn)
		.set({ failures: sql`${pendingSignIn.failures} + 1` })
		.where(eq(pendingSignIn.tokenHash, tokenHash))
		.run();
}

export function deletePending(db: Db, tokenHash: string): void {
	db.delete(pendingSignIn).where(eq(pendingSignIn.tokenHash, tokenHash)).run();
}

/** Those of these regions that ask a second factor of everybody. */
export function regionsAskingAll(db: Db, memberships: readonly Pick<Membership, 'regionId'>[]): Set<number> {
	const ids = [...new Set(memberships.map((one) => one.regionId))];
	if (ids.length === 0) return new Set();
	const asking = and(inArray(region.id, ids), eq(region.secondFactorForAll, true));
	const rows = db.select({ id: region.id }).from(region).where(asking).all();
	return new Set(rows.map((row) => row.id));
}

export function updateSecondFactorForAll(
	db: Db,
	{ region: { id, version } }: Authorized<{ region: { id: number; version: number } }>,
	secondFactorForAll: boolean,
): void {
	db.update(region)
		.set({ secondFactorForAll, version: version + 1 })
		.where(eq(region.id, id))
		.run();
}
