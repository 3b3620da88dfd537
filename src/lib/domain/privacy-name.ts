/**
 * What looks like the name of a person: a given name, initials with a surname, or a form of address with a name. It reads
 * the words of a text once, from left to right, and looks only a few words ahead, so the time grows with the text alone.
 */
import { CLEAR_GIVEN_NAMES, GIVEN_NAMES } from './given-names.ts';
import { NAMED_AFTER, NO_SURNAME, PLACE_ENDING } from './not-a-person.ts';
import type { Span } from './privacy-span.ts';

interface Word extends Span {
	text: string;
	/** In small letters. */
	low: string;
	/** What stands between the word before and this one; longer than it matters it is cut. */
	gap: string;
	/** Whether it is the first on its line. */
	isFirst: boolean;
	/** The character right behind it. */
	next: string;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:[’'‘-]\p{L}[\p{L}\p{M}]*)*/gu;
const PARTICLES = new Set(
	"van von de der den het ’t 't ten ter te el al la le du op in da dos bin ben ait aït ould st".split(' '),
);
/** With a point or without. */
const TITLES = new Set(
	'mevrouw mevr mw dhr meneer mijnheer heer drs dr ir ing prof juf juffrouw meester familie fam'.split(' '),
);
/** Also ordinary words: only right before a name that begins with a capital, within a sentence. */
const NEEDS_POINT = new Set('ing ir dr drs prof mw fam'.split(' '));
/** A letter after one of these is a label: "optie A. Scholen", "bijlage B. Gemeenten". */
const LABELS = new Set(
	'optie thema bijlage deel onderdeel scenario variant categorie groep locatie lijn fase cluster plan route type punt vitamine'.split(
		' ',
	),
);
const MOST_INITIALS = 5;
const MOST_PARTICLES = 3;
const MOST_GIVEN = 3;

export function findNames(text: string): Span[] {
	const words = wordsOf(text);
	const found: Span[] = [];
	let at = 0;
	while (at < words.length) {
		const last = addressed(words, at) ?? initialled(words, at) ?? given(words, at);
		const [first, end] = [words[at], last === null ? undefined : words[last]];
		if (first && end && last !== null) {
			found.push({ start: first.start, end: end.end });
			at = last + 1;
		} else at = isNamedAfter(words, at) ? endOfNameAt(words, at) + 1 : at + 1;
	}
	return found;
}

function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	let reached = 0;
	for (const { 0: word, index } of text.matchAll(WORD)) {
		const between = text.slice(reached, index);
		const line = between.lastIndexOf('\n');
		const isFirst = (words.length === 0 || line >= 0) && between.slice(line + 1).trim() === '';
		const end = index + word.length;
		words.push({
			text: word,
			low: word.toLowerCase(),
			gap: between.slice(0, 4),
			isFirst,
			start: index,
			end,
			next: text.charAt(end),
		});
		reached = end;
	}
	return words;
}

/** Each answers the place of the last word of the name, or null. */
type Finder = (words: readonly Word[], at: number) => number | null;

/** "mevrouw Jansen", "dhr. K. Yılmaz", "de heer Van", "familie El Amrani". */
const addressed: Finder = (words, at) => {
	const word = words[at];
	const article = word?.low === 'de' && words[at + 1]?.low === 'heer' ? 1 : 0;
	const title = words[at + article];
	if (!title || !TITLES.has(title.low) || (title.low === 'heer' && article === 0)) return null;
	if (NEEDS_POINT.has(title.low) && title.next !== '.') return null;
	return behind(words, initialsEnd(words, at + article + 1), title.next === '.');
};

/** "J. de Vries", "M.J.C. van den Berg"; a single letter may also be a label or the end of a sentence. */
const initialled: Finder = (words, at) => {
	const end = initialsEnd(words, at);
	if (end === at || isPartOfWord(words[at])) return null;
	const last = behind(words, end, true);
	if (last === null) return null;
	if (end - at > 1 || last > end) return last;
	const [word, name, before] = [words[at], words[last], words[at - 1]];
	if (!word || !name || word.isFirst || NO_SURNAME.has(name.low)) return null;
	return before && LABELS.has(before.low) && before.end + 1 === word.start ? null : last;
};

/** "Jan de Vries", "Fatima El Amrani", "Anne-Marie Bos", and a clear given name alone. */
const given: Finder = (words, at) => {
	if (!isGiven(words[at]) || isPartOfWord(words[at]) || isNamedAfter(words, at)) return null;
	let end = at;
	while (end - at < MOST_GIVEN - 1 && isGiven(words[end + 1]) && words[end + 1]?.gap === ' ') end += 1;
	const full = behind(words, initialsEnd(words, end + 1), false);
	if (full !== null && !NO_SURNAME.has(words[full]?.low ?? '')) return full;
	if (leadsToPlace(words, end)) return null;
	const isClear = words
		.slice(at, end + 1)
		.some((word) => namePartsOf(word).some((part) => CLEAR_GIVEN_NAMES.has(part)));
	return isClear || end > at ? end : null;
};

/** From the first word of the surname with its particles: the place of its last word. Null when no surname stands there. */
function behind(words: readonly Word[], from: number, afterPoint: boolean): number | null {
	let at = from;
	const mayJoin = (word: Word | undefined, isStart: boolean) =>
		word?.gap === ' ' || (isStart && afterPoint && (word?.gap === '. ' || word?.gap === '.'));
	const isStartOf = (place: number) => place === from;
	while (at - from < MOST_PARTICLES && PARTICLES.has(words[at]?.low ?? '')) {
		if (!mayJoin(words[at], isStartOf(at))) return null;
		// "de heer Van is gesproken": a particle with a capital that nothing follows is the name itself.
		const following = words[at + 1];
		if (
			isCapital(words[at]) &&
			!(following?.gap === ' ' && (isCapital(following) || PARTICLES.has(following.low)))
		)
			return at;
		at += 1;
	}
	const surname = words[at];
	const joins = initialsBefore(words, at)
		? mayJoin(surname, true) || surname?.gap === '. ' || surname?.gap === '.'
		: mayJoin(surname, isStartOf(at));
	if (!surname || !joins || !isCapital(surname) || surname.text.length < 2) return null;
	return isPlace(words, at) ? null : at;
}

/** The place behind the initials that begin here; `at` itself when none do. */
function initialsEnd(words: readonly Word[], at: number): number {
	let end = at;
	while (end - at < MOST_INITIALS && isInitial(words[end])) {
		if (end > at && words[end]?.gap !== '.' && words[end]?.gap !== '. ') break;
		end += 1;
	}
	return end;
}

function initialsBefore(words: readonly Word[], at: number): boolean {
	return isInitial(words[at - 1]);
}

function isInitial(word: Word | undefined): boolean {
	return word !== undefined && word.next === '.' && /^\p{Lu}$/u.test(word.text);
}

/** Not all in capitals: those are abbreviations. */
function isCapital(word: Word | undefined): boolean {
	return (
		word !== undefined &&
		/^\p{Lu}/u.test(word.text) &&
		(word.text.length < 2 || word.text !== word.text.toUpperCase())
	);
}

function namePartsOf(word: Word): string[] {
	return GIVEN_NAMES.has(word.low) ? [word.low] : word.low.split('-');
}

function isGiven(word: Word | undefined): boolean {
	return isCapital(word) && word !== undefined && namePartsOf(word).every((part) => GIVEN_NAMES.has(part));
}

/** Behind a digit, or in an address such as "www.anna.nl". */
function isPartOfWord(word: Word | undefined): boolean {
	return word !== undefined && /[\d@/_.]$/u.test(word.gap) && !/\s/u.test(word.gap);
}

function isNamedAfter(words: readonly Word[], at: number): boolean {
	const [before, word] = [words[at - 1], words[at]];
	if (!before || !word || (word.gap !== ' ' && word.gap !== '. ')) return false;
	return NAMED_AFTER.has(before.low) && (word.gap === ' ' || before.low === 'st');
}

/** The last of the words that belong to a name which begins here; what is named after a person is passed over whole. */
function endOfNameAt(words: readonly Word[], at: number): number {
	let end = at;
	while (end - at <= MOST_GIVEN + MOST_PARTICLES && words[end + 1]?.gap === ' ' && isInName(words[end + 1]))
		end += 1;
	return end;
}

function isInName(word: Word | undefined): boolean {
	return word !== undefined && (isCapital(word) || PARTICLES.has(word.low));
}

/** "Willem de Zwijgerlaan", "Anna van Rijn College". */
function leadsToPlace(words: readonly Word[], at: number): boolean {
	return words.slice(at, endOfNameAt(words, at) + 1).some((word) => PLACE_ENDING.test(word.text));
}

function isPlace(words: readonly Word[], at: number): boolean {
	const [word, following] = [words[at], words[at + 1]];
	if (!word || PLACE_ENDING.test(word.text)) return true;
	return following?.gap === ' ' && PLACE_ENDING.test(following.text) && !PARTICLES.has(following.low);
}
