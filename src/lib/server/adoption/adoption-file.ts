/** The file of an adoption: the exact bytes that were hashed, and beside them what a correctie added, each with a hash of its own. Pure. */
import { canonicalJson } from '#lib/domain/canonical.ts';
import type { AdoptionPage } from './view-adoption.ts';

export const SNAPSHOT_PART = 'vaststelling';

/**
 * Without added meetings always the snapshot itself. With them one object that holds it byte for byte, since a canonical
 * text stays the same inside another one; `part` then asks for the snapshot alone, or for an added meeting by its number.
 */
export function adoptionFile(
	{ text, hash, added }: Pick<AdoptionPage, 'text' | 'hash' | 'added'>,
	part: string | null,
): string {
	if (added.length === 0 || part === SNAPSHOT_PART) return text;
	const asked = added[Number(part) - 1];
	if (asked) return asked.text;
	return canonicalJson({
		snapshot: parsed(text),
		hash,
		addedMeetings: added.map(({ text: own, hash: ownHash, reason, author, on }) => ({
			meeting: parsed(own),
			hash: ownHash,
			reason,
			author,
			on,
		})),
	});
}

function parsed(text: string): unknown {
	return JSON.parse(text);
}
