/** New organisations in a region, so that they can lead items or take part in them: one, or a list. */
import { DomainError } from '#lib/domain/errors.ts';
import { judgeRows, ROW_FIELD, type JudgedRow } from '#lib/input/organisation-lines.ts';
import { AddOrganisationInput, AddOrganisationsInput } from '#lib/input/organisations.ts';
import { insertOrganisationIn } from '../db/organisations.ts';
import { command, type Authorized, type Unit } from '../use-case.ts';
import { knownBodies, newSlug, refuseTakenName } from './organisation-rules.ts';
import { findRegionSubject, listOrganisations, type RegionSubject } from './organisations.repo.ts';

interface Wish {
	name: string;
	shortName: string;
	kind: string;
	same: boolean;
}

/** Answers its id. */
export const addOrganisation = command({
	name: 'region.add-organisation',
	permission: 'region.manage',
	input: AddOrganisationInput,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run(unit, wish, subject): number {
		refuseTakenName(wish, listOrganisations(unit.db, subject.region.id));
		return addOne(unit, subject, wish);
	},
});

/** All of them, or none when one is wrong. Answers how many are new and how many took part already. */
export const addOrganisations = command({
	name: 'region.add-organisations',
	permission: 'region.manage',
	input: AddOrganisationsInput,
	subject: ({ db }, input) => findRegionSubject(db, input.region),
	run(unit, { rows }, subject): { added: number; here: number } {
		const judged = judgeRows(rows, listOrganisations(unit.db, subject.region.id));
		refuseWrongRows(judged);
		const fresh = judged.filter(({ state }) => state === 'new');
		for (const row of fresh) addOne(unit, subject, row);
		if (fresh.length === 0) unit.nothingChanged();
		return { added: fresh.length, here: judged.length - fresh.length };
	},
});

function refuseWrongRows(rows: readonly JudgedRow[]): void {
	const fields: Record<string, string> = {};
	for (const { line, problems } of rows) {
		if (problems.name) fields[`${ROW_FIELD.name}-${line}`] = problems.name;
		if (problems.shortName) fields[`${ROW_FIELD.shortName}-${line}`] = problems.shortName;
		if (problems.kind) fields[`${ROW_FIELD.kind}-${line}`] = problems.kind;
	}
	if (Object.keys(fields).length > 0)
		throw new DomainError(
			'invalid',
			'Niet alle organisaties zijn goed ingevuld. Er is nog niets toegevoegd.',
			{
				fields,
			},
		);
}

function addOne(
	{ db, now, record }: Unit,
	subject: Authorized<RegionSubject>,
	{ name, shortName, kind, same }: Wish,
): number {
	const known = listOrganisations(db, subject.region.id);
	const publicBodyId = same ? (knownBodies(db, [name], known).get(name.toLowerCase()) ?? null) : null;
	const slug = newSlug({ name, shortName }, known);
	const id = insertOrganisationIn(
		db,
		subject,
		subject.region.id,
		{ slug, name, shortName, kind, publicBodyId },
		now,
	);
	record({ entity: 'organisation', entityId: id, after: { name, shortName, kind } });
	return id;
}
