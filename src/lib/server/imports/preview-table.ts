/** Checking a table without importing it: what every row becomes, and what must be looked at first. */
import { COLUMN_WORD, COLUMNS } from '#lib/input/table-import/columns.ts';
import { PreviewTableInput } from '#lib/input/table-import/table-import-input.ts';
import { query } from '../use-case.ts';
import { listOrganisationNames } from './imports.repo.ts';
import { findTableSubject, tableOf } from './table-import-rules.ts';
import { tablePreview } from './table-preview.view.ts';

export const previewTable = query({
	name: 'agenda.preview-table',
	permission: 'agenda.manage',
	input: PreviewTableInput,
	subject: (context, input) => findTableSubject(context, input.region),
	run({ db }, input, subject) {
		const reading = tableOf(db, input, subject);
		const names = listOrganisationNames(db, subject.region.id);
		return tablePreview(reading, {
			organisations: new Map(names.map(({ slug, shortName }) => [slug, shortName])),
			columnWords: COLUMNS.map((column) => ({ value: column, label: COLUMN_WORD[column] })),
			fileName: input.name,
		});
	},
});
