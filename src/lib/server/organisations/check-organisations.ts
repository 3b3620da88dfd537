/** Looking at a pasted list of organisations before anything is added: what each line becomes and what is wrong with it. */
import { DomainError } from '#lib/domain/errors.ts';
import {
	countOrganisationLines,
	judgeRows,
	MOST_ORGANISATIONS,
	readOrganisationLines,
	type JudgedRow,
	type OrganisationRow,
} from '#lib/input/organisation-lines.ts';
import { CheckOrganisationsInput } from '#lib/input/organisations.ts';
import type { Db } from '../db/open.ts';
import { query } from '../use-case.ts';
import { knownBodies } from './organisation-rules.ts';
import { findRegionSubject, listOrganisations } from './organisations.repo.ts';

export interface CheckedRow extends JudgedRow {
	/** This site knows an organisation of exactly this name, which the region does not have. */
	known: boolean;
}

/** Throws `invalid` for a list without a line, or with too many. */
export const checkOrganisations = query({
	name: 'region.check-organisations',
	permission: 'region.manage',
	input: CheckOrganisationsInput,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run({ db }, { list, rows }, { region }): CheckedRow[] {
		if (rows.length > 0) return checkRows(db, region.id, rows);
		const lines = countOrganisationLines(list);
		if (lines === 0) throw wrongList('Plak minstens één naam, elke naam op een eigen regel.');
		if (lines > MOST_ORGANISATIONS)
			throw wrongList(`Er staan ${lines} regels. Plak er hoogstens ${MOST_ORGANISATIONS} tegelijk.`);
		return checkRows(db, region.id, readOrganisationLines(list));
	},
});

function wrongList(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { list: sentence } });
}

function checkRows(db: Db, regionId: number, rows: readonly OrganisationRow[]): CheckedRow[] {
	const own = listOrganisations(db, regionId);
	const bodies = knownBodies(
		db,
		rows.map((row) => row.name),
		own,
	);
	return judgeRows(rows, own).map((row) => ({
		...row,
		known: row.state !== 'here' && bodies.has(row.name.toLowerCase()),
	}));
}
