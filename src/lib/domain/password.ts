/**
 * What makes a password good enough: long, and not one that is guessed first. By NIST SP 800-63B and OWASP ASVS 5.0, 6.2:
 * no rules about capitals, digits or signs, and every character counts, also a space.
 */
import { KNOWN_PASSWORDS } from './known-passwords.ts';
import { GUESSED_WORDS, KEY_ROWS } from './password-words.ts';

export const SHORTEST_ALONE = 15;
export const SHORTEST_WITH_SECOND_FACTOR = 12;
export const LONGEST_PASSWORD = 128;

/** Fewer different characters than this is a drum roll. */
const FEWEST_DIFFERENT = 5;
/** What must be left once every part that is guessed first is taken out. */
const FEWEST_OWN = 8;
const SHORTEST_WORD = 4;
const SHORTEST_RUN = 4;

export interface AboutPassword {
	/** Whether this person has a second factor that was proved to work. */
	secondFactor: boolean;
	/** What others know of this person: name, address, organisations, regions. */
	words: readonly string[];
}

/** The password as it is kept and compared: the same letters typed on another keyboard give the same text. */
export function normalizedPassword(password: string): string {
	return password.normalize('NFC');
}

/** A sentence that says what to do, or null when the password is good. Length is counted in characters as people see them. */
export function passwordProblem(password: string, { secondFactor, words }: AboutPassword): string | null {
	const text = normalizedPassword(password);
	const length = [...text].length;
	const shortest = secondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST_ALONE;
	if (length === 0) return 'Vul een wachtwoord in.';
	if (length < shortest)
		return `Gebruik minstens ${shortest} tekens: dit zijn er ${length}. Een zin is makkelijk te onthouden.`;
	if (length > LONGEST_PASSWORD)
		return `Gebruik hoogstens ${LONGEST_PASSWORD} tekens: dit zijn er ${length}.`;
	const plain = text.toLowerCase();
	if (new Set(plain).size < FEWEST_DIFFERENT)
		return `Gebruik meer verschillende tekens: minstens ${FEWEST_DIFFERENT}.`;
	if (isOnePieceRepeated(plain))
		return 'Dit wachtwoord is een herhaling van hetzelfde. Voeg twee of drie andere woorden toe.';
	if (isKnown(plain))
		return 'Dit wachtwoord staat op de lijst die aanvallers het eerst proberen. Kies een ander, bijvoorbeeld een zin van vier losse woorden.';
	return guessedProblem(plain, words);
}

function guessedProblem(plain: string, words: readonly string[]): string | null {
	const own = wordsOf(words);
	if (ownCharacters(plain, own) >= FEWEST_OWN) return null;
	if (ownCharacters(plain, []) >= FEWEST_OWN)
		return 'Dit wachtwoord lijkt te veel op uw naam, e-mailadres, organisatie of regio. Voeg woorden toe die niemand van u verwacht.';
	return 'Dit wachtwoord is makkelijk te raden: het bestaat uit bekende woorden, rijtjes of herhalingen. Voeg twee of drie andere woorden toe.';
}

/** With signs for letters read as letters, and what was only put around it taken off. */
function isKnown(plain: string): boolean {
	const spellings = [plain, asLetters(plain)];
	return spellings.some(
		(one) =>
			KNOWN_PASSWORDS.has(one) ||
			KNOWN_PASSWORDS.has(one.replaceAll(/[^\p{L}\p{N}]/gu, '')) ||
			KNOWN_PASSWORDS.has(lettersBetween(one)),
	);
}

/** From the first letter to the last. */
function lettersBetween(text: string): string {
	const signs = [...text];
	const isLetter = (sign: string) => /\p{L}/u.test(sign);
	return signs.slice(Math.max(0, signs.findIndex(isLetter)), signs.findLastIndex(isLetter) + 1).join('');
}

/** The smaller count of the two readings of the text: as it stands, and with signs for letters read as letters. */
function ownCharacters(plain: string, own: readonly string[]): number {
	return Math.min(...[plain, asLetters(plain)].map((text) => leftOf(text, own)));
}

function isOnePieceRepeated(plain: string): boolean {
	const bare = plain.replaceAll(/[^\p{L}\p{N}]/gu, '');
	// Such a text is found again in two of itself before its own length.
	return bare !== '' && (bare + bare).indexOf(bare, 1) < bare.length;
}

/** Letters and digits, and each sign once: signs are put between and around. Words go first: taking out a repeat would spell "gemeente" with one e. */
function leftOf(text: string, own: readonly string[]): number {
	const words = [...own, ...GUESSED_WORDS].sort((one, other) => other.length - one.length);
	const bare = words.reduce((left, word) => left.replaceAll(word, ' '), text);
	const left = withoutRepeats(withoutRuns(bare.replaceAll(/(?:19|20)\d\d/g, ' ')));
	const signs = new Set(left.replaceAll(/[\s\p{L}\p{N}]/gu, ''));
	return left.replaceAll(/[^\p{L}\p{N}]/gu, '').length + signs.size;
}

/** Digits and signs that stand for a letter. */
const LETTER_OF: Readonly<Record<string, string>> = {
	'0': 'o',
	'1': 'i',
	'3': 'e',
	'4': 'a',
	'5': 's',
	'7': 't',
	'8': 'b',
	'@': 'a',
	$: 's',
	'!': 'i',
	'€': 'e',
};

function asLetters(text: string): string {
	return [...text].map((one) => LETTER_OF[one] ?? one).join('');
}

/** The parts of four letters or more, of names and addresses, also with their accents off. */
function wordsOf(texts: readonly string[]): string[] {
	const parts = texts
		.flatMap((text) => [text, text.normalize('NFD').replaceAll(/\p{M}/gu, '')])
		.flatMap((text) =>
			text
				.normalize('NFC')
				.toLowerCase()
				.split(/[^\p{L}\p{N}]+/u),
		);
	return [...new Set(parts.filter((part) => part.length >= SHORTEST_WORD))];
}

const ROWS = KEY_ROWS.flatMap((row) => [row, [...row].reverse().join('')]);

/** Takes out every stretch of four or more keys that lie beside each other. */
function withoutRuns(text: string): string {
	let left = '';
	for (let at = 0; at < text.length;) {
		const length = runAt(text, at);
		left += length === 0 ? text.charAt(at) : ' ';
		at += Math.max(1, length);
	}
	return left;
}

function runAt(text: string, at: number): number {
	let length = SHORTEST_RUN;
	const isRun = (size: number) =>
		at + size <= text.length && ROWS.some((row) => row.includes(text.slice(at, at + size)));
	if (!isRun(length)) return 0;
	while (isRun(length + 1)) length += 1;
	return length;
}

/** A piece that follows itself counts once: "abcabcabc" is "abc". */
function withoutRepeats(text: string): string {
	const signs = [...text];
	let left = '';
	for (let at = 0; at < signs.length;) {
		const length = repeatAt(signs, at);
		const piece = signs.slice(at, at + Math.max(1, length)).join('');
		left += piece;
		at += Math.max(1, length);
		while (length > 0 && signs.slice(at, at + length).join('') === piece) at += length;
	}
	return left;
}

/** How long the shortest piece is that stands here twice in a row; 0 when there is none. */
function repeatAt(signs: readonly string[], at: number): number {
	const most = Math.floor((signs.length - at) / 2);
	for (let length = 1; length <= most; length += 1) {
		let same = 0;
		while (same < length && signs[at + same] === signs[at + length + same]) same += 1;
		if (same === length) return length;
	}
	return 0;
}
