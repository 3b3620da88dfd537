/** What checking and importing a table share: whose it is, and the table that was uploaded or pasted. */
import type { AgendaTable } from '#lib/input/table-import/read-agenda-table.ts';
import { PreviewTableInput } from '#lib/input/table-import/table-import-input.ts';
import type { Db } from '../db/open.ts';
import { query, type Context } from '../use-case.ts';
import type { ImportSubject } from './import-rules.ts';
import { findRegion, listOrganisationNames, type RegionRow } from './imports.repo.ts';
import { readUpload, type TableJob } from './read-upload.ts';

/** A table is always for a region that exists. */
export type TableSubject = ImportSubject & { region: RegionRow };

export function findTableSubject({ db }: Context, slug: string): TableSubject | null {
	const region = findRegion(db, slug);
	return region && { region, scope: { kind: 'region', regionId: region.id, organisationIds: [] } };
}

/** What reading the table needs; refused for who may not import. Reading it is not done here, since others would wait. */
export const prepareTable = query({
	name: 'agenda.prepare-table',
	permission: 'agenda.manage',
	input: PreviewTableInput,
	subject: (context, input) => findTableSubject(context, input.region),
	run: ({ db }, input, subject): TableJob => ({
		input,
		organisations: listOrganisationNames(db, subject.region.id),
	}),
});

/** The table as a thread beside the server read it, or read here and now where nobody waits, such as in a command. */
export function tableOf(db: Db, input: PreviewTableInput, { region }: TableSubject): AgendaTable {
	return input.reading?.table ?? readUpload({ input, organisations: listOrganisationNames(db, region.id) });
}
