/**
 * Takes signs out of input that nobody can type or see and that cut a text short where it is shown or copied: control signs
 * but for tab and line end, and halves of a pair. An agenda file in JSON is refused for them instead, with their place. Pure.
 */

const SIGNS = /(?![\t\n])[\p{Cc}\p{Cs}]/gu;

/** Line ends become \n, also those of an old Mac. */
export function cleanText(text: string): string {
	return text.replace(/\r\n?/g, '\n').replace(SIGNS, '');
}

/** Every text in it, however deep; what is neither a list nor a plain object, such as the bytes of a file, stays as it is. */
export function cleanInput(input: unknown): unknown {
	if (typeof input === 'string') return cleanText(input);
	if (Array.isArray(input)) return input.map(cleanInput);
	if (!isPlain(input)) return input;
	// Defined and not assigned, so that a member by the name of __proto__ is only a member.
	return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, cleanInput(value)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
