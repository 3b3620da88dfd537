/** The tables of a Word document: text, merged cells, shading, and the heading above each table. */
import { fillOf, MOST_TABLES, type RawTable } from '#lib/input/table-import/raw-table.ts';
import { cellText, isNoteMark, type CellText } from './cell-text.ts';
import { makeGrid, type Grid } from './grid.ts';
import { DAMAGED, refuseTable } from './refuse-table.ts';
import { countOf, walkXml } from './xml.ts';
import type { Zip } from './zip.ts';

interface OpenCell {
	content: CellText;
	fill: string | null;
	colspan: number;
	isContinued: boolean;
}

interface OpenTable {
	grid: Grid;
	row: number;
	column: number;
	cell: OpenCell | null;
	/** Per column the row where the merged cell above started. */
	merged: Map<number, { row: number; colspan: number }>;
}

/** The sixteen colours of the highlighting pen that can mean a level. */
const HIGHLIGHT: Record<string, string> = {
	red: 'ff0000',
	darkRed: '800000',
	green: '00ff00',
	darkGreen: '008000',
	yellow: 'ffff00',
	darkYellow: '808000',
};

export function readDocx(zip: Zip): RawTable[] {
	const xml = zip.read('word/document.xml');
	if (xml === null) throw refuseTable(DAMAGED);
	const tables: RawTable[] = [];
	let table: OpenTable | null = null;
	let nesting = 0;
	let heading: string | null = null;
	let paragraph = { content: cellText(), isHeading: false };
	let run = { bold: false, isRaised: false };
	/** For every content control that is open: whether it shows the words of its template instead of an answer. */
	const controls: boolean[] = [];
	let isText = false;
	let isSkipped = 0;
	/** Shading in a cell's own properties wins from that of its text. */
	let isInCellProperties = false;

	const target = () => (table ? table.cell?.content : paragraph.content);
	const add = (text: string) => {
		if (controls.includes(true)) return;
		target()?.add(text, { bold: run.bold, isNote: run.isRaised && isNoteMark(text) });
	};

	const open: Record<string, (of: (name: string) => string | undefined) => void> = {
		'w:tbl': () => {
			nesting += 1;
			if (nesting > 1) return;
			if (tables.length >= MOST_TABLES)
				throw refuseTable(`Er staan meer dan ${MOST_TABLES} tabellen in dit bestand.`);
			table = { grid: makeGrid(), row: -1, column: 0, cell: null, merged: new Map() };
		},
		'w:tr': () => {
			if (!table || nesting > 1) return;
			table.row += 1;
			table.column = 0;
		},
		'w:gridBefore': (of) => {
			if (table && nesting === 1) table.column += countOf(of('w:val'));
		},
		'w:tc': () => {
			if (!table || nesting > 1) return;
			table.cell = { content: cellText(), fill: null, colspan: 1, isContinued: false };
		},
		'w:tcPr': () => (isInCellProperties = nesting === 1),
		'w:gridSpan': (of) => {
			if (table?.cell && nesting === 1) table.cell.colspan = countOf(of('w:val'));
		},
		'w:vMerge': (of) => {
			if (table?.cell && nesting === 1) table.cell.isContinued = of('w:val') !== 'restart';
		},
		'w:shd': (of) => {
			if (!table?.cell || nesting > 1) return;
			const fill = fillOf(of('w:fill'));
			table.cell.fill = isInCellProperties ? fill : (table.cell.fill ?? fill);
		},
		'w:highlight': (of) => {
			if (table?.cell && nesting === 1) table.cell.fill ??= HIGHLIGHT[of('w:val') ?? ''] ?? null;
		},
		'w:p': () => {
			if (!table) paragraph = { content: cellText(), isHeading: false };
		},
		'w:pStyle': (of) => {
			if (!table) paragraph.isHeading = /^(heading|kop|titel|title)/i.test(of('w:val') ?? '');
		},
		'w:r': () => (run = { bold: false, isRaised: false }),
		'w:b': (of) => (run.bold = !['0', 'false', 'off'].includes(of('w:val') ?? '')),
		'w:rStyle': (of) => (run.isRaised ||= /^(foot|end)note|^(voet|eind)noot/i.test(of('w:val') ?? '')),
		/** LibreOffice writes a raised text so. */
		'w:position': (of) => (run.isRaised ||= Number(of('w:val')) > 0),
		'w:sdt': () => controls.push(false),
		'w:showingPlcHdr': () => controls.splice(-1, 1, true),
		'w:vertAlign': (of) => (run.isRaised = of('w:val') === 'superscript'),
		'w:footnoteReference': () => target()?.add('[voetnoot]', { isNote: true }),
		'w:endnoteReference': () => target()?.add('[eindnoot]', { isNote: true }),
		'w:t': () => (isText = true),
		'w:tab': () => add(' '),
		'w:br': () => add('\n'),
		'w:cr': () => add('\n'),
		'w:noBreakHyphen': () => add('-'),
		/** The crossed box and the tick of Wingdings. */
		'w:sym': (of) =>
			add(/^f0(fd|fe|fc|fb|a8)$/i.test(of('w:char') ?? '') ? symbolOf(of('w:char') ?? '') : ''),
	};
	const close: Record<string, () => void> = {
		'w:tcPr': () => (isInCellProperties = false),
		'w:t': () => (isText = false),
		'w:sdt': () => controls.pop(),
		'w:p': () => {
			target()?.endLine();
			if (table) return;
			const { text, bold } = paragraph.content.result();
			if (text !== '' && text.length <= 160 && (paragraph.isHeading || bold || /^thema\b/i.test(text)))
				heading = text;
		},
		'w:tc': () => {
			if (table && nesting === 1) closeCell(table);
		},
		'w:tbl': () => {
			nesting -= 1;
			if (nesting > 0 || !table) return;
			tables.push(table.grid.toTable(`tabel ${tables.length + 1}`, heading));
			table = null;
			heading = null;
		},
	};
	walkXml(xml, {
		open(name, attributes) {
			if (name === 'mc:Fallback' || isSkipped > 0) isSkipped += 1;
			else open[name]?.((attribute) => attributes[attribute]);
		},
		close(name) {
			if (isSkipped > 0) isSkipped -= 1;
			else close[name]?.();
		},
		text(text) {
			if (isText && isSkipped === 0) add(text);
		},
	});
	return tables;
}

function symbolOf(code: string): string {
	return code.toLowerCase() === 'f0a8' ? '☐' : '☒';
}

function closeCell(table: OpenTable): void {
	const { cell, grid, row, column } = table;
	if (!cell) return;
	const above = cell.isContinued ? table.merged.get(column) : undefined;
	if (above) {
		grid.span(above.row, column, row - above.row + 1, above.colspan);
	} else {
		grid.put(row, column, { ...cell.content.result(), fill: cell.fill, colspan: cell.colspan, rowspan: 1 });
		table.merged.set(column, { row, colspan: cell.colspan });
	}
	table.column += cell.colspan;
	table.cell = null;
}
