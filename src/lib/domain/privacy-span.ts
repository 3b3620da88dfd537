/** Places in a text. */

/** From `start` up to and not including `end`, in UTF-16 units. */
export interface Span {
	start: number;
	end: number;
}

/** Every match as a span; `keep` may still refuse one. */
export function spansOf(
	text: string,
	pattern: RegExp,
	keep: (match: RegExpExecArray) => boolean = () => true,
): Span[] {
	return [...text.matchAll(pattern)]
		.filter(keep)
		.map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
