/** Two people changed the same text: what both wrote put together, when they did not touch the same words. */
import { commonWords } from './shared-words.ts';
import { wordsOf } from './word-diff.ts';

/** Null when both changed the same place in different ways, so that a person has to choose. */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
	if (mine === theirs || theirs === base) return mine;
	if (mine === base) return theirs;
	const [origin, a, b] = [wordsOf(base), wordsOf(mine), wordsOf(theirs)];
	const inMine = new Map(commonWords(origin, a));
	const inTheirs = new Map(commonWords(origin, b));
	const merged: string[] = [];
	let [from, fromA, fromB] = [0, 0, 0];
	for (let place = 0; place <= origin.length; place += 1) {
		const isEnd = place === origin.length;
		const placeA = isEnd ? a.length : inMine.get(place);
		const placeB = isEnd ? b.length : inTheirs.get(place);
		if (placeA === undefined || placeB === undefined) continue;
		const chunk = mergeChunk(origin.slice(from, place), a.slice(fromA, placeA), b.slice(fromB, placeB));
		if (chunk === null) return null;
		merged.push(...chunk, ...(isEnd ? [] : [origin[place] ?? '']));
		[from, fromA, fromB] = [place + 1, placeA + 1, placeB + 1];
	}
	return merged.join('').trim();
}

function mergeChunk(base: string[], mine: string[], theirs: string[]): string[] | null {
	const [text, one, other] = [base, mine, theirs].map((words) => words.join('').trim());
	if (one === other || other === text) return mine;
	return one === text ? theirs : null;
}
