/** The one digest of the product: of adoptions, files, copies and tokens. */
import { createHash } from 'node:crypto';

/** SHA-256 in hex; a text counts as its UTF-8 bytes. */
export function sha256(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}
