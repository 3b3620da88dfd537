/** The tables of a LibreOffice text (odt) and the sheets of a LibreOffice spreadsheet (ods); both have the same tables. */
import { MOST_COLUMNS, MOST_ROWS, MOST_TABLES, type RawTable } from '#lib/input/table-import/raw-table.ts';
import { cellText, isNoteMark, type CellText } from './cell-text.ts';
import { makeGrid, type Grid } from './grid.ts';
import { makeOpenStyles, type OpenStyles } from './opendocument-styles.ts';
import { DAMAGED, refuseTable } from './refuse-table.ts';
import { countOf, walkXml } from './xml.ts';
import type { Zip } from './zip.ts';

type Attributes = Readonly<Record<string, string>>;

interface OpenTable {
	grid: Grid;
	name: string;
	isHidden: boolean;
	row: number;
	rowRepeats: number;
	column: number;
	/** Style of the cells of a column that say nothing themselves. */
	columnStyles: (string | undefined)[];
	cell: OpenCell | null;
}

interface OpenCell {
	content: CellText;
	attributes: Attributes;
	textFill: string | null;
}

/** Elements whose text is no part of the table. */
const NOT_READ = ['office:annotation', 'text:note', 'draw:frame', 'text:tracked-changes', 'office:forms'];

export function readOpenDocument(zip: Zip, kind: 'odt' | 'ods'): RawTable[] {
	const content = zip.read('content.xml');
	if (content === null) throw refuseTable(DAMAGED);
	const styles = makeOpenStyles();
	const named = zip.read('styles.xml');
	if (named !== null) walkXml(named, { open: (name, attributes) => styles.see(name, attributes) });
	const tables: RawTable[] = [];
	let table: OpenTable | null = null;
	let nesting = 0;
	let heading: string | null = null;
	let line = { content: cellText(), isHeading: false, bold: false };
	let lines = 0;
	let spans: { bold?: boolean; isRaised?: boolean }[] = [];
	let skipped = 0;

	const target = () => (table ? table.cell?.content : line.content);
	const add = (text: string) => {
		const span = spans.findLast(({ bold }) => bold !== undefined);
		const isRaised = spans.some((one) => one.isRaised) && isNoteMark(text);
		target()?.add(text, { bold: span?.bold ?? line.bold, isNote: isRaised });
	};
	const openParagraph = (name: string, attributes: Attributes) => {
		const styleName = attributes['text:style-name'];
		const style = styles.find('paragraph', styleName);
		const isHeading = name === 'text:h' || /^(heading|kop|title)/i.test(styleName ?? '');
		if (!table) line = { content: cellText(), isHeading, bold: style.bold ?? false };
		else line.bold = style.bold ?? boldOfCell(styles, table);
		if (table?.cell) table.cell.textFill ??= style.fill ?? null;
		lines += 1;
		spans = [];
	};
	const open: Record<string, (attributes: Attributes, name: string) => void> = {
		'table:table': (attributes) => {
			nesting += 1;
			if (nesting > 1) return;
			if (tables.length >= MOST_TABLES)
				throw refuseTable(`Er staan meer dan ${MOST_TABLES} tabellen in dit bestand.`);
			table = {
				grid: makeGrid(),
				name: attributes['table:name'] ?? '',
				row: 0,
				rowRepeats: 1,
				column: 0,
				isHidden: styles.find('table', attributes['table:style-name']).isHidden ?? false,
				columnStyles: [],
				cell: null,
			};
		},
		'table:table-column': (attributes) => {
			const repeats = Math.min(countOf(attributes['table:number-columns-repeated']), MOST_COLUMNS);
			for (let count = 0; table && nesting === 1 && count < repeats; count += 1)
				table.columnStyles.push(attributes['table:default-cell-style-name']);
		},
		'table:table-row': (attributes) => {
			if (!table || nesting > 1) return;
			table.rowRepeats = countOf(attributes['table:number-rows-repeated']);
			table.column = 0;
		},
		'table:table-cell': (attributes) => {
			if (table && nesting === 1) table.cell = { content: cellText(), attributes, textFill: null };
			lines = 0;
		},
		'table:covered-table-cell': (attributes) => {
			if (table && nesting === 1) table.column += countOf(attributes['table:number-columns-repeated']);
		},
		'text:p': (attributes, name) => openParagraph(name, attributes),
		'text:h': (attributes, name) => openParagraph(name, attributes),
		'text:span': (attributes) => spans.push(styles.find('text', attributes['text:style-name'])),
		'text:s': (attributes) => add(' '.repeat(Math.min(countOf(attributes['text:c']), 10))),
		'text:tab': () => add(' '),
		'text:line-break': () => add('\n'),
		'text:note': () => target()?.add('[voetnoot]', { isNote: true }),
	};
	const endLine = () => {
		target()?.endLine();
		lines -= 1;
		if (table) return;
		const { text, bold } = line.content.result();
		if (text !== '' && text.length <= 160 && (line.isHeading || bold || /^thema\b/i.test(text)))
			heading = text;
	};
	const close: Record<string, () => void> = {
		'text:p': endLine,
		'text:h': endLine,
		'text:span': () => void spans.pop(),
		'table:table-cell': () => {
			if (table && nesting === 1) closeCell(table, styles);
		},
		'table:table-row': () => {
			if (table && nesting === 1) table.row += table.rowRepeats;
		},
		'table:table': () => {
			nesting -= 1;
			if (nesting > 0 || !table) return;
			const name = kind === 'ods' ? `blad "${table.name}"` : `tabel ${tables.length + 1}`;
			if (!table.isHidden) tables.push(table.grid.toTable(name, kind === 'ods' ? table.name : heading));
			table = null;
			heading = null;
		},
	};
	walkXml(content, {
		open(name, attributes) {
			if (name === 'text:note' && skipped === 0) open[name]?.(attributes, name);
			if (skipped > 0 || NOT_READ.includes(name)) skipped += 1;
			else {
				styles.see(name, attributes);
				open[name]?.(attributes, name);
			}
		},
		close(name) {
			if (skipped > 0) skipped -= 1;
			else close[name]?.();
		},
		text(text) {
			if (skipped === 0 && lines > 0) add(text.replaceAll(/\s+/g, ' '));
		},
	});
	return tables;
}

function cellStyleOf(styles: OpenStyles, table: OpenTable) {
	const own = table.cell?.attributes['table:style-name'];
	return styles.find('table-cell', own ?? table.columnStyles[table.column]);
}

function boldOfCell(styles: OpenStyles, table: OpenTable): boolean {
	return cellStyleOf(styles, table).bold ?? false;
}

/** A repeated row or cell is written out only where it holds text; colours stay within the table as it is then. */
function closeCell(table: OpenTable, styles: OpenStyles): void {
	const { cell, grid, row } = table;
	if (!cell) return;
	const repeats = countOf(cell.attributes['table:number-columns-repeated']);
	const content = cell.content.result();
	const fill = cellStyleOf(styles, table).fill ?? cell.textFill;
	if (content.text !== '' || fill !== null || content.raw !== undefined) {
		const colspan = countOf(cell.attributes['table:number-columns-spanned']);
		const rowspan = countOf(cell.attributes['table:number-rows-spanned']);
		const rowsOf = Math.min(table.rowRepeats, MOST_ROWS + 1);
		const columnsOf = Math.min(repeats, MOST_COLUMNS + 1);
		for (let down = 0; down < (content.text === '' && rowsOf > MOST_ROWS ? 1 : rowsOf); down += 1) {
			for (let right = 0; right < columnsOf; right += 1)
				grid.put(row + down, table.column + right, { ...content, fill, colspan, rowspan });
		}
	} else if (countOf(cell.attributes['table:number-columns-spanned']) > 1) {
		grid.span(
			row,
			table.column,
			countOf(cell.attributes['table:number-rows-spanned']),
			countOf(cell.attributes['table:number-columns-spanned']),
		);
	}
	table.column += repeats;
	table.cell = null;
}
