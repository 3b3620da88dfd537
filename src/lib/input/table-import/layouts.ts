/** Where the header of a table is, and what its columns probably mean. Tables with the same header share one layout. */
import { BOXES, columnOfHeading, simplified, type ColumnChoice } from './columns.ts';
import { isNoAnswer, readLevelWord } from './cell-words.ts';
import type { RawCell, RawTable } from './raw-table.ts';

export interface Layout {
	/** The words above the columns; '' where there are none. */
	headings: string[];
	guess: ColumnChoice[];
	/** The first filled cell of every column, to recognise it by. */
	samples: string[];
}

export interface PlacedTable {
	table: RawTable;
	/** Index in the list of layouts. */
	layout: number;
	/** Rows, counted from 0, that are a header. */
	headers: ReadonlySet<number>;
}

export interface Layouts {
	layouts: Layout[];
	tables: PlacedTable[];
}

/** A header stands in the first rows, or is repeated further on. */
const LOOK_FOR_HEADER_IN = 20;

export function findLayouts(tables: readonly RawTable[]): Layouts {
	const layouts: Layout[] = [];
	const bySignature = new Map<string, number>();
	const placed = tables.map((table): PlacedTable => {
		const headers = headerRows(table);
		const width = Math.max(0, ...table.rows.map((row) => row.length));
		const headings = headingsOf(table, headers, width);
		// A table without a header of its own goes on where the one above it stopped.
		const last = layouts.length - 1;
		if (headers.size === 0 && layouts[last]?.headings.length === width)
			return { table, headers, layout: last };
		const signature = JSON.stringify(headings.map(simplified));
		let layout = bySignature.get(signature) ?? -1;
		if (layout === -1) {
			layout = layouts.push(makeLayout(table, headers, headings)) - 1;
			bySignature.set(signature, layout);
		}
		return { table, headers, layout };
	});
	return { layouts, tables: placed };
}

/** The first header and the row below it when that goes on with it, and every repetition. */
function headerRows({ rows }: RawTable): Set<number> {
	const headers = new Set<number>();
	const first = rows.slice(0, LOOK_FOR_HEADER_IN).findIndex(isHeader);
	if (first === -1) return headers;
	headers.add(first);
	if (isSecondHeader(rows[first + 1])) headers.add(first + 1);
	const words = rowWords(rows[first]);
	for (const [index, row] of rows.entries()) if (index > first && rowWords(row) === words) headers.add(index);
	return headers;
}

const rowWords = (row: readonly RawCell[] = []) => row.map(({ text }) => text.trim().toLowerCase()).join('|');

function isHeader(row: readonly RawCell[]): boolean {
	const found = new Set(row.flatMap(({ text }) => columnOfHeading(text) || []));
	const telling = [...found].filter((column) => !column.startsWith('box-'));
	return telling.length >= 2;
}

/** Only the numbers of the boxes, below a heading that spans them. */
function isSecondHeader(row: readonly RawCell[] | undefined): boolean {
	const words = row?.filter(({ text }) => text !== '').map(({ text }) => columnOfHeading(text)) ?? [];
	return words.length >= 3 && words.every((column) => column.startsWith('box-'));
}

function headingsOf({ rows }: RawTable, headers: ReadonlySet<number>, width: number): string[] {
	const [first = -1, second = -1] = [...headers];
	const below = second === first + 1 ? rows[second] : undefined;
	return Array.from({ length: width }, (_, column) => {
		const own = rows[first]?.[column]?.text ?? '';
		return below?.[column]?.text || own || boxHeading(rows[first], column);
	});
}

/** The number of a box under one heading "1 2 3 4" that spans four columns. */
function boxHeading(row: readonly RawCell[] | undefined, column: number): string {
	const start = row?.findIndex(({ text, colspan }) => colspan === 4 && /^1\D+2\D+3\D+4$/.test(text)) ?? -1;
	return start >= 0 && column > start && column < start + 4 ? String(column - start + 1) : '';
}

function makeLayout(table: RawTable, headers: ReadonlySet<number>, headings: string[]): Layout {
	const start = headings.findIndex((heading) => /^1\D+2\D+3\D+4$/.test(heading));
	const words = headings.map((heading, index) => (index === start ? '1' : heading));
	const body = table.rows.filter((_, index) => !headers.has(index));
	const columns = words.map((_, column) =>
		body.map((row) => row[column]?.text ?? '').filter((text) => text !== ''),
	);
	return {
		headings: words,
		guess: headers.size > 0 ? guessByHeading(words, columns) : guessByContent(columns),
		samples: columns.map((texts, column) => sampleOf(body, column) ?? texts[0] ?? ''),
	};
}

/** From a row with more in it than the name of a thema. */
function sampleOf(body: readonly RawCell[][], column: number): string | undefined {
	const rows = body.filter((row) => row.filter(({ text }) => text !== '').length > 1);
	return rows.map((row) => row[column]?.text ?? '').find((text) => text !== '');
}

/** A meaning is given once, to the first column that has it. Colour words above narrow columns are the four boxes. */
function guessByHeading(headings: readonly string[], columns: readonly string[][]): ColumnChoice[] {
	const used = new Set<ColumnChoice>();
	return headings.map((heading, index) => {
		const level = readLevelWord(heading, 'result')?.level;
		const isWide = columns[index]?.some((text) => text.length > 3) ?? false;
		const box = level && BOXES[['rood', 'oranje', 'groen', 'donkergroen'].indexOf(level)];
		const choice = level ? (isWide ? (`goal-${level}` as const) : (box ?? '')) : columnOfHeading(heading);
		if (choice === '' || used.has(choice)) return '';
		used.add(choice);
		return choice;
	});
}

/** Without a header: numbers, then the first texts, level words, and the longest texts. */
function guessByContent(columns: readonly string[][]): ColumnChoice[] {
	const guess: ColumnChoice[] = columns.map(() => '');
	const share = (texts: readonly string[], fits: (text: string) => boolean) =>
		texts.length === 0 ? 0 : texts.filter(fits).length / texts.length;
	const give = (choice: ColumnChoice, index: number) => {
		if (index >= 0 && guess[index] === '' && !guess.includes(choice)) guess[index] = choice;
	};
	give(
		'number',
		columns.findIndex((texts) => share(texts, (text) => /^\d{1,4}\.?$/.test(text)) > 0.6),
	);
	give(
		'level',
		columns.findLastIndex(
			(texts) => share(texts, (text) => readLevelWord(text, 'result') !== null || isNoAnswer(text)) > 0.6,
		),
	);
	give(
		'title',
		columns.findIndex((texts, index) => guess[index] === '' && share(texts, (text) => text.length > 3) > 0.5),
	);
	const lengths = columns.map((texts, index) => (guess[index] === '' ? texts.join('').length : -1));
	if (Math.max(...lengths, 0) > 0) give('narrative', lengths.indexOf(Math.max(...lengths)));
	return guess;
}
