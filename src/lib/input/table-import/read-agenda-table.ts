/** From the tables of a file to the themas and agendapunten in it, with everything that must be looked at. */
import type { DecisionLevel } from '#lib/domain/facts.ts';
import { BOXES, simplified, type ColumnChoice } from './columns.ts';
import { makeFindings, type Finding, type Note } from './findings.ts';
import { numbersIn, makeNumbering } from './item-number.ts';
import { readItemRow, type ItemContext, type ItemRow } from './item-row.ts';
import { findLayouts, type Layout, type PlacedTable } from './layouts.ts';
import { areQuarters } from './level-boxes.ts';
import { makeColourReader } from './level-colour.ts';
import { makeOrganisationFinder, makeUnknownNames, type KnownOrganisation } from './organisation-names.ts';
import type { RawTable } from './raw-table.ts';
import { isExplanation, isGenericName, kindOfRow, themeNameOf } from './row-kind.ts';
import { tableRow, type TableRow } from './table-row.ts';

export interface TableChoices {
	/** What a column means, by `layout-column`; the guess where it is left out. */
	columns: Readonly<Record<string, ColumnChoice>>;
	/** '' lets the colours in the boxes tell. */
	boxes: 'colours' | 'quarters' | '';
	/** Which quarter of the year the statuses are about. */
	quarter: number;
	organisations: readonly KnownOrganisation[];
}

export interface ThemeRows {
	name: string;
	objective: string;
	decisionLevel: DecisionLevel;
	items: ItemRow[];
}

export interface AgendaTable {
	layouts: Layout[];
	/** What every column was taken to mean. */
	columns: ColumnChoice[][];
	boxes: 'colours' | 'quarters' | 'none';
	/** The name of the second axis; empty when no item has a value of it. */
	axisName: string;
	themes: ThemeRows[];
	findings: Finding[];
	/** Names that nobody in the region has, each once, with where they stand. */
	unknownOrganisations: { name: string; places: string[] }[];
}

/** The thema of items that stand under no thema. */
const NO_THEME = 'Algemeen';

export function readAgendaTable(tables: readonly RawTable[], choices: TableChoices): AgendaTable {
	const found = findLayouts(tables.filter(({ name, rows }) => !isExplanation(name) && rows.length > 0));
	const columns = found.layouts.map(({ guess }, layout) =>
		guess.map((column, index) => choices.columns[`${layout}-${index}`] ?? column),
	);
	const { note, findings } = makeFindings();
	const unknown = makeUnknownNames();
	const placed = found.tables.map((one) => ({ ...one, columns: columns[one.layout] ?? [] }));
	const colourOf = makeColourReader(placed.flatMap(levelFills));
	const boxRows = placed.flatMap(rowsOf).map((row) => BOXES.map((box) => row.cell(box)));
	const hasBoxes = columns.some((all) => BOXES.some((box) => all.includes(box)));
	const boxes = choices.boxes || (areQuarters(boxRows, colourOf) ? 'quarters' : 'colours');
	const context: ItemContext = {
		colourOf,
		note,
		quarter: boxes === 'quarters' ? choices.quarter : null,
		organisations: makeOrganisationFinder(choices.organisations),
		missing: unknown.add,
	};
	const themes = readThemes(placed, context);
	if (themes.length === 0) {
		const sentence = 'Er is geen agendapunt gevonden. Kies hieronder in welke kolom het agendapunt staat.';
		note({ kind: 'error', place: 'het bestand', sentence, raw: '', parsed: '' });
	}
	const axisName = themes.some(({ items }) => items.some((item) => item.axisValues.length > 0))
		? axisNameOf(found.layouts, columns)
		: '';
	return {
		layouts: found.layouts,
		columns,
		boxes: hasBoxes ? boxes : 'none',
		axisName,
		themes,
		findings,
		unknownOrganisations: unknown.list(),
	};
}

/** "Aandachtsgebied" for a column "Tweede indeling: Aandachtsgebied", or the heading of the column that was chosen. */
function axisNameOf(layouts: readonly Layout[], columns: readonly ColumnChoice[][]): string {
	const headings = layouts.map(
		({ headings: all }, layout) => all[columns[layout]?.indexOf('axis') ?? -1] ?? '',
	);
	const heading = headings.find((one) => one !== '') ?? '';
	return heading.replace(/^tweede indeling\s*:?\s*/i, '').slice(0, 60) || 'Indeling';
}

type TableWithColumns = PlacedTable & { columns: readonly ColumnChoice[] };

function rowsOf({ table, headers, columns }: TableWithColumns): TableRow[] {
	return table.rows.flatMap((_, index) => (headers.has(index) ? [] : [tableRow(table, index, columns)]));
}

/** The colours of the cells that can show a level; other cells may be any green. */
function levelFills(placed: TableWithColumns): (string | null)[] {
	return rowsOf(placed).flatMap((row) => ['level' as const, ...BOXES].map((column) => row.cell(column).fill));
}

function readThemes(placed: readonly TableWithColumns[], context: ItemContext): ThemeRows[] {
	const themes = new Map<string, ThemeRows>();
	const numbering = makeNumbering(context.note);
	let theme = '';
	for (const one of placed) {
		const { table, headers, columns } = one;
		if (!columns.includes('title')) continue;
		const numbers = numbersIn(table, columns, headers);
		let isCounted = false;
		if (table.heading !== null && !isGenericName(table.heading)) theme = themeNameOf(table.heading);
		let last: ItemRow | null = null;
		for (const row of rowsOf(one)) {
			const kind = kindOfRow(row);
			if (kind.kind === 'theme') theme = themeNameOf(kind.name);
			else if (kind.kind === 'more' && last) addMore(last, row);
			else if (kind.kind === 'unknown') warnSkipped(row, kind.text, context.note);
			if (kind.kind !== 'item') continue;
			theme = themeNameOf(row.text('theme')) || theme;
			const of = themeOf(themes, theme, row, context.note);
			const number = numbering.next(row, of.name, numbers);
			if (numbers === 'none' && !isCounted) warnCounted(table, context.note);
			isCounted = true;
			last = readItemRow(row, number ?? 0, context);
			of.items.push(last);
		}
	}
	return [...themes.values()];
}

function themeOf(themes: Map<string, ThemeRows>, name: string, row: TableRow, note: Note): ThemeRows {
	const key = simplified(name || NO_THEME);
	const known = themes.get(key);
	const theme = known ?? { name: name || NO_THEME, objective: '', decisionLevel: 'regional', items: [] };
	if (!known) {
		themes.set(key, theme);
		if (name === '') {
			const sentence = `Boven dit agendapunt staat geen thema. Het komt onder "${NO_THEME}".`;
			note({ kind: 'warning', place: row.place, sentence, raw: '', parsed: NO_THEME });
		}
		if (theme.name.length > 160) {
			const sentence = 'De naam van dit thema is te lang: maak er hoogstens 160 tekens van.';
			note({ kind: 'error', place: row.place, sentence, raw: theme.name, parsed: '' });
		}
	}
	theme.objective ||= row.text('objective');
	theme.decisionLevel = readDecision(row, note) ?? theme.decisionLevel;
	return theme;
}

const DECISIONS: Record<string, DecisionLevel> = {
	'regionaal besluit': 'regional',
	procesafspraken: 'process',
	'afstemming en kennisdeling': 'alignment',
};

function readDecision(row: TableRow, note: Note): DecisionLevel | null {
	const text = row.text('decision');
	const decision = DECISIONS[simplified(text)] ?? null;
	if (decision === null && text !== '') {
		const sentence =
			'Dit is geen besluitniveau. Gebruik regionaal besluit, procesafspraken of afstemming en kennisdeling.';
		note({ kind: 'warning', place: row.placeOf('decision'), sentence, raw: text, parsed: '' });
	}
	return decision;
}

/** A row below a merged agendapunt goes on with the texts of that agendapunt. */
function addMore(item: ItemRow, row: TableRow): void {
	for (const column of ['narrative', 'cause', 'consequence', 'correction', 'description'] as const) {
		const text = row.isContinued(column) ? '' : row.text(column);
		if (text !== '') item[column] = item[column] === '' ? text : `${item[column]}\n${text}`;
	}
}

function warnSkipped(row: TableRow, text: string, note: Note): void {
	const sentence = 'Deze rij heeft geen nummer en geen agendapunt en wordt overgeslagen.';
	note({ kind: 'warning', place: row.place, sentence, raw: text, parsed: '' });
}

function warnCounted(table: RawTable, note: Note): void {
	const sentence =
		'In deze tabel staan geen nummers. De agendapunten krijgen per thema nummer 1, 2, 3 en verder.';
	note({ kind: 'warning', place: table.name, sentence, raw: '', parsed: '1, 2, 3' });
}
