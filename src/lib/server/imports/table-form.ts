/** The form of the table import as it goes back and forth: it carries the file itself, so nothing is kept before the import. */
import { sha256 } from '../sha256.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { readFile } from '#lib/input/fields.ts';
import { LARGEST_UPLOAD, tableInputOf } from '#lib/input/table-import/table-import-input.ts';
import { TableReading } from '#lib/input/table-import/table-reading.ts';
import { heavyWork } from '../heavy-work/heavy-work.ts';
import type { Context } from '../use-case.ts';
import { addListForm, checkListForm, type CheckedList } from '../organisations/organisation-forms.ts';
import { importTable, type ImportedTable } from './import-table.ts';
import { previewTable } from './preview-table.ts';
import { prepareTable } from './table-import-rules.ts';
import type { TablePreview } from './table-preview.view.ts';

type Fields = Readonly<Record<string, string>>;

export interface CheckedTable {
	preview: TablePreview;
	/** What the form holds now. */
	values: Record<string, string>;
	/** Sentence per field. */
	fields: Record<string, string>;
	/** The organisations that the table names and the region does not have; null when there are none, or for who may not add them. */
	missing: CheckedList | null;
	/** Why it was not imported; null when it was only checked. */
	message: string | null;
}

/** The chosen file as fields of the form; empty when none was chosen. */
export async function uploadFields(form: FormData): Promise<Record<string, string>> {
	const file = readFile(form, 'bestand');
	if (file === null || file.size === 0) return {};
	const bytes =
		file.size > LARGEST_UPLOAD ? Buffer.alloc(LARGEST_UPLOAD + 3) : Buffer.from(await file.arrayBuffer());
	return { name: file.name.slice(-255), content: bytes.toString('base64'), pasted: '' };
}

/** A form with its table, which a thread beside the server has read. Throws for who may not import, before reading. */
interface ReadForm {
	fields: Fields;
	reading: TableReading;
}

async function readTableForm(context: Context, fields: Fields): Promise<ReadForm> {
	const job = prepareTable(context, tableInputOf(fields));
	return { fields, reading: new TableReading(await heavyWork('read-table', job)) };
}

export async function checkTableForm(context: Context, fields: Fields): Promise<CheckedTable> {
	return checkedForm(context, await readTableForm(context, fields));
}

function checkedForm(context: Context, { fields, reading }: ReadForm): CheckedTable {
	const preview = previewTable(context, { ...tableInputOf(fields), reading });
	const period = fields['period'] ?? preview.period;
	const boxes = preview.boxes === 'none' ? '' : preview.boxes;
	const { startYear, endYear } = preview;
	const values = { startYear, endYear, ...fields, period, boxes };
	const columns = preview.layouts.flatMap((layout) =>
		layout.columns.map(({ name, chosen }) => [name, chosen]),
	);
	const seen = choicesIn({ ...Object.fromEntries(columns), boxes, period, pasted: fields['pasted'] ?? '' });
	return {
		preview,
		values: { ...values, seen },
		fields: {},
		missing: missingOrganisations(context, fields['region'] ?? '', preview),
		message: null,
	};
}

/** Each name with its kind guessed, so that one button adds them all. */
function missingOrganisations(context: Context, region: string, preview: TablePreview): CheckedList | null {
	if (preview.unknown.length === 0) return null;
	const list = preview.unknown.map(({ name }) => name.replaceAll(/[\n;\t]/g, ' ')).join('\n');
	try {
		return checkListForm(context, { region, list });
	} catch (failure) {
		if (failure instanceof DomainError && failure.code !== 'unavailable') return null;
		throw failure;
	}
}

/** Adds the organisations and checks the same table again: what was pasted or uploaded comes back with it. */
export async function addMissingForm(context: Context, fields: Fields): Promise<CheckedTable> {
	const result = addListForm(context, fields);
	const rest = Object.entries(fields).filter(([name]) => !/^(naam|kort|soort|dezelfde)-\d+$/.test(name));
	const checked = await checkTableForm(context, Object.fromEntries(rest));
	return 'refused' in result ? { ...checked, missing: result.refused } : checked;
}

/** Imports what the person has seen; anything else is shown first. */
export async function importTableForm(
	context: Context,
	fields: Fields,
): Promise<{ done: ImportedTable } | { refused: CheckedTable }> {
	const form = await readTableForm(context, fields);
	const refuse = (message: string, wrong: Record<string, string> = {}) => ({
		refused: { ...checkedForm(context, form), message, fields: wrong },
	});
	if (fields['seen'] !== choicesIn(fields))
		return refuse(
			'U hebt de tabel, een kolom of het peilmoment gewijzigd. Kijk hieronder wat het wordt en importeer daarna.',
		);
	try {
		return { done: importTable(context, { ...tableInputOf(fields), reading: form.reading }) };
	} catch (failure) {
		if (!(failure instanceof DomainError) || failure.code !== 'invalid') throw failure;
		return refuse(failure.message, failure.detail.fields);
	}
}

/**
 * A short code for what decides what is read, so that a change after the last check is noticed. The peilmoment only does
 * so when it says which of four boxes counts.
 */
function choicesIn(fields: Fields): string {
	const names = Object.keys(fields)
		.filter((name) => name.startsWith('kolom-'))
		.sort();
	const period = fields['boxes'] === 'quarters' ? ['period'] : [];
	const chosen = [...names, 'boxes', ...period].map((name) => `${name}=${fields[name] ?? ''}`);
	// Browsers write the ends of lines in their own way.
	const pasted = (fields['pasted'] ?? '').replaceAll(/\r\n?/g, '\n').trim();
	return sha256([...chosen, pasted].join('\n')).slice(0, 16);
}
