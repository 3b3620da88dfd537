/**
 * Finds in a text what may be about one child or one person (product rule 9): a small count of children, a name with
 * initials, a BSN, a birth date, an e-mail address. It warns; a person decides.
 */
import { findBirthDates } from './privacy-birth-date.ts';
import { findSmallCounts } from './privacy-count.ts';
import { findNames } from './privacy-name.ts';
import { spansOf, type Span } from './privacy-span.ts';

export const PRIVACY_KINDS = ['count', 'name', 'bsn', 'birth-date', 'email'] as const;
export type PrivacyKind = (typeof PRIVACY_KINDS)[number];

export interface PrivacySpot extends Span {
	kind: PrivacyKind;
}

/** In the order of the text, without overlap. `startYear` is that of the agenda: bare dates are held against it. */
export function guardText(text: string, startYear: number): PrivacySpot[] {
	const found = {
		email: findAddresses(text),
		bsn: findCitizenNumbers(text),
		'birth-date': findBirthDates(text, startYear),
		name: findNames(text),
		count: findSmallCounts(text),
	} satisfies Record<PrivacyKind, Span[]>;
	const spots = PRIVACY_KINDS.flatMap((kind) => found[kind].map((span) => ({ ...span, kind })));
	spots.sort((a, b) => a.start - b.start || b.end - a.end);
	let reached = 0;
	return spots.filter(({ start, end }) => {
		if (start < reached) return false;
		reached = end;
		return true;
	});
}

const LONGEST_LOCAL_PART = 64;
const LONGEST_HOST = 255;

/** Around every @: a run of letters is read once, however long it is. */
function findAddresses(text: string): Span[] {
	const spans: Span[] = [];
	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
		const local = localPartBefore(text, at);
		const host = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u.exec(text.slice(at + 1, at + 1 + LONGEST_HOST))?.[0] ?? '';
		if (local && host) spans.push({ start: at - local.length, end: at + 1 + host.length });
	}
	return spans;
}

/** Begins with a letter or digit; empty when nothing before the @ can be a name. */
function localPartBefore(text: string, at: number): string {
	let start = at;
	while (start > Math.max(0, at - LONGEST_LOCAL_PART) && /[\p{L}\d._%+-]/u.test(text[start - 1] ?? ''))
		start -= 1;
	return text.slice(start, at).replace(/^[._%+-]+/u, '');
}

/** Nine digits, or groups of two to four with one kind of separator between them. */
const NINE_DIGITS =
	/(?<![\d+€/-]|[\d€][ .,]|\+\d{1,2} )(?:\d{9}|\d{2,4}([ .])\d{2,4}\1\d{2,4})(?![\d/-]|[.,]\d| ?euro)/gu;

/** A citizen service number has nine digits that pass the eleven-check. */
function findCitizenNumbers(text: string): Span[] {
	return spansOf(text, NINE_DIGITS, ([digits]) => passesElevenCheck(digits.replaceAll(/\D/g, '')));
}

function passesElevenCheck(digits: string): boolean {
	if (digits.length !== 9 || Number(digits) === 0) return false;
	const weighed = [...digits].map((digit, index) => Number(digit) * (index === 8 ? -1 : 9 - index));
	return weighed.reduce((sum, one) => sum + one, 0) % 11 === 0;
}
