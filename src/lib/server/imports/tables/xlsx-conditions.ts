/**
 * Whether a conditional formatting rule of an Excel file holds for a cell. Comparisons with a text, a number or another
 * cell are read, and so are the rules about the text of a cell; a formula that calculates is not.
 */

/** A formula that went wrong, such as #N/B. */
export const BROKEN = Symbol('broken');
/** Null for an empty cell. */
export type CellValue = string | number | boolean | null | typeof BROKEN;

/** Counted from 0. */
export interface Place {
	row: number;
	column: number;
}

export type ValueAt = (place: Place) => CellValue;
/** Null when it cannot be told. */
export type Condition = (cell: Place, valueAt: ValueAt) => boolean | null;
type Operand = (cell: Place, valueAt: ValueAt) => CellValue;

export interface RuleText {
	type: string;
	operator: string;
	text: string;
	formulas: readonly string[];
}

const LONGEST_FORMULA = 500;

/** Null for a rule that is not read. `corner` is the cell that its formulas are written for; null when that is unsure. */
export function readCondition(rule: RuleText, corner: Place | null): Condition | null {
	if (rule.formulas.some((formula) => formula.length > LONGEST_FORMULA)) return null;
	if (rule.type === 'cellIs') return readComparisons(rule, corner);
	const [formula] = rule.formulas;
	if (formula !== undefined) return readFormula(formula.trim(), corner);
	const test = TEXT_RULES[rule.type];
	return test && rule.text !== '' ? aboutText(test, () => rule.text, itself) : null;
}

const itself: Operand = (cell, valueAt) => valueAt(cell);

const SIGNS: Record<string, readonly Sign[]> = {
	equal: ['='],
	notEqual: ['<>'],
	greaterThan: ['>'],
	greaterThanOrEqual: ['>='],
	lessThan: ['<'],
	lessThanOrEqual: ['<='],
	between: ['>=', '<='],
};

function readComparisons({ operator, formulas }: RuleText, corner: Place | null): Condition | null {
	const signs = SIGNS[operator];
	const operands = formulas.map((formula) => readOperand(formula.trim(), corner));
	if (!signs || operands.length !== signs.length) return null;
	const conditions = signs.map((sign, index) => {
		const operand = operands[index];
		return operand ? comparison(itself, sign, operand) : null;
	});
	if (conditions.includes(null)) return null;
	return (cell, valueAt) => {
		const answers = conditions.map((condition) => condition?.(cell, valueAt) ?? null);
		return answers.includes(false) ? false : answers.includes(null) ? null : true;
	};
}

const OPERAND = String.raw`("(?:[^"]|"")*"|[^"<>=(),&+*/^ ]+)`;
const COMPARISON = new RegExp(`^${OPERAND} ?(<=|>=|<>|=|<|>) ?${OPERAND}$`);
const CONTAINS = [
	new RegExp(String.raw`^NOT\(ISERROR\(SEARCH\(${OPERAND}, ?${OPERAND}\)\)\)$`, 'i'),
	new RegExp(String.raw`^ISNUMBER\(SEARCH\(${OPERAND}, ?${OPERAND}\)\)$`, 'i'),
];
const CONTAINS_NOT = new RegExp(String.raw`^ISERROR\(SEARCH\(${OPERAND}, ?${OPERAND}\)\)$`, 'i');
const SIDE = new RegExp(String.raw`^(LEFT|RIGHT)\(${OPERAND}, ?LEN\(${OPERAND}\)\) ?= ?${OPERAND}$`, 'i');
const EMPTY = new RegExp(String.raw`^LEN\(TRIM\(${OPERAND}\)\) ?(=|>) ?0$`, 'i');

function readFormula(formula: string, corner: Place | null): Condition | null {
	const operand = (text: string | undefined) => (text === undefined ? null : readOperand(text, corner));
	const compared = COMPARISON.exec(formula);
	if (compared) {
		const [left, right] = [operand(compared[1]), operand(compared[3])];
		const sign = ALL_SIGNS.find((one) => one === compared[2]);
		return left && right && sign ? comparison(left, sign, right) : null;
	}
	const contains = CONTAINS.map((pattern) => pattern.exec(formula)).find((match) => match !== null);
	const missing = CONTAINS_NOT.exec(formula);
	const found = contains ?? missing;
	if (found) {
		const [part, whole] = [operand(found[1]), operand(found[2])];
		return part && whole ? aboutText(contains ? containsText : containsNoText, part, whole) : null;
	}
	const side = SIDE.exec(formula);
	if (side) {
		const [whole, part] = [operand(side[2]), operand(side[3])];
		const test = side[1]?.toUpperCase() === 'LEFT' ? beginsWith : endsWith;
		return part && whole && side[3] === side[4] ? aboutText(test, part, whole) : null;
	}
	const empty = EMPTY.exec(formula);
	const whole = operand(empty?.[1]);
	if (!empty || !whole) return null;
	return aboutText(
		(text) => text !== null && (text.trim() === '') === (empty[2] === '='),
		() => '',
		whole,
	);
}

const QUOTED = /^"((?:[^"]|"")*)"$/;
const REFERENCE = /^(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})$/i;

function readOperand(text: string, corner: Place | null): Operand | null {
	const quoted = QUOTED.exec(text)?.[1]?.replaceAll('""', '"');
	if (quoted !== undefined) return () => quoted;
	if (/^-?\d+(\.\d+)?$/.test(text)) return () => Number(text);
	if (/^(true|false)$/i.test(text)) return () => text.toLowerCase() === 'true';
	const match = REFERENCE.exec(text);
	const place = match && placeOf(`${match[2]}${match[4]}`);
	if (!place) return null;
	const [isColumnFixed, isRowFixed] = [match[1] === '$', match[3] === '$'];
	if (isColumnFixed && isRowFixed) return (_cell, valueAt) => valueAt(place);
	if (!corner) return null;
	return (cell, valueAt) =>
		valueAt({
			row: place.row + (isRowFixed ? 0 : cell.row - corner.row),
			column: place.column + (isColumnFixed ? 0 : cell.column - corner.column),
		});
}

/** Counted from 0; null for anything but a place such as `AB12`. */
export function placeOf(reference: string | undefined): Place | null {
	const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/i.exec(reference ?? '');
	if (!match?.[1]) return null;
	const letters = [...match[1].toUpperCase()];
	const column = letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
	return { row: Number(match[2]) - 1, column };
}

const ALL_SIGNS = ['=', '<>', '<', '<=', '>', '>='] as const;
type Sign = (typeof ALL_SIGNS)[number];

function comparison(left: Operand, sign: Sign, right: Operand): Condition {
	return (cell, valueAt) => {
		const order = orderOf(left(cell, valueAt), right(cell, valueAt));
		if (order === null) return false;
		if (sign === '=') return order === 0;
		if (sign === '<>') return order !== 0;
		if (Number.isNaN(order)) return null;
		return order === 0 ? sign.endsWith('=') : order < 0 === sign.startsWith('<');
	};
}

const KINDS = ['number', 'string', 'boolean'];

/**
 * As Excel compares: numbers before texts before ja and nee, texts without regard to capitals, an empty cell as 0 or ''.
 * Null when a value is broken; NaN for two different texts, since their order depends on the language.
 */
function orderOf(one: CellValue, other: CellValue): number | null {
	if (one === BROKEN || other === BROKEN) return null;
	const left = one ?? emptyLike(other);
	const right = other ?? emptyLike(one);
	if (typeof left !== typeof right) return KINDS.indexOf(typeof left) - KINDS.indexOf(typeof right);
	if (typeof left === 'string' || typeof right === 'string')
		return String(left).toLowerCase() === String(right).toLowerCase() ? 0 : Number.NaN;
	return Number(left) - Number(right);
}

function emptyLike(value: string | number | boolean | null): string | number | boolean {
	return typeof value === 'string' ? '' : typeof value === 'boolean' ? false : 0;
}

/** `whole` is null when the cell holds an error. Both are in lower case. */
type TextTest = (whole: string | null, part: string) => boolean | null;

function aboutText(test: TextTest, part: Operand, whole: Operand): Condition {
	return (cell, valueAt) => {
		const wanted = asText(part(cell, valueAt));
		return wanted === null ? null : test(asText(whole(cell, valueAt)), wanted);
	};
}

/** Null for an error and for ja and nee, which Excel writes in the language of who looks. */
function asText(value: CellValue): string | null {
	return typeof value === 'symbol' || typeof value === 'boolean' ? null : String(value ?? '').toLowerCase();
}

/** In what SEARCH looks for, these stand for other characters. */
const hasWildcard = (part: string) => /[?*~]/.test(part);
/** SEARCH finds nothing in an empty cell, not even nothing. */
const containsText: TextTest = (whole, part) =>
	hasWildcard(part) ? null : whole !== null && whole !== '' && whole.includes(part);
const containsNoText: TextTest = (whole, part) => {
	const found = containsText(whole, part);
	return found === null ? null : !found;
};
const beginsWith: TextTest = (whole, part) => whole !== null && whole.startsWith(part);
const endsWith: TextTest = (whole, part) => whole !== null && whole.endsWith(part);

/** For writers that leave out the formula. */
const TEXT_RULES: Record<string, TextTest | undefined> = {
	containsText,
	notContainsText: containsNoText,
	beginsWith,
	endsWith,
};
