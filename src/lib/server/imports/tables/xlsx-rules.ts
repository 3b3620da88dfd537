/** The colours that the conditional formatting of an Excel sheet gives to its cells. */
import { EMPTY_CELL, MOST_COLUMNS, MOST_ROWS } from '#lib/input/table-import/raw-table.ts';
import type { Grid } from './grid.ts';
import { refuseTable, TOO_LARGE } from './refuse-table.ts';
import { excelColour } from './xlsx-colours.ts';
import { placeOf, readCondition, type CellValue, type Condition, type Place } from './xlsx-conditions.ts';
import { localName } from './xml.ts';

type Attributes = Readonly<Record<string, string>>;

/** What a rule does with the fill: a colour, null for none or white; undefined when it leaves the fill alone. */
export type RuleFill = string | null | undefined;

interface Range {
	from: Place;
	to: Place;
}

interface Rule {
	type: string;
	priority: number;
	stops: boolean;
	fill: RuleFill;
	ranges: readonly Range[];
	/** Null when it is not read. */
	condition: Condition | null;
}

interface OpenRule {
	type: string;
	attributes: Attributes;
	formulas: string[];
	fill: RuleFill;
}

export interface SheetRules {
	open(name: string, attributes: Attributes): void;
	close(name: string): void;
	text(text: string): void;
	/** Gives the cells of the grid the colours of the rules; to be asked when the whole sheet was read. */
	colour(grid: Grid, values: SheetValues): void;
}

/** These say something about numbers only. */
const SCALES = ['colorScale', 'dataBar', 'iconSet'];
/** These draw something in the cell and leave its fill alone. */
const MARKS = ['dataBar', 'iconSet'];
const FORMULAS = ['formula', 'f'];

/** Reads both the rules of old and those that Excel keeps apart for newer versions. */
export function makeSheetRules(fills: readonly RuleFill[], theme: readonly string[]): SheetRules {
	const rules: Rule[] = [];
	let group: { ranges: string; rules: OpenRule[] } | null = null;
	let rule: OpenRule | null = null;
	let isFormula = false;
	let isRanges = false;
	return {
		open(fullName, attributes) {
			const name = localName(fullName);
			if (name === 'conditionalFormatting') group = { ranges: attributes['sqref'] ?? '', rules: [] };
			if (!group) return;
			if (name === 'cfRule') {
				const fill = fills[Number(attributes['dxfId'] ?? -1)];
				rule = { type: attributes['type'] ?? '', attributes, formulas: [], fill };
			}
			isFormula = rule !== null && FORMULAS.includes(name);
			isRanges = name === 'sqref';
			if (rule && isFormula) rule.formulas.push('');
			if (rule && name === 'bgColor') rule.fill = excelColour(attributes, theme);
		},
		close(fullName) {
			const name = localName(fullName);
			isFormula = false;
			isRanges = false;
			if (name === 'cfRule' && rule) {
				group?.rules.push(rule);
				rule = null;
			}
			if (name === 'conditionalFormatting' && group) {
				const ranges = readRanges(group.ranges);
				const corner = cornerOf(ranges);
				for (const one of group.rules) rules.push(closedRule(one, ranges, corner));
				group = null;
			}
		},
		text(text) {
			if (isRanges && group) group.ranges += text;
			if (isFormula && rule) rule.formulas.push((rule.formulas.pop() ?? '') + text);
		},
		colour: (grid, values) => colourCells(rules, grid, values),
	};
}

function readRanges(text: string): Range[] {
	return text.split(/\s+/).flatMap((reference) => {
		const [from, to = from] = reference.split(':').map(placeOf);
		return from && to ? [{ from, to }] : [];
	});
}

function closedRule(
	{ type, attributes, formulas, fill }: OpenRule,
	ranges: readonly Range[],
	corner: Place | null,
): Rule {
	const { operator = '', text = '' } = attributes;
	return {
		type,
		fill,
		ranges,
		priority: Number(attributes['priority'] ?? Number.MAX_SAFE_INTEGER),
		stops: /^(1|true)$/.test(attributes['stopIfTrue'] ?? ''),
		condition: SCALES.includes(type) ? null : readCondition({ type, operator, text, formulas }, corner),
	};
}

/** Formulas are written for the upper left cell; null when the first range does not hold it. */
function cornerOf(ranges: readonly Range[]): Place | null {
	const first = ranges[0]?.from;
	const isCorner = ranges.every(({ from }) => first && from.row >= first.row && from.column >= first.column);
	return first && isCorner ? first : null;
}

/** The values of the cells of a sheet, for the rules that compare them. */
export interface SheetValues {
	put(place: Place, value: CellValue): void;
	at(place: Place): CellValue;
	/** One row and one column past the last cell with a value. */
	end(): Place;
}

export function makeSheetValues(): SheetValues {
	const values = new Map<number, CellValue>();
	const keyOf = ({ row, column }: Place) => row * MOST_COLUMNS + column;
	const isInside = ({ row, column }: Place) =>
		row >= 0 && row < MOST_ROWS && column >= 0 && column < MOST_COLUMNS;
	const end = { row: 0, column: 0 };
	return {
		put(place, value) {
			if (value === null || !isInside(place)) return;
			values.set(keyOf(place), value);
			end.row = Math.max(end.row, place.row + 1);
			end.column = Math.max(end.column, place.column + 1);
		},
		at: (place) => (isInside(place) ? (values.get(keyOf(place)) ?? null) : null),
		end: () => end,
	};
}

/** Rules that lie on top of each other could ask for endless work. */
const MOST_RULED = 1_000_000;

function colourCells(rules: readonly Rule[], grid: Grid, values: SheetValues): void {
	const end = values.end();
	const ruled = new Map<string, { place: Place; rules: Rule[] }>();
	let count = 0;
	const step = () => {
		count += 1;
		if (count > MOST_RULED) throw refuseTable(TOO_LARGE);
	};
	for (const rule of rules.filter(canShow).sort((a, b) => a.priority - b.priority)) {
		for (const { from, to } of rule.ranges) {
			step();
			for (let row = from.row; row <= Math.min(to.row, end.row - 1); row += 1) {
				for (let column = from.column; column <= Math.min(to.column, end.column - 1); column += 1) {
					step();
					const cell = ruled.get(`${row} ${column}`) ?? { place: { row, column }, rules: [] };
					cell.rules.push(rule);
					ruled.set(`${row} ${column}`, cell);
				}
			}
		}
	}
	for (const { place, rules: own } of ruled.values()) colourCell(grid, place, shownBy(own, place, values));
}

/** A rule that leaves the fill alone counts only when it keeps the rules below it from doing something. */
const canShow = (rule: Rule) => rule.fill !== undefined || rule.stops || SCALES.includes(rule.type);

type Shown = { fill: string | null } | 'own' | 'marked' | 'unread';

/** The first rule that holds and has a fill decides, as in Excel. */
function shownBy(rules: readonly Rule[], place: Place, values: SheetValues): Shown {
	let isMarked = false;
	for (const { type, condition, fill, stops } of rules) {
		if (SCALES.includes(type) && typeof values.at(place) !== 'number') continue;
		if (MARKS.includes(type)) {
			isMarked = true;
			continue;
		}
		const holds = condition?.(place, values.at) ?? null;
		if (holds === null) return 'unread';
		if (holds && fill !== undefined) return { fill };
		if (holds && stops) break;
	}
	return isMarked ? 'marked' : 'own';
}

function colourCell(grid: Grid, { row, column }: Place, shown: Shown): void {
	const cell = grid.at(row, column) ?? EMPTY_CELL;
	if (shown === 'own' || (shown === 'marked' && cell.fill !== null)) return;
	if (typeof shown === 'object') grid.put(row, column, { ...cell, fill: shown.fill });
	else grid.put(row, column, { ...cell, hasUnreadRule: true });
}
