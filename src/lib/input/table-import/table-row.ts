/** One row of a table, by what its columns mean; merged cells count for every row that they span. */
import { withoutGuard } from './cell-words.ts';
import { COLUMN_WORD, type Column, type ColumnChoice } from './columns.ts';
import { EMPTY_CELL, type RawCell, type RawTable } from './raw-table.ts';

export interface TableRow {
	/** `tabel 2, rij 7`. */
	place: string;
	/** `tabel 2, rij 7, kolom "status"`. */
	placeOf(column: Column): string;
	has(column: Column): boolean;
	cell(column: Column): RawCell;
	text(column: Column): string;
	/** The cell is part of a merged cell that started in a row above. */
	isContinued(column: Column): boolean;
	/** The cells with text that start in this row, wherever they stand. */
	filled: RawCell[];
	width: number;
}

export function tableRow(table: RawTable, index: number, choices: readonly ColumnChoice[]): TableRow {
	const row = table.rows[index] ?? [];
	const place = `${table.name}, rij ${index + 1}`;
	const indexOf = (column: Column) => choices.indexOf(column);
	const cell = (column: Column) => {
		const at = indexOf(column);
		return at === -1 ? EMPTY_CELL : originOf(table, index, at, column.startsWith('box-'));
	};
	return {
		place,
		placeOf: (column) => `${place}, kolom "${COLUMN_WORD[column].toLowerCase()}"`,
		has: (column) => indexOf(column) !== -1,
		cell,
		text: (column) => withoutGuard(cell(column).text),
		isContinued: (column) => row[indexOf(column)]?.covered === 'above',
		filled: row.filter(({ text }) => text !== ''),
		width: choices.length,
	};
}

/** The cell itself, or the start of the merged cell that it is part of. A box that is merged sideways is also filled. */
function originOf(table: RawTable, row: number, column: number, isBox: boolean): RawCell {
	let [y, x] = [row, column];
	while (table.rows[y]?.[x]?.covered === 'above' && y > 0) y -= 1;
	const start = table.rows[y]?.[x];
	if (!start) return EMPTY_CELL;
	if (start.covered !== 'left') return start;
	if (!isBox && y === row) return EMPTY_CELL;
	while (table.rows[y]?.[x]?.covered === 'left' && x > 0) x -= 1;
	const origin = table.rows[y]?.[x] ?? EMPTY_CELL;
	return isBox ? { ...origin, text: '', bold: false, colspan: 1, rowspan: 1 } : origin;
}
