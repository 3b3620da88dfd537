/** What the kinds of organisations are called: those to choose from, and those that an import brings in codes. */

const KIND_WORD: Record<string, string> = {
	gemeente: 'Gemeente',
	samenwerkingsverband: 'Samenwerkingsverband',
	leerplicht: 'Leerplicht',
	ggd: 'GGD',
	mbo: 'Mbo-instelling',
	schoolbestuur: 'Schoolbestuur',
	jeugdhulpaanbieder: 'Jeugdhulpaanbieder',
	overig: 'Andere organisatie',
};

/** To choose from. */
export const KIND_OPTIONS = Object.entries(KIND_WORD).map(([value, label]) => ({
	value,
	label,
}));

/** Kinds that only come with an import, written in codes: "rmc", "school (bao)". */
const IMPORTED_KIND_WORD: Record<string, string> = {
	swv: 'Samenwerkingsverband',
	rmc: 'RMC (regionale meld- en coördinatiefunctie)',
	'school (bao)': 'School voor basisonderwijs',
	'school (sbo)': 'School voor speciaal basisonderwijs',
	'school (so)': 'School voor speciaal onderwijs',
	'school (vso)': 'School voor voortgezet speciaal onderwijs',
	'school (vo)': 'School voor voortgezet onderwijs',
	'school (praktijkonderwijs)': 'School voor praktijkonderwijs',
};

/** A kind that came with an import and is no code keeps its own word. */
export function kindWord(kind: string): string {
	const known = KIND_WORD[kind] ?? IMPORTED_KIND_WORD[kind.toLowerCase()];
	return known ?? kind.charAt(0).toUpperCase() + kind.slice(1);
}
