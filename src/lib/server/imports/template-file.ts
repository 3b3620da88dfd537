/** The template as a file: Excel, LibreOffice or CSV. */
import { stringify } from 'csv-stringify/sync';
import type { Sheet } from '../documents/sheet.ts';
import { ODS_TYPE, writeOds } from '../documents/write-ods.ts';
import { writeXlsx, XLSX_TYPE } from '../documents/write-xlsx.ts';

export const TEMPLATE_KINDS = {
	xlsx: { type: XLSX_TYPE, write: (sheets) => writeXlsx(sheets) },
	ods: { type: ODS_TYPE, write: (sheets) => writeOds(sheets) },
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
