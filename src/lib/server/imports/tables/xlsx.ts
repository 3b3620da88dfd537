/** The visible sheets of an Excel file: texts, the last calculated values of formulas, merged cells and colours. */
import { MOST_TABLES, type RawTable } from '#lib/input/table-import/raw-table.ts';
import { tidy } from './cell-text.ts';
import { makeGrid, type Grid } from './grid.ts';
import { DAMAGED, refuseTable } from './refuse-table.ts';
import { readThemeColours } from './xlsx-colours.ts';
import { readSharedTexts, walkTexts, type ExcelText } from './xlsx-strings.ts';
import { BROKEN, placeOf, type CellValue } from './xlsx-conditions.ts';
import { makeSheetRules, makeSheetValues, type RuleFill } from './xlsx-rules.ts';
import { readExcelStyles, readRuleFills, type ExcelStyle } from './xlsx-styles.ts';
import { localName, walkXml } from './xml.ts';
import type { Zip } from './zip.ts';

interface Book {
	texts: readonly ExcelText[];
	styles: readonly ExcelStyle[];
	ruleFills: readonly RuleFill[];
	theme: readonly string[];
}

export function readXlsx(zip: Zip): RawTable[] {
	const sheets = readSheetList(zip);
	if (sheets.length > MOST_TABLES)
		throw refuseTable(`Er staan meer dan ${MOST_TABLES} bladen in dit bestand.`);
	const theme = readThemeColours(
		zip.read(zip.names.find((name) => /^xl\/theme\/theme1?\.xml$/.test(name)) ?? ''),
	);
	const stylesXml = zip.read('xl/styles.xml');
	const book: Book = {
		texts: readSharedTexts(zip.read('xl/sharedStrings.xml')),
		styles: readExcelStyles(stylesXml, theme),
		ruleFills: readRuleFills(stylesXml, theme),
		theme,
	};
	return sheets.map(({ name, path }) => {
		const xml = zip.read(path);
		if (xml === null) throw refuseTable(DAMAGED);
		return readSheet(xml, book).toTable(`blad "${tidy(name)}"`, tidy(name));
	});
}

/** Name and member of every visible sheet, in the order of the tabs. */
function readSheetList(zip: Zip): { name: string; path: string }[] {
	const workbook = zip.read('xl/workbook.xml');
	const relations = zip.read('xl/_rels/workbook.xml.rels');
	if (workbook === null || relations === null) throw refuseTable(DAMAGED);
	const paths = new Map<string, string>();
	walkXml(relations, {
		open(name, { Id, Target }) {
			if (localName(name) !== 'Relationship' || Id === undefined || Target === undefined) return;
			paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
		},
	});
	const sheets: { name: string; path: string }[] = [];
	walkXml(workbook, {
		open(name, attributes) {
			if (localName(name) !== 'sheet' || /hidden/i.test(attributes['state'] ?? '')) return;
			const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1] ?? '';
			const path = paths.get(id);
			// A sheet that holds only a chart has no cells.
			if (path?.includes('worksheets/')) sheets.push({ name: attributes['name'] ?? '', path });
		},
	});
	return sheets;
}

interface OpenCell {
	row: number;
	column: number;
	type: string;
	style: ExcelStyle | undefined;
	value: string;
	inline: ExcelText | null;
}

function readSheet(xml: string, book: Book): Grid {
	const grid = makeGrid();
	const rules = makeSheetRules(book.ruleFills, book.theme);
	const values = makeSheetValues();
	let row = -1;
	let column = -1;
	let cell: OpenCell | null = null;
	let isValue = false;
	const inline = walkTexts('is', (text) => {
		if (cell) cell.inline = text;
	});
	walkXml(xml, {
		open(fullName, attributes) {
			const name = localName(fullName);
			if (name === 'row') {
				row = rowOf(attributes['r'], row + 1);
				column = -1;
			} else if (name === 'c') {
				const at = placeOf(attributes['r']);
				column = at?.column ?? column + 1;
				const style = book.styles[Number(attributes['s'] ?? -1)];
				cell = { row: at?.row ?? row, column, type: attributes['t'] ?? 'n', style, value: '', inline: null };
			} else if (name === 'v') isValue = true;
			else if (name === 'mergeCell') merge(grid, attributes['ref']);
			inline.open(name, attributes);
			rules.open(name, attributes);
		},
		close(fullName) {
			const name = localName(fullName);
			inline.close(name);
			rules.close(name);
			if (name === 'v') isValue = false;
			if (name === 'c' && cell) {
				values.put(cell, putCell(grid, cell, book));
				cell = null;
			}
		},
		text(text) {
			if (isValue && cell && cell.value.length < 20_000) cell.value += text;
			inline.text(text);
			rules.text(text);
		},
	});
	rules.colour(grid, values);
	return grid;
}

/** Answers its value, for the rules that compare it. */
function putCell(grid: Grid, cell: OpenCell, book: Book): CellValue {
	const shared = cell.type === 's' ? book.texts[Number(cell.value)] : cell.inline;
	if (cell.type === 's' && !shared) throw refuseTable(DAMAGED);
	const content = shared ?? { text: valueOf(cell), bold: false };
	const fill = cell.style?.fill ?? null;
	if (content.text === '' && fill === null && !('raw' in content)) return null;
	const bold = content.bold || (cell.style?.bold ?? false);
	grid.put(cell.row, cell.column, { ...content, bold, fill, colspan: 1, rowspan: 1 });
	return comparable(cell, content.text);
}

function comparable({ type, value }: OpenCell, text: string): CellValue {
	if (type === 'e') return BROKEN;
	if (type === 'b') return value === '1';
	const number = Number(value);
	if (type === 'n' && value.trim() !== '' && Number.isFinite(number)) return number;
	return text === '' ? null : text;
}

/** A number as a person would write it: 1, not 1.0 or 1.0000000000000002. */
function valueOf({ type, value }: OpenCell): string {
	if (type === 'b') return value === '1' ? 'ja' : 'nee';
	if (type !== 'n' || value.trim() === '') return tidy(value);
	const number = Number(value);
	return Number.isFinite(number) ? String(Number(number.toPrecision(12))) : tidy(value);
}

function merge(grid: Grid, reference: string | undefined): void {
	const [from, to] = (reference ?? '').split(':').map(placeOf);
	if (!from || !to || to.row < from.row || to.column < from.column) return;
	grid.span(from.row, from.column, to.row - from.row + 1, to.column - from.column + 1);
}

function rowOf(number: string | undefined, next: number): number {
	const row = Number(number);
	return Number.isInteger(row) && row >= 1 ? row - 1 : next;
}
