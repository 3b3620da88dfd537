/** Reading one object of an agenda file, member by member: what is wrong is reported with its place, never thrown. */
import { parseDay, type Day } from '#lib/domain/day.ts';

export interface Problem {
	/** As a person reads it: "agenda uw-2019-2022, thema thuiszitters, agendapunt 2". */
	place: string;
	sentence: string;
}

export type Report = (place: string, sentence: string) => void;

/** One object of the file. Reading goes on after a problem, with an empty value, so that all problems come at once. */
export interface Part {
	place: string;
	members: ReadonlyMap<string, unknown>;
	report: Report;
}

/** Null, with a problem, for anything but an object. */
export function partOf(value: unknown, place: string, report: Report): Part | null {
	if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
		return { place, members: new Map<string, unknown>(Object.entries(value)), report };
	}
	report(place, 'Hier hoort een groep gegevens tussen accolades te staan: { … }.');
	return null;
}

/** The object under this name; null when it is not there. */
export function childOf(part: Part, name: string, place = `${part.place}, ${name}`): Part | null {
	const value = part.members.get(name) ?? null;
	return value === null ? null : partOf(value, place, part.report);
}

/** The objects of the list under this name; empty when it is not there. */
export function childrenOf(
	part: Part,
	name: string,
	placeOf: (value: unknown, index: number) => string,
): Part[] {
	return listOf(part, name).flatMap(
		(value, index) => partOf(value, placeOf(value, index), part.report) ?? [],
	);
}

/** No real list is longer; without an end, a huge file would keep the server busy. */
const LONGEST_LIST = 10_000;

export function listOf(part: Part, name: string): unknown[] {
	const value = part.members.get(name) ?? [];
	const isList = Array.isArray(value);
	if (isList && value.length <= LONGEST_LIST) return value;
	const most = LONGEST_LIST.toLocaleString('nl-NL');
	part.report(
		part.place,
		isList
			? `De lijst "${name}" is te lang: maak er hoogstens ${most} van.`
			: `"${name}" moet een lijst zijn: [ … ].`,
	);
	return [];
}

/** Trimmed; '' when it is not there. */
export function textIn(part: Part, name: string, longest: number): string {
	const value = part.members.get(name) ?? '';
	return checkedText(value, part, name, longest);
}

/** Trimmed; reports `missing` when there is no text. */
export function neededText(part: Part, name: string, longest: number, missing: string): string {
	const value = part.members.get(name) ?? '';
	const text = checkedText(value, part, name, longest);
	if (text === '' && typeof value === 'string') part.report(part.place, missing);
	return text;
}

/** The texts of a list; one text without a list is a list of one. Empty texts are left out. */
export function textsIn(part: Part, name: string, longest: number): string[] {
	const value = part.members.get(name);
	const values = typeof value === 'string' ? [value] : listOf(part, name);
	return values.map((one) => checkedText(one ?? '', part, name, longest)).filter((text) => text !== '');
}

// eslint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

function checkedText(value: unknown, part: Part, name: string, longest: number): string {
	if (typeof value !== 'string') {
		part.report(part.place, `"${name}" moet tekst zijn, tussen aanhalingstekens.`);
		return '';
	}
	const text = value.replaceAll('\r\n', '\n').trim();
	if (text.length > longest) {
		part.report(part.place, `De tekst van "${name}" is te lang: maak er hoogstens ${longest} tekens van.`);
	} else if (UNREADABLE.test(text) || !text.isWellFormed()) {
		part.report(part.place, `In "${name}" staat een onleesbaar teken. Typ deze tekst opnieuw.`);
	} else if (text.includes('\ufffd')) {
		part.report(
			part.place,
			`In "${name}" staat een teken dat verloren is gegaan. Sla het bestand op als UTF-8.`,
		);
	}
	return text;
}

/** Part of a URL, so lower case letters, digits and single hyphens; '' with a problem when it is not. */
export function slugIn(part: Part, name: string, longest = 60): string {
	const value = part.members.get(name) ?? '';
	if (isSlug(value) && value.length <= longest) return value;
	const example = 'Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld "stichtse-vecht".';
	const what =
		value === ''
			? `"${name}" ontbreekt.`
			: `"${name}" is niet bruikbaar als adres (hoogstens ${longest} tekens).`;
	part.report(part.place, `${what} ${example}`);
	return '';
}

export function isSlug(value: unknown): value is string {
	return typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);
}

/** Null, with `sentence` as the problem, for anything but a whole number within these bounds. */
export function numberIn(
	part: Part,
	name: string,
	lowest: number,
	highest: number,
	sentence: string,
): number | null {
	const value = part.members.get(name);
	if (typeof value === 'number' && Number.isInteger(value) && value >= lowest && value <= highest)
		return value;
	part.report(part.place, sentence);
	return null;
}

/** Null when it is not there, and with a problem when the day does not exist. */
export function dayIn(part: Part, name: string): Day | null {
	const text = textIn(part, name, 40);
	const day = parseDay(text);
	if (text !== '' && day === null) {
		part.report(part.place, `"${shown(text)}" is geen bestaande datum. Schrijf "${name}" als 2019-04-18.`);
	}
	return day;
}

/** The meaning of a word, or null with a problem that names the words one may choose from. */
export function choiceIn<T>(part: Part, name: string, choices: ReadonlyMap<string, T>): T | null {
	const value = part.members.get(name) ?? '';
	const chosen = typeof value === 'string' ? choices.get(value.trim().toLowerCase()) : undefined;
	if (chosen !== undefined) return chosen;
	const what =
		value === '' ? `"${name}" ontbreekt.` : `"${name}" heeft een onbekende waarde: ${shown(value)}.`;
	part.report(part.place, `${what} Kies uit: ${[...choices.keys()].join(', ')}.`);
	return null;
}

/** A value from the file as it can stand in a sentence: short and on one line. */
export function shown(value: unknown): string {
	if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'een lijst' : 'een groep';
	const line = String(value)
		.toWellFormed()
		.replaceAll(/[\s\p{Cc}]+/gu, ' ')
		.trim();
	return line.length > 60 ? `${line.slice(0, 59).toWellFormed()}…` : line;
}
