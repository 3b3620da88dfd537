/** Moving one thing in a list that people put in order. */

/** The list with the thing at `from` moved to `to`; a place outside the list becomes the nearest end. Null: nothing moves. */
export function moveTo<T>(list: readonly T[], from: number, to: number): T[] | null {
	const target = Math.max(0, Math.min(to, list.length - 1));
	if (from === target || from < 0 || from >= list.length) return null;
	const rest = list.toSpliced(from, 1);
	return rest.toSpliced(target, 0, ...list.slice(from, from + 1));
}
