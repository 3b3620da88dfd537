/** The words for kinds of organisations. */
import { ORGANISATION_KINDS, type OrganisationKind } from '#lib/domain/organisation.ts';

const KIND_WORD = {
	gemeente: 'Gemeente',
	samenwerkingsverband: 'Samenwerkingsverband',
	leerplicht: 'Leerplicht',
	rmc: 'Regionale meld- en coördinatiefunctie (RMC)',
	ggd: 'GGD',
	mbo: 'Mbo-instelling',
	schoolbestuur: 'Schoolbestuur',
	school: 'School',
	jeugdhulpaanbieder: 'Jeugdhulpaanbieder',
	ouderplatform: 'Ouderplatform',
	overig: 'Andere organisatie',
} as const satisfies Record<OrganisationKind, string>;

/** Kinds as files of regions word them. */
const IMPORTED_KIND_WORD: Record<string, string> = {
	...KIND_WORD,
	swv: 'Samenwerkingsverband',
	rbl: 'Leerplicht',
	organisatie: 'Andere organisatie',
	'school (bao)': 'Basisschool',
	'school (sbo)': 'School voor speciaal basisonderwijs',
	'school (so)': 'School voor speciaal onderwijs',
	'school (vo)': 'School voor voortgezet onderwijs',
	'school (vso)': 'School voor voortgezet speciaal onderwijs',
	'school (praktijkonderwijs)': 'School voor praktijkonderwijs',
};

export const KIND_OPTIONS = ORGANISATION_KINDS.map((value) => ({ value, label: KIND_WORD[value] }));

/** A kind that nobody gave a word yet keeps its own. */
export function kindWord(kind: string): string {
	return IMPORTED_KIND_WORD[kind.toLowerCase()] ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}
