/** Looking a word of an address up in a table: `constructor` and `__proto__` stand in every object, and are no words of ours. */
export function lookUp<T>(
	table: Readonly<Record<string, T>>,
	word: string | null | undefined,
): T | undefined {
	return word !== null && word !== undefined && Object.hasOwn(table, word) ? table[word] : undefined;
}

/** Whether every object has something by this name, so that a table that others look up in would find it. */
export function isBuiltInName(word: string): boolean {
	return word in Object.prototype;
}
