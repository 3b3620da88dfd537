/**
 * The text over which the hash of a row in the audit trail is taken. It holds the hash of the row before it, so that no
 * row can be changed, taken away or put in between without every later hash being wrong. Pure; docs/logboek.md says the same in Dutch.
 */
import { canonicalJson } from './canonical.ts';

/** Goes up when the text below changes; a row is always checked with the version that it was written in. */
export const CHAIN_VERSION = 1;

/** What stands before the very first row. */
export const CHAIN_START = '0'.repeat(64);

/** A row as it is stored: `before` and `after` are the very text of their JSON, or null. */
export interface ChainRow {
	id: number;
	/** Milliseconds since 1970. */
	at: number;
	actorId: number | null;
	actorName: string;
	regionId: number | null;
	action: string;
	entity: string;
	entityId: string;
	before: string | null;
	after: string | null;
	requestId: string | null;
}

/** What is hashed, as members, whatever else the row holds; `at` is written as an instant in UTC. */
export function chainMembers(previous: string, row: ChainRow) {
	const { id, actorId, actorName, regionId, action, entity, entityId, before, after, requestId } = row;
	return {
		v: CHAIN_VERSION,
		previous,
		id,
		at: new Date(row.at).toISOString(),
		actorId,
		actorName,
		regionId,
		action,
		entity,
		entityId,
		before,
		after,
		requestId,
	};
}

/** Throws on a text with half a character in it; the trail stores only whole ones. */
export function chainText(previous: string, row: ChainRow): string {
	return canonicalJson(chainMembers(previous, row));
}
