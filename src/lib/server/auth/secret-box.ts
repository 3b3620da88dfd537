/** Keeps secrets in the database unreadable without the key of this server: AES-256-GCM. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretBox } from '../use-case.ts';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;
/** Of 32 bytes by chance about 30 differ; fewer than this never happens by itself. */
const FEWEST_BYTES = 20;

/** `key` is 32 bytes. */
export function secretBox(key: Buffer): SecretBox {
	return {
		seal(text) {
			const nonce = randomBytes(NONCE_BYTES);
			const cipher = createCipheriv(ALGORITHM, key, nonce);
			const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
			return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
		},
		open(text) {
			const bytes = Buffer.from(text, 'base64');
			if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
			const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES));
			decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
			try {
				const plain = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
				return Buffer.concat(plain).toString('utf8');
			} catch {
				return null;
			}
		},
	};
}

/** Null unless the text is 32 bytes in base64 that are not all the same. */
export function parseSecretKey(text: string): Buffer | null {
	if (!/^[A-Za-z0-9+/]{43}=?$/.test(text)) return null;
	const key = Buffer.from(text, 'base64');
	return key.length === KEY_BYTES && isByChance(key) ? key : null;
}

/** A key of few different bytes, or of nothing but letters and digits, was typed or copied from an example. */
function isByChance(key: Buffer): boolean {
	return new Set(key).size >= FEWEST_BYTES && key.some((byte) => byte < 0x20 || byte > 0x7e);
}
