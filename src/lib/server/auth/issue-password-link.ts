/** One-time links to set a password: single use, kept as a hash, for a week or, after a forgotten password, an hour. */
import type { PasswordLinkPurpose } from '#lib/domain/sign-in.ts';
import type { Db } from '../db/open.ts';
import { insertLink, voidLinks } from './auth.repo.ts';
import { hashToken, newToken } from './tokens.ts';

const HOUR = 3_600_000;
const VALID_FOR = {
	invitation: 7 * 24 * HOUR,
	reset: HOUR,
} as const satisfies Record<PasswordLinkPurpose, number>;

/** The path of the link. It cannot be shown again later. Other links of this person keep working until one is used. */
export function issuePasswordLink(
	db: Db,
	userId: number,
	now: Date,
	purpose: PasswordLinkPurpose = 'invitation',
): string {
	const token = newToken();
	const expiresAt = new Date(now.getTime() + VALID_FOR[purpose]);
	insertLink(db, { tokenHash: hashToken(token), userId, purpose, expiresAt, now });
	return `/wachtwoord/${token}`;
}

/** From now on no link of this person works. Gives how many there were. */
export function voidPasswordLinks(db: Db, userId: number, now: Date): number {
	return voidLinks(db, userId, now);
}
