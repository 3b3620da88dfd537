/**
 * Which words two texts have in common, in order. Exact for texts as people write them; of very long ones only what stands
 * between words that occur once in both is compared, so that the time stays within bounds.
 */

/** So many pairs of words take some ten milliseconds; two ordinary texts of 10,000 characters have three million. */
const MOST_PAIRS = 3_500_000;
/** For each part of a text that is too long to compare as a whole. */
const MOST_PAIRS_OF_PART = 250_000;

type Pair = readonly [number, number];
/** From `start` up to `end` in one text. */
interface Part {
	a: Pair;
	b: Pair;
}

/** The pairs of places that a longest common row of words shares, in order. White space does not make a difference. */
export function commonWords(a: readonly string[], b: readonly string[]): Pair[] {
	const numbers = new Map<string, number>();
	const [one, other] = [numbered(a, numbers), numbered(b, numbers)];
	const pairs: Pair[] = [];
	let start = 0;
	while (start < one.length && start < other.length && one[start] === other[start])
		pairs.push([start, start++]);
	const rest: Part = { a: [start, one.length], b: [start, other.length] };
	if (pairsIn(rest) <= MOST_PAIRS) return [...pairs, ...longestIn(one, other, rest)];
	return [...pairs, ...betweenAnchors(one, other, rest)];
}

/** Comparing numbers is much faster than comparing words. */
function numbered(words: readonly string[], numbers: Map<string, number>): Uint32Array {
	return Uint32Array.from(words, (word) => {
		const bare = word.trim();
		const number = numbers.get(bare) ?? numbers.size;
		numbers.set(bare, number);
		return number;
	});
}

const pairsIn = ({ a, b }: Part) => (a[1] - a[0]) * (b[1] - b[0]);

/** What stands between two anchors counts as changed when it is still too long. */
function betweenAnchors(a: Uint32Array, b: Uint32Array, whole: Part): Pair[] {
	const pairs: Pair[] = [];
	let [fromA, fromB] = [whole.a[0], whole.b[0]];
	for (const [atA, atB] of [...anchorsIn(a, b, whole), [whole.a[1], whole.b[1]] as const]) {
		const part: Part = { a: [fromA, atA], b: [fromB, atB] };
		if (pairsIn(part) <= MOST_PAIRS_OF_PART) pairs.push(...longestIn(a, b, part));
		if (atA < whole.a[1]) pairs.push([atA, atB]);
		[fromA, fromB] = [atA + 1, atB + 1];
	}
	return pairs;
}

/** Words that occur once in both texts: the longest row of them that has the same order in both. */
function anchorsIn(a: Uint32Array, b: Uint32Array, { a: [startA, endA], b: [startB, endB] }: Part): Pair[] {
	const placesA = placesOfLoners(a.subarray(startA, endA), startA);
	const placesB = placesOfLoners(b.subarray(startB, endB), startB);
	const both = [...placesA].flatMap(([word, atA]): Pair[] => {
		const atB = placesB.get(word);
		return atB === undefined ? [] : [[atA, atB]];
	});
	return longestRising(both);
}

function placesOfLoners(words: Uint32Array, start: number): Map<number, number> {
	const places = new Map<number, number>();
	const seen = new Set<number>();
	for (const [index, word] of words.entries()) {
		if (seen.has(word)) places.delete(word);
		else places.set(word, start + index);
		seen.add(word);
	}
	return places;
}

/** Of pairs that rise in their first number the longest row that rises in the second as well. */
function longestRising(pairs: readonly Pair[]): Pair[] {
	/** Per length the place of the pair that ends such a row lowest. */
	const ends: number[] = [];
	const before: number[] = [];
	const secondAt = (place: number | undefined) => pairs[place ?? -1]?.[1] ?? -1;
	for (const [place, [, second]] of pairs.entries()) {
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (secondAt(ends[middle]) < second) low = middle + 1;
			else high = middle;
		}
		before.push(ends[low - 1] ?? -1);
		ends[low] = place;
	}
	const row: Pair[] = [];
	for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) {
		const pair = pairs[place];
		if (pair) row.push(pair);
	}
	return row.reverse();
}

/** By the table of how many words the rest of both parts has in common, per place in both. */
function longestIn(a: Uint32Array, b: Uint32Array, { a: [startA, endA], b: [startB, endB] }: Part): Pair[] {
	const width = endB - startB + 1;
	const longest = new Uint32Array((endA - startA + 1) * width);
	const at = (i: number, j: number) => longest[(i - startA) * width + j - startB] ?? 0;
	for (let i = endA - 1; i >= startA; i -= 1) {
		const word = a[i];
		let place = (i - startA + 1) * width - 2;
		for (let j = endB - 1; j >= startB; j -= 1, place -= 1) {
			const below = longest[place + width] ?? 0;
			const right = longest[place + 1] ?? 0;
			if (word === b[j]) longest[place] = (longest[place + width + 1] ?? 0) + 1;
			else longest[place] = below > right ? below : right;
		}
	}
	const pairs: Pair[] = [];
	let [i, j] = [startA, startB];
	while (i < endA && j < endB) {
		if (a[i] === b[j]) pairs.push([i++, j++]);
		else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
		else j += 1;
	}
	return pairs;
}
