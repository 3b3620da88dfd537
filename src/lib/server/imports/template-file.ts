/** The template as a file: Excel, LibreOffice or CSV. */
import { stringify } from 'csv-stringify/sync';
import type { Sheet } from './template-table.ts';
import { writeOds } from './tables/write-ods.ts';
import { writeXlsx } from './tables/write-xlsx.ts';

export const TEMPLATE_KINDS = {
	xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', write: writeXlsx },
	ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', write: writeOds },
	csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
} as const satisfies Record<string, { type: string; write: (sheets: readonly Sheet[]) => Uint8Array }>;

/** Null for a kind that there is not. */
export function templateFile(
	sheets: readonly Sheet[],
	kind: string,
): { content: Uint8Array; type: string } | null {
	const found = Object.entries(TEMPLATE_KINDS).find(([name]) => name === kind)?.[1];
	return found ? { content: found.write(sheets), type: found.type } : null;
}

/** The first sheet only, as Dutch Excel opens it: UTF-8 with a mark, `;` between cells. */
function writeCsv([sheet]: readonly Sheet[]): Uint8Array {
	const rows = sheet?.rows.map((row) => row.map(({ text }) => text)) ?? [];
	return Buffer.from(
		stringify(rows, { bom: true, delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ }),
	);
}
