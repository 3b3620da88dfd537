/** The audit trail as a file: a table for a spreadsheet, or JSON lines with hashes that anybody can check. Made part by part. */
import { stringify } from 'csv-stringify/sync';
import { chainMembers } from '#lib/domain/audit-chain.ts';
import { safeCell } from '../reports/matrix-csv.ts';
import type { LogRow } from './log.repo.ts';
import { sentenceOf } from './log.view.ts';
import type { LogPart } from './view-log.ts';

export interface LogFormat {
	type: string;
	head: string;
	lines(rows: readonly LogRow[]): string;
}

export const LOG_FORMATS: Record<string, LogFormat> = {
	csv: {
		type: 'text/csv; charset=utf-8',
		head: `\uFEFF${csv([
			'nummer',
			'tijdstip (UTC)',
			'wie',
			'wat',
			'handeling',
			'soort',
			'kenmerk',
			'voor',
			'na',
			'verzoek',
			'code',
		])}`,
		lines: (rows) => rows.map((row) => csv(cellsOf(row))).join(''),
	},
	jsonl: {
		type: 'application/jsonl; charset=utf-8',
		head: '',
		lines: (rows) => rows.map((row) => `${lineOf(row)}\n`).join(''),
	},
};

function cellsOf(row: LogRow): string[] {
	return [
		String(row.id),
		new Date(row.at).toISOString(),
		row.actorName,
		sentenceOf(row, null),
		row.action,
		row.entity,
		row.entityId,
		row.before ?? '',
		row.after ?? '',
		row.requestId ?? '',
		row.hash ?? '',
	];
}

function csv(cells: readonly string[]): string {
	return stringify([cells.map(safeCell)], {
		delimiter: ';',
		record_delimiter: '\r\n',
		quoted_match: /[\r\n]/,
	});
}

/** `previous` null: the row before has no hash, and only the program can say whether this one fits. */
function lineOf({ hash, previous, ...row }: LogRow): string {
	return JSON.stringify({ ...chainMembers(previous ?? '', row), previous, hash });
}

/** Asks for the next part only when the reader has room; `partAfter` gives the rows after that number, up to `until`. */
export function streamLog(
	format: LogFormat,
	partAfter: (after: number, until: number | null) => LogPart,
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let [after, until]: [number, number | null] = [0, null];
	const first = partAfter(after, until);
	let part: LogPart | null = first;
	return new ReadableStream({
		start: (controller) => controller.enqueue(encoder.encode(format.head)),
		pull(controller) {
			const { rows, last }: LogPart = part ?? partAfter(after, until);
			part = null;
			until = last;
			if (rows.length === 0) return controller.close();
			after = rows.at(-1)?.id ?? last;
			controller.enqueue(encoder.encode(format.lines(rows)));
		},
	});
}
