/** Random tokens for cookies and links. Only their hash is ever stored. */
import { randomBytes } from 'node:crypto';
import { sha256 } from '../sha256.ts';

/** 256 bits, 43 characters that fit in a URL. */
export function newToken(): string {
	return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): string {
	return sha256(token);
}
