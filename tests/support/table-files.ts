/** Files as other programs write them, with the same small agenda in them; made by writers that are not ours. */
import {
	Document,
	Packer,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	VerticalMergeType,
	FootnoteReferenceRun,
	HeadingLevel,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';

export interface FileCell {
	text: string;
	fill?: string;
	colspan?: number;
	/** `start` begins a cell that is merged downwards, `on` goes on with it. */
	merge?: 'start' | 'on';
	bold?: boolean;
	/** A footnote mark behind the text. */
	note?: string;
	hasFootnote?: boolean;
}
export type FileRow = (string | FileCell)[];

export const FILLS = { rood: 'FF0000', oranje: 'FFC000', groen: '92D050', donkergroen: '00B050' } as const;

export const HEADER: FileRow = [
	'Nr.',
	'Agendapunt',
	'1',
	'2',
	'3',
	'4',
	'Kwartaal 4: stand van zaken in januari',
	'Status',
];

/** Two themas, three items; as the model of 2019 has it, with words. */
export const PLAIN: FileRow[] = [
	HEADER,
	[{ text: 'Thema 1: Jonge kind', colspan: 8, bold: true }],
	['1', 'Peuters in beeld', '', '', '', '', 'Alle gemeenten doen mee.', 'groen'],
	['2', 'Warme overdracht', '', '', '', '', 'Nog niet begonnen.', 'rood'],
	[{ text: 'Thema 2: Thuiszitters', colspan: 8, bold: true }],
	['1', 'Verzuimaanpak', '', '', '', '', '--', '--'],
];

const cellOf = (cell: string | FileCell): FileCell => (typeof cell === 'string' ? { text: cell } : cell);

/** Every group of rows is a table, under its heading when it has one. */
export async function docxFile(...tables: { heading?: string; rows: FileRow[] }[]): Promise<Uint8Array> {
	const children = tables.flatMap(({ heading, rows }) => [
		...(heading === undefined ? [] : [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 })]),
		new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cellOf).map(docxCell) })) }),
		new Paragraph(''),
	]);
	const footnotes = { 1: { children: [new Paragraph('Bron: gemeente.')] } };
	return new Uint8Array(await Packer.toArrayBuffer(new Document({ footnotes, sections: [{ children }] })));
}

function docxCell({ text, fill, colspan, merge, bold, note, hasFootnote }: FileCell): TableCell {
	const runs = [
		new TextRun({ text, bold }),
		...(note === undefined ? [] : [new TextRun({ text: note, superScript: true })]),
		...(hasFootnote ? [new FootnoteReferenceRun(1)] : []),
	];
	return new TableCell({
		children: [new Paragraph({ children: runs })],
		...(fill ? { shading: { fill } } : {}),
		...(colspan ? { columnSpan: colspan } : {}),
		...(merge
			? { verticalMerge: merge === 'start' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
			: {}),
	});
}

/** A sheet per name. Merged cells count one row only. */
function sheetsOf(sheets: Record<string, FileRow[]>) {
	return Object.entries(sheets).map(([name, rows]) => {
		const placed = rows.map(withPlaces);
		const cells = placed.flatMap((row, y) =>
			row.map(({ at, cell }): [string, ReturnType<typeof sheetCell>] => [`${y},${at}`, sheetCell(cell)]),
		);
		const merges = placed.flatMap((row, y) =>
			row.flatMap(({ at, cell }) =>
				cell.colspan ? [{ startRow: y, endRow: y, startCol: at, endCol: at + cell.colspan - 1 }] : [],
			),
		);
		const values = placed.map((row) => {
			const line: string[] = [];
			for (const { at, cell } of row) line[at] = cell.text;
			return Array.from(line, (value) => value ?? '');
		});
		return { name, rows: values, cells: new Map(cells), merges };
	});
}

function withPlaces(row: FileRow): { at: number; cell: FileCell }[] {
	let at = 0;
	return row.map(cellOf).map((cell) => {
		const placed = { at, cell };
		at += cell.colspan ?? 1;
		return placed;
	});
}

function sheetCell({ text, fill, bold }: FileCell) {
	const style = {
		...(fill
			? { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: fill } } }
			: {}),
		...(bold ? { font: { bold: true } } : {}),
	};
	return { value: text, type: 'string' as const, style };
}

export async function xlsxFile(sheets: Record<string, FileRow[]>): Promise<Uint8Array> {
	return writeXlsx({ sheets: sheetsOf(sheets) });
}

export async function odsFile(sheets: Record<string, FileRow[]>): Promise<Uint8Array> {
	return writeOds({ sheets: sheetsOf(sheets) });
}

const ODF =
	'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ' +
	'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' +
	'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"';

/** A LibreOffice text with one table under a heading. */
export function odtFile(rows: FileRow[], heading = ''): Uint8Array {
	const fills = [...new Set(rows.flat().map((cell) => cellOf(cell).fill ?? ''))].filter(Boolean);
	const styles = fills.map(
		(fill) =>
			`<style:style style:name="c${fill}" style:family="table-cell"><style:table-cell-properties fo:background-color="#${fill.toLowerCase()}"/></style:style>`,
	);
	const raised =
		'<style:style style:name="hoog" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';
	const body = rows
		.map((row) => `<table:table-row>${row.map(cellOf).map(odtCell).join('')}</table:table-row>`)
		.join('');
	const title = heading === '' ? '' : `<text:h text:outline-level="2">${escaped(heading)}</text:h>`;
	return openDocument(
		'text',
		`<office:document-content ${ODF} office:version="1.3"><office:automatic-styles>${styles.join('')}${raised}</office:automatic-styles><office:body><office:text>${title}<table:table table:name="Tabel1">${body}</table:table></office:text></office:body></office:document-content>`,
	);
}

function odtCell({ text, fill, colspan, note, hasFootnote }: FileCell): string {
	const style = fill ? ` table:style-name="c${fill}"` : '';
	const span = colspan ? ` table:number-columns-spanned="${colspan}"` : '';
	const mark = note === undefined ? '' : `<text:span text:style-name="hoog">${note}</text:span>`;
	const footnote = hasFootnote
		? '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Bron</text:p></text:note-body></text:note>'
		: '';
	const covered = '<table:covered-table-cell/>'.repeat((colspan ?? 1) - 1);
	return `<table:table-cell${style}${span}><text:p>${escaped(text)}${mark}${footnote}</text:p></table:table-cell>${covered}`;
}

export function openDocument(
	kind: 'text' | 'spreadsheet',
	content: string,
	more: Record<string, Uint8Array> = {},
): Uint8Array {
	const type = `application/vnd.oasis.opendocument.${kind}`;
	return zipSync({
		mimetype: [strToU8(type), { level: 0 }],
		'content.xml': strToU8(`<?xml version="1.0" encoding="UTF-8"?>${content}`),
		...more,
	});
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function csvFile(rows: FileRow[], delimiter = ';'): Uint8Array {
	const lines = rows.map((row) =>
		row.map((cell) => `"${cellOf(cell).text.replaceAll('"', '""')}"`).join(delimiter),
	);
	return strToU8(lines.join('\r\n'));
}
