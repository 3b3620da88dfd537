/** The table that people fill in for an import: of an agenda as it is now, or empty with two examples. */
import type { Day } from '#lib/domain/day.ts';
import type { DecisionLevel } from '#lib/domain/facts.ts';
import { NO_GOALS, type GoalTexts } from '#lib/domain/goal.ts';
import { isLevel, LEVELS, type ItemKind, type Level, type LevelAnswer } from '#lib/domain/level.ts';
import { COLUMN_WORD, GOAL_COLUMN, type Column } from '#lib/input/table-import/columns.ts';
import {
	makeOrganisationFinder,
	type KnownOrganisation,
} from '#lib/input/table-import/organisation-names.ts';
import type { Sheet, SheetCell } from '../documents/sheet.ts';
import { DECISION_LEVEL_WORD, ITEM_KIND_WORD, LEVEL_WORD, longDate } from '#lib/text/nl.ts';

export interface TemplateItem {
	theme: string;
	objective: string;
	decisionLevel: DecisionLevel;
	number: number;
	title: string;
	shortTitle: string;
	description: string;
	kind: ItemKind;
	lead: string | null;
	involved: string[];
	targetDate: Day | null;
	policyDomains: string[];
	/** Values of the agenda's second axis. */
	axisValues: string[];
	goals: GoalTexts;
	period: string;
	/** N.v.t. is written as a word and read back as no answer. */
	level: LevelAnswer | null;
	narrative: string;
	cause: string;
	consequence: string;
	correction: string;
}

/** In the order of the table, with their widths. */
const WIDTHS = {
	theme: 22,
	objective: 30,
	decision: 20,
	number: 6,
	title: 40,
	short: 22,
	description: 40,
	kind: 13,
	lead: 20,
	involved: 28,
	target: 18,
	domains: 24,
	axis: 24,
	'goal-rood': 30,
	'goal-oranje': 30,
	'goal-groen': 30,
	'goal-donkergroen': 30,
	period: 14,
	level: 15,
	narrative: 44,
	cause: 30,
	consequence: 30,
	correction: 30,
} as const satisfies Partial<Record<Column, number>>;

const COLOURS = {
	rood: { fill: 'ab0015', ink: 'ffffff' },
	oranje: { fill: 'e06901', ink: '1a1a1a' },
	groen: { fill: '56a172', ink: '1a1a1a' },
	donkergroen: { fill: '055b46', ink: 'ffffff' },
} as const satisfies Record<Level, { fill: string; ink: string }>;

/** The first sheet is read back by the import; the second explains and is skipped. */
export function templateSheets(
	items: readonly TemplateItem[],
	organisations: readonly KnownOrganisation[],
	axisName = '',
): Sheet[] {
	const columns = Object.entries(WIDTHS);
	const header = Object.keys(WIDTHS).map((column) => ({ text: wordOf(column, axisName), bold: true }));
	const nameOf = organisationNamer(organisations);
	const rows = items.map((item) => {
		const cells = cellsOf(item, nameOf);
		return columns.map(([column]): SheetCell => {
			const text = harmless(cells[column] ?? '');
			return column === 'level' && isLevel(item.level) ? { text, ...COLOURS[item.level] } : { text };
		});
	});
	const widths = columns.map(([, width]) => width);
	return [{ name: 'Agenda', widths, rows: [header, ...rows] }, explanation(organisations)];
}

/** The heading of the second axis also says what the region calls it. */
function wordOf(column: string, axisName: string): string {
	if (column === 'axis' && axisName !== '') return `${COLUMN_WORD.axis}: ${axisName}`;
	const words: Record<string, string> = COLUMN_WORD;
	return words[column] ?? column;
}

function cellsOf(item: TemplateItem, nameOf: (slug: string) => string): Record<string, string> {
	const goals = Object.fromEntries(LEVELS.map((level) => [GOAL_COLUMN[level], item.goals[level] ?? '']));
	const { theme, objective, title, description, period, narrative, cause, consequence, correction } = item;
	return {
		theme,
		objective,
		title,
		description,
		period,
		narrative,
		cause,
		consequence,
		correction,
		...goals,
		decision: DECISION_LEVEL_WORD[item.decisionLevel].toLowerCase(),
		number: String(item.number),
		short: item.shortTitle === item.title ? '' : item.shortTitle,
		kind: ITEM_KIND_WORD[item.kind].toLowerCase(),
		lead: item.lead === null ? '' : nameOf(item.lead),
		involved: item.involved.map(nameOf).join('; '),
		target: item.targetDate === null ? '' : longDate(item.targetDate),
		domains: item.policyDomains.join('; '),
		axis: item.axisValues.join('; '),
		level: item.level === null ? '' : LEVEL_WORD[item.level].toLowerCase(),
	};
}

/** The shortest name that the import takes for this organisation and for no other. */
function organisationNamer(organisations: readonly KnownOrganisation[]): (slug: string) => string {
	const find = makeOrganisationFinder(organisations);
	return (slug) => {
		const { name = slug, shortName = slug } = organisations.find((one) => one.slug === slug) ?? {};
		const isClear = (text: string) => {
			const found = find(text);
			return found.unknown.length === 0 && found.slugs.length === 1 && found.slugs[0] === slug;
		};
		return [shortName, name].find(isClear) ?? slug;
	};
}

/** Text that a spreadsheet never calculates. The import takes the apostrophe off again. */
export function harmless(text: string): string {
	return /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
}

const NOTHING = {
	goals: NO_GOALS,
	targetDate: null,
	policyDomains: [],
	axisValues: [],
	narrative: '',
	cause: '',
	consequence: '',
	correction: '',
	period: '',
	level: null,
};

export const EXAMPLE_ITEMS: readonly TemplateItem[] = [
	{
		...NOTHING,
		theme: 'Thuiszitters (voorbeeld)',
		objective: 'Geen kind zit langer dan drie maanden thuis.',
		decisionLevel: 'regional',
		number: 1,
		title: 'Eén aanpak van verzuim (voorbeeld)',
		shortTitle: 'Aanpak verzuim',
		description: 'Haal deze twee voorbeeldrijen weg.',
		kind: 'result',
		lead: null,
		involved: [],
		goals: {
			rood: 'Er is geen gezamenlijke aanpak.',
			oranje: 'Voor 1 januari 2027 ligt er een aanpak die alle gemeenten hebben besproken.',
			groen: 'Voor 1 augustus 2027 werken alle scholen volgens de aanpak.',
			donkergroen: 'In schooljaar 2027-2028 is het aantal thuiszitters gehalveerd.',
		},
		period: '2026-H2',
		level: 'oranje',
		narrative: 'De aanpak is besproken met alle gemeenten.',
		cause: 'Twee gemeenten wilden eerst meer cijfers.',
		consequence: 'De start schuift een halfjaar op.',
		correction: 'De leerplicht levert de cijfers voor 1 maart.',
	},
	{
		...NOTHING,
		theme: 'Thuiszitters (voorbeeld)',
		objective: '',
		decisionLevel: 'regional',
		number: 2,
		kind: 'ongoing',
		title: 'Elk kwartaal overleg met de scholen (voorbeeld)',
		shortTitle: 'Overleg',
		description: '',
		lead: null,
		involved: [],
	},
];

function explanation(organisations: readonly KnownOrganisation[]): Sheet {
	const lines: [string, string][] = [
		[
			'Hoe werkt het',
			'Vul op het blad Agenda één rij per agendapunt in. Kies het bestand daarna bij Beheer, Tabel importeren.',
		],
		['Nr', 'Een heel getal. Binnen een thema komt elk nummer één keer voor.'],
		['Besluitniveau', 'Regionaal besluit, procesafspraken of afstemming en kennisdeling.'],
		['Soort', 'Resultaat of doorlopend. Een doorlopend agendapunt heeft geen donkergroen.'],
		['Trekker, Betrokken', 'De naam van een organisatie van de regio. Zet een puntkomma tussen twee namen.'],
		['Streefdatum', 'Een datum, zoals 1 augustus 2027. Mag leeg blijven.'],
		['Beleidsdomeinen', 'Bijvoorbeeld onderwijs of jeugd. Zet een puntkomma tussen twee domeinen.'],
		[
			'Tweede indeling',
			'Alleen als uw regio agendapunten ook anders groepeert. Schrijf de naam in het kopje: Tweede indeling: Aandachtsgebied.',
		],
		['Peilmoment', 'De periode van de status: 2026-K4 (kwartaal), 2026-H2 (halfjaar) of 2026-J1 (jaar).'],
		['Status', 'Rood, oranje, groen of donkergroen. Leeg of -- betekent: geen antwoord.'],
		['Kinderen', 'Zet geen gegevens over kinderen in het bestand.'],
		...organisations.map(({ name, shortName }): [string, string] => [
			'Organisatie',
			name === shortName ? name : `${shortName} (${name})`,
		]),
	];
	const rows = lines.map(([word, text]) => [{ text: harmless(word), bold: true }, { text: harmless(text) }]);
	return { name: 'Uitleg', widths: [22, 100], rows };
}
