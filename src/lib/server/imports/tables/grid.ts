/** Putting cells in their place in a table, with merged cells, and with an end to its size. */
import {
	EMPTY_CELL,
	LONGEST_CELL,
	MOST_COLUMNS,
	MOST_ROWS,
	type RawCell,
	type RawTable,
} from '#lib/input/table-import/raw-table.ts';
import { refuseTable } from './refuse-table.ts';

export interface Grid {
	/** Rows and columns count from 0. A cell without text or colour is left out, unless it spans others. */
	put(row: number, column: number, cell: RawCell): void;
	at(row: number, column: number): RawCell | null;
	/** Makes the cell at this place span so many rows and columns. */
	span(row: number, column: number, rows: number, columns: number): void;
	toTable(name: string, heading: string | null): RawTable;
}

export function makeGrid(): Grid {
	const rows: RawCell[][] = [];
	const put = (row: number, column: number, cell: RawCell) => {
		if (cell.text === '' && cell.raw === undefined && column >= MOST_COLUMNS) return;
		if (cell.text === '' && row >= MOST_ROWS) return;
		if (row >= MOST_ROWS) throw refuseTable(`De tabel is te lang. Maak er hoogstens ${MOST_ROWS} rijen van.`);
		if (column >= MOST_COLUMNS)
			throw refuseTable(`De tabel is te breed. Maak er hoogstens ${MOST_COLUMNS} kolommen van.`);
		if (cell.text.length > LONGEST_CELL) throw refuseTable(tooLong(row));
		for (let index = rows.length; index <= row; index += 1) rows.push([]);
		const cells = rows[row] ?? [];
		for (let index = cells.length; index < column; index += 1) cells.push(EMPTY_CELL);
		cells[column] = cell;
	};
	const at = (row: number, column: number) => rows[row]?.[column] ?? null;
	return {
		put,
		at,
		span(row, column, height, width) {
			const cell = at(row, column) ?? EMPTY_CELL;
			put(row, column, { ...cell, rowspan: height, colspan: width });
		},
		toTable: (name, heading) => ({ name, heading, rows: trimmed(withCovered(rows)) }),
	};
}

function tooLong(row: number): string {
	return `In rij ${row + 1} staat een cel met meer dan ${LONGEST_CELL.toLocaleString('nl-NL')} tekens. Maak de tekst korter.`;
}

/** Overlapping merged cells could ask for endless work. */
const MOST_COVERED = 5 * MOST_ROWS * MOST_COLUMNS;

function withCovered(rows: RawCell[][]): RawCell[][] {
	const width = Math.min(
		MOST_COLUMNS,
		rows.reduce((most, row) => Math.max(most, row.length), 0),
	);
	const filled = rows.map((row) => [...row]);
	let covered = 0;
	for (const [top, row] of rows.entries()) {
		for (const [left, { rowspan, colspan }] of row.entries()) {
			const bottom = Math.min(top + rowspan, rows.length);
			const right = Math.min(left + colspan, width);
			covered += (bottom - top) * (right - left);
			if (covered > MOST_COVERED)
				throw refuseTable('De tabel heeft te veel samengevoegde cellen. Splits ze.');
			for (let y = top; y < bottom; y += 1) {
				for (let x = left; x < right; x += 1) {
					if (x === left && y === top) continue;
					const cells = filled[y] ?? [];
					for (let index = cells.length; index < x; index += 1) cells.push(EMPTY_CELL);
					cells[x] = { ...EMPTY_CELL, covered: y > top ? 'above' : 'left' };
				}
			}
		}
	}
	return filled;
}

const hasContent = ({ text, fill, covered, hasUnreadRule }: RawCell) =>
	text !== '' || fill !== null || covered !== undefined || hasUnreadRule === true;

/** Without empty rows at the end and empty cells at the end of a row. */
function trimmed(rows: RawCell[][]): RawCell[][] {
	const cut = rows.map((row) => row.slice(0, row.findLastIndex(hasContent) + 1));
	return cut.slice(0, cut.findLastIndex((row) => row.some(({ text }) => text !== '')) + 1);
}
