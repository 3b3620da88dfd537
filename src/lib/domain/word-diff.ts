/** The difference between two texts, word by word: what stayed, what was added, what was taken out. */
import { commonWords } from './shared-words.ts';

export interface DiffPart {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** A word with the white space before it, so that the parts put together are the text again. */
export function wordsOf(text: string): string[] {
	const words = text === '' ? [] : text.split(/(?<=\S)(?=\s)/u);
	const last = words.at(-1);
	if (last?.trim() === '' && words.length > 1) words.splice(-2, 2, `${words.at(-2) ?? ''}${last}`);
	return words;
}

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
