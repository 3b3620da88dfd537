/** How an item is named in a URL: the code of its theme and its number in that theme, `thuiszitters-2`. */

export function itemRef(themeCode: string, number: number): string {
	return `${themeCode}-${number}`;
}

/** Null for a text that is not the name of an item. Theme codes may hold hyphens themselves. */
export function parseItemRef(text: string): { themeCode: string; number: number } | null {
	const match = /^([a-z0-9]+(?:-[a-z0-9]+)*)-([1-9]\d{0,3})$/.exec(text);
	return match?.[1] ? { themeCode: match[1], number: Number(match[2]) } : null;
}
