/** What a column of a table can mean, and the words above a column from which that can be told. */
import type { Level } from '#lib/domain/level.ts';

export const COLUMNS = [
	'theme',
	'objective',
	'decision',
	'number',
	'title',
	'short',
	'description',
	'kind',
	'lead',
	'involved',
	'target',
	'domains',
	'axis',
	'goal-rood',
	'goal-oranje',
	'goal-groen',
	'goal-donkergroen',
	'box-1',
	'box-2',
	'box-3',
	'box-4',
	'period',
	'level',
	'narrative',
	'cause',
	'consequence',
	'correction',
] as const;
/** What one column of a table holds; '' is a column that is not used. */
export type Column = (typeof COLUMNS)[number];
export type ColumnChoice = Column | '';

/** As the column is called in our own template and in sentences about a place. */
export const COLUMN_WORD = {
	theme: 'Thema',
	objective: 'Doel van het thema',
	decision: 'Besluitniveau',
	number: 'Nr',
	title: 'Agendapunt',
	short: 'Korte titel',
	description: 'Omschrijving',
	kind: 'Soort',
	lead: 'Trekker',
	involved: 'Betrokken',
	target: 'Streefdatum',
	domains: 'Beleidsdomeinen',
	axis: 'Tweede indeling',
	'goal-rood': 'Doel rood',
	'goal-oranje': 'Doel oranje',
	'goal-groen': 'Doel groen',
	'goal-donkergroen': 'Doel donkergroen',
	'box-1': 'Vakje 1',
	'box-2': 'Vakje 2',
	'box-3': 'Vakje 3',
	'box-4': 'Vakje 4',
	period: 'Peilmoment',
	level: 'Status',
	narrative: 'Stand van zaken',
	cause: 'Oorzaak',
	consequence: 'Gevolg',
	correction: 'Bijsturing',
} as const satisfies Record<Column, string>;

/** Other words above a column, simplified; the first row that fits wins. */
const PATTERNS: readonly [Column, RegExp][] = [
	['objective', /^(doel|doelstelling|ambitie) (van het )?thema$/],
	['decision', /^besluit ?niveau$/],
	['number', /^(nr|nrs|no|nummer|volgnummer|punt ?nummer|#)$/],
	['goal-donkergroen', /^(smart ?)?(doel|doelen|einddoel)( \w+)? donker ?groen$|^einddoel$/],
	['goal-rood', /^(smart ?)?(doel|doelen)( \w+)? rood$/],
	['goal-oranje', /^(smart ?)?(doel|doelen)( \w+)? oranje$/],
	['goal-groen', /^(smart ?)?(doel|doelen)( \w+)? groen$/],
	['box-1', /^(1|k1|q1|(vakje|kwartaal) 1)$/],
	['box-2', /^(2|k2|q2|(vakje|kwartaal) 2)$/],
	['box-3', /^(3|k3|q3|(vakje|kwartaal) 3)$/],
	['box-4', /^(4|k4|q4|(vakje|kwartaal) 4)$/],
	['narrative', /stand van zaken|^(voortgang|toelichting|toelichting status)$/],
	['level', /^(status|niveau|kleur|stoplicht|status nu|huidige status|niveau nu)$/],
	['short', /^(korte titel|titel kort|kort)$/],
	['title', /^(agendapunt|agendapunten|titel|onderwerp|actiepunt|punt|afspraak)$/],
	['theme', /^(thema|themas|hoofdthema|themanaam|blok)$/],
	['description', /^(omschrijving|beschrijving|inhoud|wat)$/],
	['kind', /^(soort|type)$/],
	['lead', /^(trekker|trekkers|eigenaar|verantwoordelijke|wie trekt|coordinatie)$/],
	['involved', /^(betrokken|betrokkenen|betrokken partijen|betrokken organisaties|partners|wie)$/],
	['target', /^(streef ?datum|deadline|uiterlijk|gereed|klaar|einddatum|datum gereed)$/],
	['domains', /^(beleids ?domein(en)?|domein(en)?|beleids ?terrein(en)?)$/],
	['axis', /^tweede indeling\b/],
	['period', /^(peilmoment|periode)$/],
	['cause', /^oorzaak$/],
	['consequence', /^gevolg(en)?$/],
	['correction', /^(bijsturing|maatregel|maatregelen)$/],
];

/** Lower case letters, digits and single spaces, without accents and signs. */
export function simplified(text: string): string {
	return text
		.normalize('NFD')
		.replaceAll(/\p{M}|['’`]/gu, '')
		.toLowerCase()
		.replaceAll(/[^a-z0-9#]+/g, ' ')
		.trim();
}

/** What a column with this heading probably holds, or '' when the heading says nothing known. */
export function columnOfHeading(heading: string): ColumnChoice {
	const words = simplified(heading);
	if (words === '' || words.length > 60) return '';
	return PATTERNS.find(([, pattern]) => pattern.test(words))?.[0] ?? '';
}

export function isColumn(value: string): value is Column {
	return COLUMNS.some((column) => column === value);
}

export const BOXES = ['box-1', 'box-2', 'box-3', 'box-4'] as const satisfies readonly Column[];

export const GOAL_COLUMN = {
	rood: 'goal-rood',
	oranje: 'goal-oranje',
	groen: 'goal-groen',
	donkergroen: 'goal-donkergroen',
} as const satisfies Record<Level, Column>;
