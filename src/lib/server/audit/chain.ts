/** The chain of the audit trail: the hash of the next row, and walking all rows to see whether they still fit. */
import { CHAIN_START, chainText, type ChainRow } from '#lib/domain/audit-chain.ts';
import { sha256 } from '../sha256.ts';

/** The last row of a trail: what an administrator can write down, so that a trail that was cut short is noticed. */
export interface Stamp {
	id: number;
	hash: string;
}

export interface StoredRow extends ChainRow {
	/** Null in rows from before the chain began. */
	hash: string | null;
}

export interface ChainCheck {
	/** How many rows were looked at. */
	rows: number;
	/** Null for a trail without a row that has a hash. */
	last: Stamp | null;
	/** The first row that does not fit. */
	broken: BrokenRow | null;
	/** Stamps of earlier that this trail does not have: rows after them, or they themselves, were taken away or changed. */
	lost: Stamp[];
	/** How many rows there were according to the counter of the database, when that is more than there are now. */
	cutFrom: number | null;
}

export interface BrokenRow {
	id: number;
	at: number;
	action: string;
	reason: 'changed' | 'without-hash' | 'out-of-order';
}

/** In hex. */
export function hashAfter(previous: string, row: ChainRow): string {
	return sha256(chainText(previous, row));
}

/**
 * The hash on which the first chained row builds: that of the rows from before, chained in the same way without ever having
 * been stored.
 */
export function hashOverAll(rows: Iterable<ChainRow>): string {
	let hash = CHAIN_START;
	for (const row of rows) hash = hashAfter(hash, row);
	return hash;
}

/**
 * Walks the rows in the order of their ids, one at a time. `counted` is the highest id that the database ever gave out. Stops
 * at the first row that does not fit: every row after that one says nothing.
 */
export function checkChain(rows: Iterable<StoredRow>, stamps: readonly Stamp[], counted: number): ChainCheck {
	const expected = new Map(stamps.map((stamp) => [stamp.id, stamp.hash]));
	const check: ChainCheck = { rows: 0, last: null, broken: null, lost: [], cutFrom: null };
	let [previous, lastId] = [CHAIN_START, 0];
	const seen = new Set<number>();
	for (const { hash, ...row } of rows) {
		check.rows += 1;
		const computed = hashOrNull(previous, row);
		const reason = faultOf({ hash, computed, isAfter: row.id > lastId, isChained: check.last !== null });
		if (reason !== null) {
			check.broken = { id: row.id, at: row.at, action: row.action, reason };
			break;
		}
		if (expected.get(row.id) === hash) seen.add(row.id);
		if (hash !== null) check.last = { id: row.id, hash };
		[previous, lastId] = [computed ?? previous, row.id];
	}
	check.lost = stamps.filter((stamp) => !seen.has(stamp.id) && !isBehind(check.broken, stamp));
	if (check.broken === null && counted > lastId) check.cutFrom = counted;
	return check;
}

/** Null for a row that no program of ours wrote: its text or its instant has no place in the chain. */
function hashOrNull(previous: string, row: ChainRow): string | null {
	try {
		return hashAfter(previous, row);
	} catch (failure) {
		if (failure instanceof RangeError || failure instanceof TypeError) return null;
		throw failure;
	}
}

function faultOf(at: {
	hash: string | null;
	computed: string | null;
	isAfter: boolean;
	isChained: boolean;
}): BrokenRow['reason'] | null {
	if (!at.isAfter) return 'out-of-order';
	if (at.hash === null) return at.isChained ? 'without-hash' : null;
	return at.hash === at.computed ? null : 'changed';
}

/** What stands behind a broken row was not looked at. */
const isBehind = (broken: BrokenRow | null, stamp: Stamp) => broken !== null && stamp.id >= broken.id;
