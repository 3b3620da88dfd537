/** Input for importing a table: what was uploaded or pasted, what its columns mean, and the agenda it becomes. */
import { z } from 'zod';
import { parsePeriod } from '#lib/domain/period.ts';
import { optionalText, requiredText, slug } from '../fields.ts';
import { isColumn, type ColumnChoice } from './columns.ts';
import { MOST_COLUMNS, MOST_TABLES } from './raw-table.ts';
import { TableReading } from './table-reading.ts';

const MEGABYTE = 1024 * 1024;
export const LARGEST_UPLOAD = 5 * MEGABYTE;
const LARGEST_PASTE = MEGABYTE;
const TOO_LARGE = 'Dit bestand is te groot. Kies een bestand van hoogstens 5 MB.';

const column = z.string().transform((value): ColumnChoice => (isColumn(value) ? value : ''));

export const PreviewTableInput = z.object({
	region: slug,
	/** The name of the file; '' when cells were pasted. */
	name: optionalText(255),
	/** The file itself, in base64, so that every step reads the same bytes; '' when cells were pasted. */
	content: z
		.string()
		.max(Math.ceil(LARGEST_UPLOAD / 3) * 4, { error: TOO_LARGE })
		.regex(/^[A-Za-z0-9+/]*={0,2}$/, { error: 'Het bestand is onderweg beschadigd. Kies het opnieuw.' })
		.default(''),
	pasted: z.string().max(LARGEST_PASTE, { error: 'Deze tekst is te lang. Plak hoogstens 1 MB.' }).default(''),
	/** By `layout-column`; left out is what the importer guesses. */
	columns: z
		.record(z.string().regex(/^\d{1,3}-\d{1,2}$/), column)
		.refine((columns) => Object.keys(columns).length <= MOST_COLUMNS * MOST_TABLES)
		.default({}),
	boxes: z.enum(['', 'colours', 'quarters']).catch('').default(''),
	/** The period that the statuses are about; null leaves the statuses out. */
	period: z
		.string()
		.default('')
		.transform((text, context) => {
			const period = text === '' ? null : parsePeriod(text);
			if (text === '' || period !== null) return period;
			context.addIssue({ code: 'custom', message: 'Dit is geen peilmoment. Schrijf het als 2020-K3.' });
			return z.NEVER;
		}),
	/** Of this same input; left out where reading it may keep others waiting. */
	reading: z.instanceof(TableReading).optional(),
});
export type PreviewTableInput = z.infer<typeof PreviewTableInput>;

const year = (missing: string) =>
	z
		.string({ error: missing })
		.trim()
		.regex(/^(19[9]\d|20\d\d)$/, { error: missing })
		.transform(Number);

export const ImportTableInput = PreviewTableInput.extend({
	title: requiredText(300, 'Vul de titel van de agenda in.'),
	startYear: year('Vul het eerste jaar in, zoals 2023.'),
	endYear: year('Vul het laatste jaar in, zoals 2026.'),
	cadence: z.enum(['quarter', 'half', 'year'], { error: 'Kies hoe vaak de status wordt ingevuld.' }),
}).refine(({ startYear, endYear }) => !(startYear > endYear), {
	path: ['endYear'],
	error: 'Het laatste jaar ligt voor het eerste jaar. Draai de jaren om.',
});
export type ImportTableInput = z.infer<typeof ImportTableInput>;

/** The fields of the form as input: `kolom-0-3` is what column 3 of layout 0 means. */
export function tableInputOf(fields: Readonly<Record<string, string>>): Record<string, unknown> {
	const columns: Record<string, string> = {};
	for (const [name, value] of Object.entries(fields)) {
		if (name.startsWith('kolom-')) columns[name.slice(6)] = value;
	}
	return { ...fields, columns };
}

/** '' for `agenda` is the empty template. */
export const TableTemplateInput = z.object({ region: slug, agenda: slug.or(z.literal('')).default('') });
