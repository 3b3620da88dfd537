/** The template of an import: filled in with an agenda of the region, or empty with two example rows. */
import { TableTemplateInput } from '#lib/input/table-import/table-import-input.ts';
import { query } from '../use-case.ts';
import { listOrganisationNames } from './imports.repo.ts';
import { findTableSubject } from './table-import-rules.ts';
import type { Sheet } from '../documents/sheet.ts';
import { EXAMPLE_ITEMS, templateSheets } from './template-table.ts';
import { findAgenda, listTemplateItems } from './template.repo.ts';

export const tableTemplate = query({
	name: 'agenda.table-template',
	permission: 'agenda.manage',
	input: TableTemplateInput,
	subject(context, input) {
		const subject = findTableSubject(context, input.region);
		if (!subject || input.agenda === '') return subject && { ...subject, agenda: null };
		const agenda = findAgenda(context.db, subject.region.id, input.agenda);
		return agenda && { ...subject, agenda };
	},
	run({ db }, _input, { region, agenda }): Sheet[] {
		const items = agenda === null ? EXAMPLE_ITEMS : listTemplateItems(db, agenda.id);
		return templateSheets(items, listOrganisationNames(db, region.id), agenda?.axisName);
	},
});
