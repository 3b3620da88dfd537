/** What a person meant with the text of one cell: a level, a number, a cross, or nothing at all. */
import type { ItemKind, Level } from '#lib/domain/level.ts';
import { simplified } from './columns.ts';

const NOTHING = /^(-+|–|—|―|\.+|…|\?|n\.?\s?v\.?\s?t\.?|nvt|niet van toepassing|onbekend|geen|leeg)$/i;

/** A cell that says that there is no answer: empty, "--", "n.v.t.". Never 0, never a level. */
export function isNoAnswer(text: string): boolean {
	const trimmed = text.trim();
	return trimmed === '' || NOTHING.test(trimmed);
}

const LEVEL_WORDS: Record<string, Level> = {
	rood: 'rood',
	r: 'rood',
	oranje: 'oranje',
	o: 'oranje',
	groen: 'groen',
	g: 'groen',
	lichtgroen: 'groen',
	'licht groen': 'groen',
	donkergroen: 'donkergroen',
	'donker groen': 'donkergroen',
	d: 'donkergroen',
	dg: 'donkergroen',
};
/** Words for an end goal that has been reached; a doorlopend item has no donkergroen. */
const REACHED = [
	'behaald',
	'bereikt',
	'doel behaald',
	'doel bereikt',
	'einddoel behaald',
	'einddoel bereikt',
];
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const WITH_NOTE = new RegExp(`^(.*\\p{L})(?:\\d{1,2}|\\s?\\(\\d{1,2}\\)|[${SUPERSCRIPTS}]+)$`, 'su');

export interface LevelWord {
	level: Level;
	/** A footnote number stood against the word, such as "groen2". */
	isGlued: boolean;
	/** The word is not the name of a level, such as "behaald". */
	isOtherWord: boolean;
}

/** Null when the text is no word for a level. */
export function readLevelWord(text: string, kind: ItemKind): LevelWord | null {
	const bare = withoutNote(text);
	const words = simplified(bare ?? text).replace(/^(status|niveau) /, '');
	const isGlued = bare !== null;
	const level = LEVEL_WORDS[words];
	if (level) return { level, isGlued, isOtherWord: false };
	if (!REACHED.includes(words)) return null;
	return { level: kind === 'ongoing' ? 'groen' : 'donkergroen', isGlued, isOtherWord: true };
}

/** The text before a footnote number that stands against a word ("groen2", "groen²"); null when there is none. */
export function withoutNote(text: string): string | null {
	const match = WITH_NOTE.exec(text.trim());
	return match?.[1] ?? null;
}

export interface NumberCell {
	number: number | null;
	/** A footnote number probably stood against it: "1418" where 14 was expected. */
	isGlued: boolean;
}

/** `expected` is the number after the one above. "2.3" is item 3 of thema 2; a number is 1 to 9999. */
export function readNumber(text: string, expected: number): NumberCell {
	const match = /^(?:nr\.?\s*)?(?:\d{1,2}\.)?(\d{1,6})\s*[.):]?$/i.exec(text.trim());
	const noted = new RegExp(`^(\\d{1,4})[${SUPERSCRIPTS}]+$`).exec(text.trim());
	if (noted) return { number: Number(noted[1]), isGlued: true };
	if (!match) return { number: null, isGlued: false };
	const number = Number(match[1]);
	const isGlued = number > 99 && number !== expected && String(number).startsWith(String(expected));
	if (isGlued) return { number: expected, isGlued };
	return { number: number >= 1 && number <= 9999 ? number : null, isGlued: false };
}

const CROSS = /^(x|xx|v|ja|j|✓|✔|☑|☒|✗|✘|●|■|•|⬤|█|🗸)$/iu;
const EMPTY_BOX = /^(☐|□|○|nee|n)$/iu;

export function isCross(text: string): boolean {
	return CROSS.test(text.trim());
}

export function isEmptyBox(text: string): boolean {
	return isNoAnswer(text) || EMPTY_BOX.test(text.trim());
}

/** Takes off the one apostrophe that our exports put before a text that a spreadsheet would calculate. */
export function withoutGuard(text: string): string {
	return /^'+[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? text.slice(1) : text;
}
