/** The difference between two texts, word by word: what stayed, what was added, what was taken out. */

export interface DiffPart {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** A word with the white space after it, so that the parts put together are the text again. */
export function wordsOf(text: string): string[] {
	return text.match(/\s*\S+(?:\s+$)?/gu) ?? (text === '' ? [] : [text]);
}

/** The pairs of places that a longest common row of words shares, in order. White space does not make a difference. */
export function commonWords(a: readonly string[], b: readonly string[]): [number, number][] {
	const longest = table(a, b);
	const pairs: [number, number][] = [];
	let [i, j] = [0, 0];
	while (i < a.length && j < b.length) {
		if (isSameWord(a[i], b[j])) pairs.push([i++, j++]);
		else if (at(longest, i + 1, j) >= at(longest, i, j + 1)) i += 1;
		else j += 1;
	}
	return pairs;
}

export function isSameWord(a: string | undefined, b: string | undefined): boolean {
	return a?.trim() === b?.trim();
}

/** Per place in both texts how many words the rest has in common. */
function table(a: readonly string[], b: readonly string[]): number[][] {
	const longest = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
	for (let i = a.length - 1; i >= 0; i -= 1) {
		const row = longest[i];
		if (!row) continue;
		for (let j = b.length - 1; j >= 0; j -= 1) {
			row[j] = isSameWord(a[i], b[j])
				? at(longest, i + 1, j + 1) + 1
				: Math.max(at(longest, i + 1, j), at(longest, i, j + 1));
		}
	}
	return longest;
}

const at = (longest: readonly number[][], i: number, j: number) => longest[i]?.[j] ?? 0;

/** In reading order; at one place what was taken out comes before what was added. */
export function wordDiff(before: string, after: string): DiffPart[] {
	const [a, b] = [wordsOf(before), wordsOf(after)];
	const parts: DiffPart[] = [];
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of [...commonWords(a, b), [a.length, b.length] as const]) {
		add(parts, 'removed', a.slice(i, nextI));
		add(parts, 'added', b.slice(j, nextJ));
		add(parts, 'same', b.slice(nextJ, nextJ + 1));
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return parts;
}

function add(parts: DiffPart[], kind: DiffPart['kind'], words: readonly string[]): void {
	if (words.length === 0) return;
	const last = parts.at(-1);
	if (last?.kind === kind) last.text += words.join('');
	else parts.push({ kind, text: words.join('') });
}
