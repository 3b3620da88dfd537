/** One text for one value: the JSON Canonicalization Scheme (RFC 8785), so that equal facts give an equal hash. */

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/**
 * Throws on what the scheme has no text for: a number that JSON cannot hold, and a string with half a character.
 * Undefined members are left out, as JSON does.
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === 'boolean') return JSON.stringify(value);
	if (typeof value === 'string') return textOf(value);
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) throw new RangeError('A number in a snapshot must be finite');
		return JSON.stringify(value);
	}
	if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`;
	if (typeof value !== 'object') throw new TypeError(`A ${typeof value} has no place in a snapshot`);
	const members = Object.entries(value)
		.filter(([, member]) => member !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([key, member]) => `${textOf(key)}:${canonicalJson(member)}`);
	return `{${members.join(',')}}`;
}

function textOf(value: string): string {
	if (!value.isWellFormed()) throw new RangeError('A text in a snapshot must hold whole characters');
	return JSON.stringify(value);
}
