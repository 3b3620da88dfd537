/** Importing a table as a new agenda: all of it, or nothing when one thing in it is wrong. The upload is kept. */
import { DomainError } from '#lib/domain/errors.ts';
import { partsOf } from '#lib/domain/period.ts';
import { ImportTableInput } from '#lib/input/table-import/table-import-input.ts';
import { toAgenda } from '#lib/input/table-import/to-agenda.ts';
import { command } from '../use-case.ts';
import { refuseFile } from './import-rules.ts';
import { findSurroundings } from './imports.repo.ts';
import { findTableSubject, tableOf } from './table-import-rules.ts';
import { writeFile } from './write-agenda.ts';
import { keepUpload, writeStatuses } from './write-table.ts';

export interface ImportedTable {
	agenda: string;
	/** Slug of the round that holds the statuses as drafts; null when none were imported. */
	round: string | null;
}

/** Throws `invalid` with every error and its place. */
export const importTable = command({
	name: 'agenda.import-table',
	permission: 'agenda.manage',
	input: ImportTableInput,
	subject: (context, input) => findTableSubject(context, input.region),
	run(unit, input, subject): ImportedTable {
		refuseOtherPeriod(input);
		const table = tableOf(unit.db, input, subject);
		const errors = table.findings.filter(({ kind }) => kind === 'error');
		if (errors.length > 0) throw refuseFile(errors.map(({ place, sentence }) => ({ place, sentence })));
		const { takenAgendas } = findSurroundings(unit.db, subject.region.id);
		const { agenda, statuses } = toAgenda(table, { ...input, region: subject.region.slug }, takenAgendas);
		writeFile(unit, subject, {
			region: subject.region,
			organisations: [],
			abbreviations: [],
			agendas: [agenda],
		});
		const round =
			input.period && writeStatuses(unit, subject, { agenda: agenda.slug, period: input.period, statuses });
		keepUpload(unit, subject, input, agenda.slug);
		return { agenda: agenda.slug, round };
	},
});

function refuseOtherPeriod({ period, cadence, startYear, endYear }: ImportTableInput): void {
	if (period === null) return;
	const parts = partsOf(period);
	if (parts.cadence === cadence && parts.year >= startYear && parts.year <= endYear) return;
	const sentence = 'Dit peilmoment past niet bij de looptijd of het ritme van de agenda. Kies een ander.';
	throw new DomainError('invalid', 'Niet alles is goed ingevuld.', { fields: { period: sentence } });
}
