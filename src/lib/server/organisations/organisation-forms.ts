/** The form of a list of organisations as it goes back and forth: what was pasted, then the rows as they will be added. */
import { DomainError } from '#lib/domain/errors.ts';
import { organisationRowsOf, ROW_FIELD } from '#lib/input/organisation-lines.ts';
import { KIND_OPTIONS } from '#lib/text/organisation.ts';
import type { Context } from '../use-case.ts';
import { addOrganisations } from './add-organisation.ts';
import { checkOrganisations, type CheckedRow } from './check-organisations.ts';

type Fields = Readonly<Record<string, string>>;

export interface CheckedList {
	rows: CheckedRow[];
	kinds: { value: string; label: string }[];
	/** Id of the field and the sentence, for the summary on top. */
	errors: { id: string; sentence: string }[];
}

export function checkListForm(context: Context, fields: Fields): CheckedList {
	return listed(checkOrganisations(context, { region: fields['region'], list: fields['list'] ?? '' }));
}

/** Adds the rows of the form, or answers them with what is wrong. */
export function addListForm(
	context: Context,
	fields: Fields,
): { done: { added: number; here: number } } | { refused: CheckedList } {
	const rows = organisationRowsOf(fields);
	const { region } = fields;
	try {
		return { done: addOrganisations(context, { region, rows }) };
	} catch (failure) {
		if (!(failure instanceof DomainError) || failure.code !== 'invalid' || rows.length === 0) throw failure;
		return { refused: listed(checkOrganisations(context, { region, rows })) };
	}
}

function listed(rows: CheckedRow[]): CheckedList {
	const errors = rows.flatMap(({ line, problems }) =>
		(['name', 'shortName', 'kind'] as const).flatMap((part) => {
			const sentence = problems[part];
			return sentence === undefined ? [] : [{ id: `${ROW_FIELD[part]}-${line}`, sentence }];
		}),
	);
	return { rows, kinds: KIND_OPTIONS, errors };
}
