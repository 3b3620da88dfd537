/** One agendapunt from one row of a table. */
import { NO_GOALS, type GoalTexts } from '#lib/domain/goal.ts';
import { LEVELS, levelsFor, type ItemKind, type Level } from '#lib/domain/level.ts';
import type { Day } from '#lib/domain/day.ts';
import { onOneLine } from '#lib/domain/trim-signs.ts';
import { isNoAnswer, withoutNote } from './cell-words.ts';
import { GOAL_COLUMN, simplified, type Column } from './columns.ts';
import { readItemLevel, type LevelContext } from './item-level.ts';
import { readDayText } from './day-text.ts';
import type { FoundOrganisations, OrganisationFinder } from './organisation-names.ts';
import type { TableRow } from './table-row.ts';

export interface ItemRow {
	place: string;
	number: number;
	title: string;
	shortTitle: string;
	description: string;
	kind: ItemKind;
	/** Slugs of organisations of the region. */
	lead: string | null;
	involved: string[];
	/** The trekker as it stands there, when nobody in the region has that name; '' otherwise. */
	unknownLead: string;
	/** Names of others that nobody in the region has. */
	unknownInvolved: string[];
	targetDate: Day | null;
	policyDomains: string[];
	axisValues: string[];
	goals: GoalTexts | null;
	level: Level | null;
	/** As it stands in the file, such as `2020-K4`; '' when it does not say. */
	period: string;
	narrative: string;
	cause: string;
	consequence: string;
	correction: string;
}

export interface ItemContext extends LevelContext {
	organisations: OrganisationFinder;
	/** Hears of every name that nobody in the region has. */
	missing: (name: string, place: string) => void;
}

/** The longest text that the database and the forms take, per column. */
const LONGEST = {
	title: 300,
	short: 120,
	description: 4000,
	narrative: 4000,
	cause: 2000,
	consequence: 2000,
	correction: 2000,
	domains: 500,
	axis: 500,
	'goal-rood': 1000,
	'goal-oranje': 1000,
	'goal-groen': 1000,
	'goal-donkergroen': 1000,
} as const satisfies Partial<Record<Column, number>>;

export function readItemRow(row: TableRow, number: number, context: ItemContext): ItemRow {
	const kind = readKind(row, context);
	const title = readTitle(row, context);
	const lead = findOrganisations(row, 'lead', context);
	const involved = findOrganisations(row, 'involved', context);
	const isLeadKnown = lead.first !== null || lead.unknown.length === 0;
	return {
		place: row.place,
		number,
		title,
		kind,
		shortTitle: limited(row, 'short', context) || title,
		description: limited(row, 'description', context),
		lead: lead.first,
		involved: [...new Set([...lead.slugs, ...involved.slugs])].filter((slug) => slug !== lead.first),
		unknownLead: isLeadKnown ? '' : (lead.unknown[0] ?? ''),
		unknownInvolved: [...lead.unknown.slice(isLeadKnown ? 0 : 1), ...involved.unknown],
		targetDate: readTargetDate(row, context),
		policyDomains: listIn(row, 'domains', /[;,\n]/, context),
		axisValues: listIn(row, 'axis', /[;\n]/, context),
		goals: readGoals(row, kind, context),
		level: readItemLevel(row, kind, context),
		period: row.text('period'),
		narrative: answered(row, 'narrative', context),
		cause: answered(row, 'cause', context),
		consequence: answered(row, 'consequence', context),
		correction: answered(row, 'correction', context),
	};
}

function limited(row: TableRow, column: keyof typeof LONGEST, { note }: ItemContext): string {
	const text = row.text(column);
	const { raw } = row.cell(column);
	const place = row.placeOf(column);
	const most = LONGEST[column];
	if (text.length > most) {
		const sentence = `Deze tekst is te lang: maak er hoogstens ${most} tekens van.`;
		note({ kind: 'error', place, sentence, raw: text, parsed: '' });
	}
	if (raw !== undefined) {
		const sentence = 'De voetnoot is weggelaten. Zet de tekst ervan zelf in het agendapunt als die nodig is.';
		note({ kind: 'warning', place, sentence, raw, parsed: text });
	}
	return text;
}

/** "--" and "n.v.t." are no text. */
function answered(row: TableRow, column: keyof typeof LONGEST, context: ItemContext): string {
	const text = limited(row, column, context);
	return isNoAnswer(text) ? '' : text;
}

function readTitle(row: TableRow, context: ItemContext): string {
	const title = onOneLine(limited(row, 'title', context));
	const place = row.placeOf('title');
	if (title === '') {
		const sentence = 'Het agendapunt heeft geen titel. Vul die in, of haal deze rij weg.';
		context.note({ kind: 'error', place, sentence, raw: '', parsed: '' });
	} else if (withoutNote(title) !== null) {
		const sentence = 'Er staat een cijfer tegen het laatste woord. Is dat een voetnoot, haal het dan weg.';
		context.note({ kind: 'warning', place, sentence, raw: title, parsed: title });
	}
	return title;
}

const KIND_WORDS: Record<string, ItemKind> = {
	resultaat: 'result',
	eindig: 'result',
	project: 'result',
	doorlopend: 'ongoing',
	structureel: 'ongoing',
};

function readKind(row: TableRow, { note }: ItemContext): ItemKind {
	const text = row.text('kind');
	const kind = KIND_WORDS[simplified(text)];
	if (kind) return kind;
	if (!isNoAnswer(text)) {
		const sentence = 'Dit is geen soort. Gebruik resultaat of doorlopend; nu is resultaat gekozen.';
		note({ kind: 'warning', place: row.placeOf('kind'), sentence, raw: text, parsed: 'resultaat' });
	}
	return 'result';
}

/** A name that is unknown is never guessed: without it the item goes on, and the page says so once for every name. */
function findOrganisations(
	row: TableRow,
	column: 'lead' | 'involved',
	context: ItemContext,
): FoundOrganisations {
	const text = row.text(column);
	if (isNoAnswer(text)) return { slugs: [], unknown: [], first: null };
	const found = context.organisations(text);
	for (const name of found.unknown) context.missing(name, row.placeOf(column));
	return found;
}

function readTargetDate(row: TableRow, { note }: ItemContext): Day | null {
	const text = row.text('target');
	const day = readDayText(text);
	if (day === null && !isNoAnswer(text)) {
		const sentence =
			'Dit is geen datum. Schrijf de streefdatum als 1-8-2027 of 1 augustus 2027; nu blijft die leeg.';
		note({ kind: 'warning', place: row.placeOf('target'), sentence, raw: text, parsed: '' });
	}
	return day;
}

function listIn(row: TableRow, column: 'domains' | 'axis', between: RegExp, context: ItemContext): string[] {
	const words = answered(row, column, context).split(between);
	return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}

/** Null when no rung has a text. */
function readGoals(row: TableRow, kind: ItemKind, context: ItemContext): GoalTexts | null {
	const texts = { ...NO_GOALS };
	for (const level of LEVELS) {
		const column = GOAL_COLUMN[level];
		texts[level] = answered(row, column, context) || null;
		if (texts[level] === null || levelsFor(kind).includes(level)) continue;
		const sentence =
			'Een doorlopend agendapunt heeft geen donkergroen. Haal dit doel weg, of maak er soort resultaat van.';
		context.note({ kind: 'error', place: row.placeOf(column), sentence, raw: texts[level], parsed: '' });
	}
	return LEVELS.some((level) => texts[level] !== null) ? texts : null;
}
