/** Organisations in a region: which kinds there are, what a name says about its kind, and who may change what of one. */
import { isMunicipalityName } from './municipality-names.ts';

/** In the words of the agenda files, so that imported and added organisations are of one kind. */
export const ORGANISATION_KINDS = [
	'gemeente',
	'samenwerkingsverband',
	'leerplicht',
	'rmc',
	'ggd',
	'mbo',
	'schoolbestuur',
	'school',
	'jeugdhulpaanbieder',
	'ouderplatform',
	'overig',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export function isOrganisationKind(text: unknown): text is OrganisationKind {
	return ORGANISATION_KINDS.some((kind) => kind === text);
}

/** In this order: a name that holds two of these words is of the first kind. */
const KIND_BY_WORD: readonly (readonly [OrganisationKind, readonly string[]])[] = [
	['gemeente', ['gemeente']],
	['samenwerkingsverband', ['swv', 'samenwerkingsverband']],
	['leerplicht', ['rbl', 'leerplicht', 'leerlingzaken']],
	['rmc', ['rmc']],
	['ggd', ['ggd', 'gezondheidsdienst', 'jgz']],
	['mbo', ['mbo', 'roc', 'aoc']],
	['schoolbestuur', ['schoolbestuur', 'schoolbesturen', 'scholengroep', 'onderwijsstichting']],
	['school', ['school', 'college', 'lyceum', 'obs', 'cbs', 'sbo', 'vso', 'praktijkonderwijs']],
	['jeugdhulpaanbieder', ['jeugdhulp', 'jeugdzorg', 'jeugdteam', 'jeugdbescherming']],
	['ouderplatform', ['ouderplatform', 'oudervereniging', 'ouders']],
];

/** What the name says it is; `overig` when it says nothing. A guess, to be shown before it is used. */
export function guessKind(name: string): OrganisationKind {
	const words = wordsOf(name);
	const isIn = (part: string) =>
		words.some((word) => word === part || (part.length > 5 && word.includes(part)));
	const found = KIND_BY_WORD.find(([, parts]) => parts.some(isIn));
	if (found) return found[0];
	return isMunicipalityName(name) ? 'gemeente' : 'overig';
}

function wordsOf(name: string): string[] {
	return name
		.toLowerCase()
		.split(/[^\p{L}\d]/u)
		.filter((word) => word !== '');
}

/** How names are compared: without capitals, double spaces and the word gemeente in front. */
export function nameKey(name: string): string {
	return name
		.trim()
		.toLowerCase()
		.split(/\s/)
		.filter((word) => word !== '')
		.join(' ')
		.replace(/^gemeente /, '');
}

/**
 * Who may change the official name, kind and code of an organisation: the beheerder of the one region that has it, and only
 * the platformbeheerder once more than one row points to it. What a region itself calls it stays that region's.
 */
export function bodyKeeper(rows: number): 'region' | 'platform' {
	return rows > 1 ? 'platform' : 'region';
}

/** Why an organisation cannot take this name from this day, or end on it: a day that is still to come changes nothing now. */
export function isInFuture(day: string, today: string): boolean {
	return day > today;
}
