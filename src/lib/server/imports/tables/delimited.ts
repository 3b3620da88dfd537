/** Tables as plain text: CSV in the encodings that spreadsheets write, and cells pasted from a spreadsheet. */
import { parse } from 'csv-parse/sync';
import { MOST_ROWS, type RawTable } from '#lib/input/table-import/raw-table.ts';
import { tidy } from './cell-text.ts';
import { makeGrid } from './grid.ts';
import { refuseTable } from './refuse-table.ts';

const DELIMITERS = ['\t', ';', ',', '|'] as const;

/** Null for bytes that are no text. UTF-8, UTF-16 with a mark, or else the old encoding of Windows. */
export function decodeText(bytes: Uint8Array): string | null {
	const encoding =
		bytes[0] === 0xff && bytes[1] === 0xfe
			? 'utf-16le'
			: bytes[0] === 0xfe && bytes[1] === 0xff
				? 'utf-16be'
				: 'utf-8';
	const text = decode(bytes, encoding) ?? decode(bytes, 'windows-1252');
	return text === null || /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? null : text;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** One table, without a heading. */
export function readDelimited(text: string, name: string): RawTable[] {
	const grid = makeGrid();
	for (const [row, cells] of parseRows(text).entries()) {
		for (const [column, value] of cells.entries()) {
			const clean = tidy(value);
			if (clean !== '')
				grid.put(row, column, { text: clean, fill: null, bold: false, colspan: 1, rowspan: 1 });
		}
	}
	return [grid.toTable(name, null)];
}

function parseRows(text: string): string[][] {
	try {
		return parse(text, {
			bom: true,
			delimiter: delimiterOf(text),
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: false,
			to: MOST_ROWS + 1,
			max_record_size: 500_000,
		});
	} catch {
		throw refuseTable(
			'Deze tekst is niet als tabel te lezen: een aanhalingsteken is niet gesloten. Kopieer de cellen opnieuw.',
		);
	}
}

/** The sign that stands most often in the first lines, outside quotes. A tab wins, since it is never part of a sentence. */
function delimiterOf(text: string): string {
	const start = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/g, '');
	if (start.includes('\t')) return '\t';
	const lines = start.split(/\r?\n/, 20);
	const countIn = (line: string, sign: string) => line.split(sign).length - 1;
	const score = (sign: string) =>
		lines.filter((line) => countIn(line, sign) > 0).length * 1000 + countIn(lines[0] ?? '', sign);
	return [...DELIMITERS].sort((a, b) => score(b) - score(a))[0] ?? ';';
}
