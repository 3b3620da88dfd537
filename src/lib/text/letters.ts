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
	'letter-date': 'Datum van de brief',
	addressee: 'Aan (geadresseerde)',
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
	decisions: 'Besluiten en standpunt',
	story: 'Stand van zaken per thema, in zinnen',
	plans: 'Wat de trekkers doen om bij te sturen',
	'follow-up': 'Vervolg',
	core: 'Kernboodschap per thema, met tabellen',
	annex: 'Bijlage: stand van zaken per agendapunt',
	salutation: 'Aanhef',
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

/** An id stays with its section for good: under it a letter keeps what was typed there. */
const sections = (
	lines: readonly (readonly [id: string, heading: string, fill: SectionFill])[],
): LetterSection[] => lines.map(([id, heading, fill]) => ({ id, heading, fill }));

const ANNEX = 'Bijlage: stand van zaken per agendapunt';

/** Models to start from, taken from letters that gemeenten sent their council. The first is used until one is chosen. */
export const LETTER_MODELS = [
	{
		code: 'raadsinformatiebrief',
		kind: 'Raadsinformatiebrief',
		source: 'naar de raadsinformatiebrief van Oudewater',
		sections: sections([
			['s14', 'Datum', 'letter-date'],
			['s15', 'Aan', 'addressee'],
			['s1', 'Kenmerk', 'case-number'],
			['s2', 'Portefeuillehouder', 'portfolio'],
			['s3', 'Onderwerp', 'subject'],
			['s4', 'Kennisnemen van', 'take-note'],
			['s16', 'Aanhef', 'salutation'],
			['s5', 'Inleiding', 'introduction'],
			['s8', 'Relevant voor onze gemeente', 'local'],
			['s9', 'Besluiten en standpunt', 'decisions'],
			['s17', 'Stand van zaken per thema', 'story'],
			['s18', 'Wat de trekkers doen om bij te sturen', 'plans'],
			['s7', 'Doorontwikkeling en prioriteiten', 'own'],
			['s10', 'Financiën', 'own'],
			['s11', 'Vervolg', 'follow-up'],
			['s13', 'Ondertekening', 'signature'],
			['s12', 'Bijlagen', 'attachments'],
			['s19', ANNEX, 'annex'],
		]),
	},
	{
		code: 'informatiememo',
		kind: 'Informatiememo raad',
		source: 'naar het informatiememo van Overbetuwe',
		sections: sections([
			['s19', 'Datum', 'letter-date'],
			['s20', 'Aan', 'addressee'],
			['s1', 'Kenmerk', 'case-number'],
			['s2', 'Datum advies', 'advice-date'],
			['s3', 'Onderwerp', 'subject'],
			['s4', 'Kennis nemen van', 'take-note'],
			['s5', 'Status advies', 'openness'],
			['s6', 'Argument (indien niet openbaar)', 'argument'],
			['s7', 'Portefeuillehouder', 'portfolio'],
			['s8', 'Datum B&W-vergadering', 'college-date'],
			['s17', 'Behandelend adviseur', 'adviser'],
			['s21', 'Aanhef', 'salutation'],
			['s10', 'Inleiding', 'introduction'],
			['s14', 'Betekenis voor onze gemeente', 'local'],
			['s22', 'Besluiten en standpunt', 'decisions'],
			['s11', 'Doel en beoogd effect', 'aim'],
			['s12', 'Samenvatting', 'summary'],
			['s23', 'Stand van zaken per thema', 'story'],
			['s24', 'Wat de trekkers doen om bij te sturen', 'plans'],
			['s15', 'Consequenties (juridisch, financiën)', 'own'],
			['s16', 'Communicatie (regionaal en lokaal)', 'own'],
			['s18', 'Ondertekening', 'signature'],
			['s9', 'Bijlagen', 'attachments'],
			['s25', ANNEX, 'annex'],
		]),
	},
] as const satisfies readonly [LetterModel, ...LetterModel[]];

export function findLetterModel(code: string): LetterModel | null {
	return LETTER_MODELS.find((one) => one.code === code) ?? null;
}
