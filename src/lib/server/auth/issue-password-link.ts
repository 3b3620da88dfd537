/** One-time links to set a password: seven days, single use, kept as a hash. */
import type { Db } from '../db/open.ts';
import { insertLink } from './auth.repo.ts';
import { hashToken, newToken } from './tokens.ts';

const VALID_DAYS = 7;

/** The path of the link. It cannot be shown again later. */
export function issuePasswordLink(db: Db, userId: number, now: Date): string {
	const token = newToken();
	const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000);
	insertLink(db, { tokenHash: hashToken(token), userId, expiresAt, now });
	return `/wachtwoord/${token}`;
}
