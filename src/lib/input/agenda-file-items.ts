/** The agendapunten of a theme in an agenda file, with the SMART texts of their ladders. */
import { NO_GOALS, type GoalTexts } from '#lib/domain/goal.ts';
import { isLevel, levelsFor, LEVELS, type ItemKind } from '#lib/domain/level.ts';
import { checkOrganisation, reportTwice } from './agenda-file-organisations.ts';
import {
	childOf,
	childrenOf,
	choiceIn,
	listOf,
	neededText,
	numberIn,
	shown,
	textIn,
	type Part,
} from './agenda-file-part.ts';
import type { FileItem } from './agenda-file-shape.ts';

/** The longest that the form for goals takes, so that every imported text can be edited. */
const GOAL = 1000;

const KIND_BY_WORD: ReadonlyMap<string, ItemKind> = new Map([
	['resultaat', 'result'],
	['doorlopend', 'ongoing'],
]);

export function readItems(theme: Part, themeCode: string, organisations: ReadonlySet<string>): FileItem[] {
	const parts = childrenOf(
		theme,
		'agendapunten',
		(value, index) => `${theme.place}, ${itemName(value, index)}`,
	);
	const items = parts.map((part) => readItem(part, themeCode, organisations));
	const numbers = items.map((item) => item.number || null);
	reportTwice(
		parts,
		numbers,
		(number) => `Nummer ${number} komt twee keer voor in dit thema. Geef elk agendapunt een eigen nummer.`,
	);
	return items;
}

/** How a person finds an entry of a list of items. */
export function itemName(value: unknown, index: number): string {
	const number: unknown = typeof value === 'object' && value !== null && 'nr' in value ? value.nr : null;
	return Number.isInteger(number) ? `agendapunt ${shown(number)}` : `agendapunt op plaats ${index + 1}`;
}

function readItem(part: Part, themeCode: string, organisations: ReadonlySet<string>): FileItem {
	const title = neededText(part, 'titel', 300, 'Vul de titel van het agendapunt in bij "titel".');
	const kind = choiceIn(part, 'type', KIND_BY_WORD) ?? 'result';
	const ladder = childOf(part, 'smart_doelen', part.place);
	const texts = ladder && readGoals(ladder, kind, []);
	refuseOtherTheme(part, themeCode);
	return {
		number: numberIn(part, 'nr', 1, 9999, 'Geef het agendapunt een heel getal van 1 of meer als "nr".') ?? 0,
		title,
		shortTitle: textIn(part, 'titel_kort', 120) || title,
		description: textIn(part, 'onderwerp_hoofdstuk5', 4000),
		kind,
		...readParts(part, organisations),
		position: 0,
		targetDate: null,
		policyDomains: [],
		axisValues: [],
		goals: texts && { texts, reason: '' },
	};
}

function readParts(part: Part, organisations: ReadonlySet<string>): Pick<FileItem, 'lead' | 'involved'> {
	const leader = part.members.get('trekker') ?? null;
	const lead = leader === null ? null : checkOrganisation(part, leader, 'trekker', organisations);
	const involved = listOf(part, 'betrokken').flatMap(
		(one) => checkOrganisation(part, one, 'betrokken', organisations) ?? [],
	);
	return { lead, involved: [...new Set(involved)].filter((slug) => slug !== lead) };
}

/** An item stands under its theme; when it also names one, that must be the same. */
function refuseOtherTheme(part: Part, themeCode: string): void {
	const named = part.members.get('thema') ?? null;
	if (named === null || named === themeCode) return;
	part.report(
		part.place,
		`Dit agendapunt noemt thema "${shown(named)}", maar staat onder "${themeCode}". Zet het onder het goede thema.`,
	);
}

/** Null when no rung has a text. `others` are members that are no level and may be there. */
export function readGoals(part: Part, kind: ItemKind, others: readonly string[]): GoalTexts | null {
	for (const name of part.members.keys()) {
		if (isLevel(name) || others.includes(name)) continue;
		part.report(part.place, `Onbekend niveau: ${shown(name)}. Gebruik ${LEVELS.join(', ')}.`);
	}
	const texts = { ...NO_GOALS };
	for (const level of LEVELS) {
		texts[level] = textIn(part, level, GOAL) || null;
		if (texts[level] !== null && !levelsFor(kind).includes(level)) {
			part.report(
				part.place,
				`Een doorlopend agendapunt heeft geen ${level}. Haal deze tekst weg, of maak er type resultaat van.`,
			);
		}
	}
	return LEVELS.some((level) => texts[level] !== null) ? texts : null;
}
