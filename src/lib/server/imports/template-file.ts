/** The template as a file: Excel, LibreOffice or CSV. */
import { stringify } from 'csv-stringify/sync';
import type { Sheet } from '../documents/sheet.ts';
import { ODS_TYPE } from '../documents/write-ods.ts';
import { XLSX_TYPE } from '../documents/write-xlsx.ts';
import { heavyWork } from '../heavy-work/heavy-work.ts';

export const TEMPLATE_KINDS = {
	xlsx: {
		type: XLSX_TYPE,
		write: (sheets) => heavyWork('write-sheets', { sheets, format: 'xlsx', day: null }),
	},
	ods: { type: ODS_TYPE, write: (sheets) => heavyWork('write-sheets', { sheets, format: 'ods', day: null }) },
	csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
} as const satisfies Record<
	string,
	{ type: string; write: (sheets: readonly Sheet[]) => Uint8Array | Promise<Uint8Array> }
>;

/** Null for a kind that there is not. */
export async function templateFile(
	sheets: readonly Sheet[],
	kind: string,
): Promise<{ content: Uint8Array; type: string } | null> {
	const found = Object.entries(TEMPLATE_KINDS).find(([name]) => name === kind)?.[1];
	return found ? { content: await found.write(sheets), type: found.type } : null;
}

/** The first sheet only, as Dutch Excel opens it: UTF-8 with a mark, `;` between cells. */
function writeCsv([sheet]: readonly Sheet[]): Uint8Array {
	const rows = sheet?.rows.map((row) => row.map(({ text }) => text)) ?? [];
	return Buffer.from(
		stringify(rows, { bom: true, delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ }),
	);
}
