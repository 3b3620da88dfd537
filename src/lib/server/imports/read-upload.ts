/** Reading what was uploaded or pasted as the table of an agenda. Takes its time: a large file some seconds. */
import type { Cadence } from '#lib/domain/period.ts';
import { partsOf } from '#lib/domain/period.ts';
import type { KnownOrganisation } from '#lib/input/table-import/organisation-names.ts';
import { readAgendaTable, type AgendaTable } from '#lib/input/table-import/read-agenda-table.ts';
import { MOST_ROWS } from '#lib/input/table-import/raw-table.ts';
import { LARGEST_UPLOAD, type PreviewTableInput } from '#lib/input/table-import/table-import-input.ts';
import { readPasted, readTables } from './tables/read-tables.ts';
import { refuseTable } from './tables/refuse-table.ts';

export interface TableJob {
	input: PreviewTableInput;
	/** Those of the region. */
	organisations: readonly KnownOrganisation[];
}

/** The file as it was uploaded; what was pasted as UTF-8. */
export function uploadOf(input: PreviewTableInput): { name: string; content: Buffer } {
	if (input.content === '') return { name: 'geplakte-tabel.txt', content: Buffer.from(input.pasted, 'utf8') };
	return { name: input.name, content: Buffer.from(input.content, 'base64') };
}

/** Throws a refusal when there is nothing to read as a table. */
export function readUpload({ input, organisations }: TableJob): AgendaTable {
	const { name, content } = uploadOf(input);
	if (content.length === 0)
		throw refuseTable('Kies een bestand, of plak de cellen van uw tabel in het tekstvak.');
	if (content.length > LARGEST_UPLOAD)
		throw refuseTable('Dit bestand is te groot. Kies een bestand van hoogstens 5 MB.');
	const tables = input.content === '' ? readPasted(input.pasted) : readTables(content, name);
	if (tables.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_ROWS)
		throw refuseTable(`Er staan te veel rijen in dit bestand. Maak er samen hoogstens ${MOST_ROWS} van.`);
	return readAgendaTable(tables, {
		columns: input.columns,
		boxes: input.boxes,
		quarter: quarterOf(input.period),
		organisations,
	});
}

/** The box to read when the boxes are quarters; a half year ends in its second quarter, a year in its fourth. */
function quarterOf(period: PreviewTableInput['period']): number {
	if (period === null) return 4;
	const { cadence, part } = partsOf(period);
	const LENGTH = { quarter: 1, half: 2, year: 4 } as const satisfies Record<Cadence, number>;
	return part * LENGTH[cadence];
}
