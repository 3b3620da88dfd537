/** The Dutch words by which the quiet check recognises the five SMART criteria. Word lists only: the rules are in smart-check.ts. */

/** Matches one of the alternatives as whole words; letters with accents count as letters. */
export function words(...alternatives: string[]): RegExp {
	return new RegExp(`(?<![\\p{L}\\d])(?:${alternatives.join('|')})(?![\\p{L}\\d])`, 'iu');
}

export const NUMBER_WORDS = [
	'één',
	'twee',
	'drie',
	'vier',
	'vijf',
	'zes',
	'zeven',
	'acht',
	'negen',
	'tien',
	'elf',
	'twaalf',
	'vijftien',
	'twintig',
	'dertig',
	'veertig',
	'vijftig',
	'honderd',
] as const;

const SOME = NUMBER_WORDS.slice(1).join('|');
/** Counted, but not a group: how long or how often. */
const SPANS = 'dagen|werkdagen|weken|maanden|kwartalen|halfjaren|jaar|jaren|keer|maal';

/** Somebody who can be asked about it: an organisation, a role or a group. */
export const WHO = words(
	'(?<!per )gemeenten?',
	'gemeentera(?:ad|den)',
	'colleges?',
	'wethouders?',
	'raad',
	'bestuurders?',
	'schoolbestu\\p{L}+',
	'samenwerkingsverband(?:en)?',
	"swv[’']?s?",
	"rea|oogo|rbl|ggd|jgz|ggz|mpo[’']?s?",
	'(?<!naar )school',
	'scholen',
	'basisschool|basisscholen',
	'lera(?:ar|ren)|leerkracht(?:en)?|schoolleiders?|mentor(?:en)?',
	'(?:lokale? |wijk)teams?',
	'werkgroep|projectgroep|stuurgroep|regiegroep',
	'trekkers?',
	'partij|partijen',
	'organisaties?',
	'ouders?|ouderraden|gezin|gezinnen|leerlingen|(?:elke|iedere) thuiszitters?',
	'kernpartners?|partners?|aanbieders?|zorgaanbieders?|juristen|jurist',
	'jeugdarts(?:en)?|jeugdhulp|leerplicht\\p{L}*',
	'regisseur|coördinator|directeur(?:en)?|beleidsmedewerkers?|ambtenaren|adviseurs?',
);

/** Words that promise a direction without saying what will be there. */
export const VAGUE = words(
	'beter|betere',
	'verbeter\\p{L}*',
	'meer aandacht|aandacht voor',
	'stre(?:ven|eft) naar',
	'(?:ingezet|inzetten|zetten in) op',
	'belangrijk',
	'mogelijk',
	'draagvlak',
	'tevreden',
	'op weg',
	'duidelijkheid',
	'hier afspraken over|afspraken hierover',
);

/** A thing that is there or not: anyone can look it up. */
export const FACT = words(
	'vastgestelde?|(?:onder)?getekende?|ondertekend|goedgekeurd|afgesproken|overeengekomen|toegezegd',
	'vastgelegd|opgeleverd|aangeleverd|ingevuld|gekoppeld|getoetst|uitgewerkt|geëvalueerd|gepubliceerd|benoemd',
	'(?:afspraken|afspraak)(?: \\p{L}+)? gemaakt',
	'ingestemd|instemming|stemm?e?n?t? in met',
	'in gebruik',
	'ligt',
	'besluit in het',
	'eerste (?:voorstel|meting|versie|concept|rapportage)',
	'er (?:is|zijn|ligt|liggen|komt) (?:een|geen|één) ',
	'geen',
);

/** Every, both, none: a count without a figure. */
export const EVERY = words(
	'alle (?!partijen|betrokkenen)',
	'elke?',
	'iedere?',
	'beide',
	'(?:de )?helft|een (?:kwart|derde)|driekwart',
	'gehalveerd|verdubbeld',
);

export const AGREED = words(
	'vastgestelde?',
	'afgesproken|overeengekomen|overeenstemming',
	'(?:onder)?getekende?|ondertekend|convenant',
	'toegezegd|ingestemd|instemming|stemm?e?n?t? in met|akkoord|goedgekeurd',
	'draagvlak|gedragen door',
	'in overleg met|samen met|maken samen|spreken samen|in samenspraak met',
	'(?:afspraken|afspraak)(?: \\p{L}+)? gemaakt',
	'besluit in het (?:oogo|rea)',
);

/** A size with an edge, a first step, means or a base: something to weigh. */
export const BOUND = words(
	'minstens|minimaal|ten minste|hoogstens|hooguit|maximaal',
	'(?:minder|meer|langer|korter|vaker|hoger|lager) dan',
	'op rij',
	'helft|kwart|derde deel|gehalveerd',
	'concept|proef|pilot|eerste (?:voorstel|meting|versie|stap|rapportage)',
	'fte|formatie|budget|euro|uren|uur per week|binnen (?:het |de )?bestaande?',
	'nulmeting|steekproef|volgens de (?:telling|opgave|cijfers|meting|vragenlijst)',
);

/** The same, written with figures. */
export const BOUND_FIGURES =
	/€\s?\d|\d\s?(?:-|–|tot en met|t\/m)\s?\d|\d van de \d|van \d+ (?:\p{L}+ )?naar \d|(?<!\d)\d{1,2}(?:,\d+)?\s?%|hoogstens|hooguit/iu;

/** A group that one can count on one's fingers: "alle vijf gemeenten", "beide samenwerkingsverbanden". */
export const COUNTED_GROUP = new RegExp(
	`(?<![\\p{L}\\d])(?:beide|(?:${SOME}|\\d+) (?!(?:${SPANS})(?![\\p{L}]))\\p{L}+)`,
	'iu',
);

/** Nobody can promise this. */
export const ABSOLUTE = words('altijd|nooit|iedereen|geen enkele?|alle kinderen|(?:elk|ieder) kind');
export const ABSOLUTE_FIGURES = /100\s?%/u;

/** Everything of a kind whose size is not given: "alle scholen", "elke regel". */
export const ALL_OF_A_KIND = new RegExp(
	`(?<![\\p{L}\\d])(?:alle (?!(?:${SOME}|\\d+)(?![\\p{L}]))|(?:elke|iedere|elk|ieder) (?!kwartaal|jaar|maand|week|schooljaar|half))`,
	'iu',
);

/** "geen overeenstemming", "nog niet vastgesteld": the word is there, the thing is not. */
export const DENIED = /(?<![\p{L}])(?:geen|niet|zonder|nog te worden)\s+(?:\p{L}+\s+){0,1}$/iu;
