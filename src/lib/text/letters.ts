/** Dutch words for letters to the gemeenteraad: states, treatments, weights, what fills a section, and the model templates. */
import type { LetterRunState, LetterState, LetterTreatment, Weight } from '#lib/domain/council-letter.ts';
import type { LetterSection, SectionFill } from '#lib/domain/letter-section.ts';

export const LETTER_STATE_WORD = {
	draft: 'Concept',
	'to-college': 'Naar college',
	'to-council': 'Naar raad',
	amended: 'Geamendeerd',
} as const satisfies Record<LetterState, string>;

export const TREATMENT_WORD = {
	information: 'ter informatie',
	decision: 'ter besluitvorming',
} as const satisfies Record<LetterTreatment, string>;

export const LETTER_TREATMENT_OPTIONS = [
	{ value: 'information', label: 'Ter informatie' },
	{ value: 'decision', label: 'Ter besluitvorming' },
] as const satisfies readonly { value: LetterTreatment; label: string }[];

export const WEIGHT_WORD = {
	0: 'Weglaten',
	1: 'Kort',
	2: 'Gewoon',
	3: 'Benadrukt',
} as const satisfies Record<Weight, string>;

export const RUN_STATE_WORD = {
	waiting: 'Wacht op zijn beurt',
	running: 'Wordt gemaakt',
	done: 'Klaar',
	failed: 'Niet gelukt',
} as const satisfies Record<LetterRunState, string>;

/** Also the heading that a new section starts with. */
export const FILL_WORD = {
	subject: 'Onderwerp',
	'take-note': 'Kennisnemen van',
	'case-number': 'Kenmerk',
	'advice-date': 'Datum advies',
	openness: 'Status (openbaar of niet)',
	argument: 'Argument (indien niet openbaar)',
	portfolio: 'Portefeuillehouder',
	'college-date': 'Datum college',
	attachments: 'Bijlagen',
	adviser: 'Behandelend adviseur',
	introduction: 'Inleiding',
	aim: 'Doel en beoogd effect',
	summary: 'Samenvatting',
	core: 'Kernboodschap per thema',
	decisions: 'Besluiten en standpunt',
	'follow-up': 'Vervolg',
	local: 'Plaatselijke alinea',
	own: 'Eigen tekst',
	signature: 'Ondertekening',
} as const satisfies Record<SectionFill, string>;

export interface LetterModel {
	code: string;
	kind: string;
	/** Where the list of sections comes from. */
	source: string;
	sections: readonly LetterSection[];
}

const sections = (lines: readonly (readonly [heading: string, fill: SectionFill])[]): LetterSection[] =>
	lines.map(([heading, fill], index) => ({ id: `s${index + 1}`, heading, fill }));

/** Models to start from, taken from letters that gemeenten sent their council. The first is used until one is chosen. */
export const LETTER_MODELS = [
	{
		code: 'raadsinformatiebrief',
		kind: 'Raadsinformatiebrief',
		source: 'naar de raadsinformatiebrief van Oudewater',
		sections: sections([
			['Kenmerk', 'case-number'],
			['Portefeuillehouder', 'portfolio'],
			['Onderwerp', 'subject'],
			['Kennisnemen van', 'take-note'],
			['Inleiding', 'introduction'],
			['Kernboodschap', 'core'],
			['Doorontwikkeling en prioriteiten', 'own'],
			['Relevant voor onze gemeente', 'local'],
			['Besluiten en standpunt', 'decisions'],
			['Financiën', 'own'],
			['Vervolg', 'follow-up'],
			['Bijlage', 'attachments'],
			['Ondertekening', 'signature'],
		]),
	},
	{
		code: 'informatiememo',
		kind: 'Informatiememo raad',
		source: 'naar het informatiememo van Overbetuwe',
		sections: sections([
			['Kenmerk', 'case-number'],
			['Datum advies', 'advice-date'],
			['Onderwerp', 'subject'],
			['Kennis nemen van', 'take-note'],
			['Status advies', 'openness'],
			['Argument (indien niet openbaar)', 'argument'],
			['Portefeuillehouder', 'portfolio'],
			['Datum B&W-vergadering', 'college-date'],
			['Bijlagen', 'attachments'],
			['Inleiding', 'introduction'],
			['Doel en beoogd effect', 'aim'],
			['Samenvatting', 'summary'],
			['Stand van zaken per thema', 'core'],
			['Betekenis voor onze gemeente', 'local'],
			['Consequenties (juridisch, financiën)', 'own'],
			['Communicatie (regionaal en lokaal)', 'own'],
			['Behandelend adviseur', 'adviser'],
			['Ondertekening', 'signature'],
		]),
	},
] as const satisfies readonly [LetterModel, ...LetterModel[]];

export function findLetterModel(code: string): LetterModel | null {
	return LETTER_MODELS.find((one) => one.code === code) ?? null;
}
