/** Prints the one table of the bench: a measurement per row, with its aims beside it. */

export interface Aim {
	/** Whole words: "minstens 0,15 van leeg". */
	text: string;
	reached: boolean;
}

export interface Row {
	name: string;
	/** Requests per second. */
	rate?: number;
	/** Milliseconds. */
	p50?: number;
	p99?: number;
	/** Share of the requests per second of the empty page. */
	ratio?: number;
	bytes?: number;
	gzipBytes?: number;
	/** MB. */
	memory?: number;
	/** What to know about the figures, when there is no aim for them. */
	remark?: string;
	aims?: Aim[];
}

const COLUMNS: readonly { heading: string; cell: (row: Row) => string }[] = [
	{ heading: 'Meting', cell: ({ name }) => name },
	{ heading: 'per s', cell: ({ rate }) => decimals(rate, 0) },
	{ heading: 'p50 ms', cell: ({ p50 }) => decimals(p50, 1) },
	{ heading: 'p99 ms', cell: ({ p99 }) => decimals(p99, 1) },
	{ heading: 't.o.v. leeg', cell: ({ ratio }) => decimals(ratio, 2) },
	{ heading: 'HTML kB', cell: ({ bytes }) => decimals(kilobytes(bytes), 1) },
	{ heading: 'gzip kB', cell: ({ gzipBytes }) => decimals(kilobytes(gzipBytes), 1) },
	{ heading: 'MB', cell: ({ memory }) => decimals(memory, 0) },
	{
		heading: 'Doel',
		cell: ({ aims = [], remark = '' }) => [...aims.map(verdict), remark].filter(Boolean).join('; '),
	},
];

export function printTable(rows: readonly Row[]): void {
	const lines = [
		COLUMNS.map(({ heading }) => heading),
		...rows.map((row) => COLUMNS.map(({ cell }) => cell(row))),
	];
	const widths = COLUMNS.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
	for (const line of lines)
		console.log(
			line
				.map((text, index) => pad(text, index, widths))
				.join('  ')
				.trimEnd(),
		);
}

/** Words at the left, numbers at the right. */
function pad(text: string, index: number, widths: readonly number[]): string {
	const isWords = index === 0 || index === COLUMNS.length - 1;
	return isWords ? text.padEnd(widths[index] ?? 0) : text.padStart(widths[index] ?? 0);
}

function verdict({ text, reached }: Aim): string {
	return `${text}: ${reached ? 'gehaald' : 'NIET GEHAALD'}`;
}

function kilobytes(bytes: number | undefined): number | undefined {
	return bytes === undefined ? undefined : bytes / 1000;
}

function decimals(value: number | undefined, digits: number): string {
	return value === undefined ? '' : value.toFixed(digits).replace('.', ',');
}
