/** Random tokens for cookies and links. Only their hash is ever stored. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, 43 characters that fit in a URL. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
