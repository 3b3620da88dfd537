/** Abbreviations that documents explain: those that really stand in them. */

export interface Abbreviation {
	short: string;
	meaning: string;
}

/**
 * Those of `all` that stand in one of the texts as a word of their own, in alphabetical order. A longer one comes first:
 * "SWV VO" is not also an "SWV". Capitals count, since "pro" is no "Pro".
 */
export function usedAbbreviations(all: readonly Abbreviation[], texts: Iterable<string>): Abbreviation[] {
	const longestFirst = all
		.map(({ short }) => short)
		.filter((short) => short !== '')
		.sort((a, b) => b.length - a.length);
	if (longestFirst.length === 0) return [];
	const words = new RegExp(
		`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
		'gu',
	);
	const found = new Set<string>();
	for (const text of texts) for (const [short] of text.matchAll(words)) found.add(short);
	return all.filter(({ short }) => found.has(short)).sort((a, b) => order(a.short, b.short));
}

/** All texts in a view, however deep; names of members are none. */
export function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The same on every machine, whatever language it speaks. */
function order(a: string, b: string): number {
	const [one, other] = [a.toLowerCase(), b.toLowerCase()];
	return one < other ? -1 : one > other ? 1 : 0;
}

const escaped = (short: string) => short.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
