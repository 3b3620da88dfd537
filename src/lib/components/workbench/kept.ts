/** Text that the server does not have yet, kept in the browser under whose it is. Pure but for the store it is given. */
import type { Values } from './saver.ts';

export interface Kept {
	/** The version that the text was based on. */
	version: number;
	values: Values;
}

/** What localStorage offers. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export function keptKey(place: { userId: number; round: string }, item: string): string {
	return `werkblad:${place.userId}:${place.round}:${item}`;
}

/** Of which items the browser holds text of this person, and of nobody else: `keys` are all that it holds. */
export function keptPlaces(keys: readonly string[], userId: number): { round: string; item: string }[] {
	return keys.flatMap((key) => {
		const [app, user, round, item, ...rest] = key.split(':');
		const isOwn = app === 'werkblad' && user === String(userId) && rest.length === 0;
		return isOwn && round && item ? [{ round, item }] : [];
	});
}

/** Answers whether the browser really keeps it: it may be full, or forbidden to. */
export function keep(store: Store | null, key: string, kept: Kept): boolean {
	try {
		store?.setItem(key, JSON.stringify(kept));
	} catch {
		return false;
	}
	return store !== null;
}

export function forget(store: Store | null, key: string): void {
	store?.removeItem(key);
}

/** Null when nothing is kept, or something that is no text of a status. */
export function readKept(store: Store | null, key: string): Kept | null {
	const text = store?.getItem(key) ?? null;
	return text === null ? null : parseKept(text);
}

function parseKept(text: string): Kept | null {
	try {
		const read: unknown = JSON.parse(text);
		return isKept(read) ? read : null;
	} catch {
		return null;
	}
}

function isKept(read: unknown): read is Kept {
	if (typeof read !== 'object' || read === null || !('version' in read) || !('values' in read)) return false;
	const { version, values } = read;
	if (!Number.isInteger(version) || typeof values !== 'object' || values === null) return false;
	return Object.values(values).every((value) => typeof value === 'string');
}
