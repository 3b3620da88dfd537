/** SQL for an agenda as a whole while it is being made or changed: its row, its region and who takes part. */
import { and, asc, count, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Abbreviation } from '#lib/domain/abbreviation.ts';
import type { Scope } from '#lib/domain/access.ts';
import type { Db } from '../db/open.ts';
import { abbreviation, agenda, organisation, region, regionOrganisation, statusRound } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export type AgendaRow = typeof agenda.$inferSelect;
export type RegionRow = typeof region.$inferSelect;

export interface RegionSubject {
	scope: Scope;
	region: RegionRow;
}

export interface EditSubject extends RegionSubject {
	agenda: AgendaRow;
}

export function findRegionSubject(db: Db, slug: string): RegionSubject | null {
	const row = db.select().from(region).where(eq(region.slug, slug)).get();
	return row ? { region: row, scope: { kind: 'region', regionId: row.id, organisationIds: [] } } : null;
}

export function listRegionsById(db: Db, ids: readonly number[]): RegionRow[] {
	return db
		.select()
		.from(region)
		.where(inArray(region.id, [...ids]))
		.orderBy(asc(region.name))
		.all();
}

export function findEditSubject(db: Db, slug: string): EditSubject | null {
	const row = db
		.select({ agenda, region })
		.from(agenda)
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(agenda.slug, slug))
		.get();
	return row ? { ...row, scope: { kind: 'region', regionId: row.region.id, organisationIds: [] } } : null;
}

export function isAgendaSlugTaken(db: Db, slug: string): boolean {
	return db.select({ id: agenda.id }).from(agenda).where(eq(agenda.slug, slug)).get() !== undefined;
}

export function insertAgenda(
	db: Db,
	_by: Authorized<RegionSubject>,
	values: Omit<typeof agenda.$inferInsert, 'id' | 'version'>,
): number {
	return db.insert(agenda).values(values).returning({ id: agenda.id }).get().id;
}

/** The version goes up by one. */
export function updateAgenda(
	db: Db,
	subject: Authorized<EditSubject>,
	values: Partial<Omit<typeof agenda.$inferInsert, 'id' | 'version' | 'regionId'>>,
): void {
	db.update(agenda)
		.set({ ...values, version: subject.agenda.version + 1 })
		.where(eq(agenda.id, subject.agenda.id))
		.run();
}

/** Of an agenda that was made in the same command. */
export function updateAxisName(
	db: Db,
	_by: Authorized<RegionSubject>,
	agendaId: number,
	axisName: string,
): void {
	db.update(agenda).set({ axisName }).where(eq(agenda.id, agendaId)).run();
}

/** The version goes up by one. */
export function updateRegion(
	db: Db,
	subject: Authorized<RegionSubject>,
	values: Partial<Pick<RegionRow, 'officialForum' | 'boardForum' | 'reminderDays'>>,
): void {
	db.update(region)
		.set({ ...values, version: subject.region.version + 1 })
		.where(eq(region.id, subject.region.id))
		.run();
}

/** Counts as a change of the region, so that two people cannot overwrite each other. */
export function replaceAbbreviations(
	db: Db,
	subject: Authorized<RegionSubject>,
	abbreviations: readonly Abbreviation[],
): void {
	const { id, version } = subject.region;
	db.delete(abbreviation).where(eq(abbreviation.regionId, id)).run();
	if (abbreviations.length > 0)
		db.insert(abbreviation)
			.values(abbreviations.map((one) => ({ ...one, regionId: id })))
			.run();
	db.update(region)
		.set({ version: version + 1 })
		.where(eq(region.id, id))
		.run();
}

export function listRounds(db: Db, agendaId: number) {
	return db
		.select({ state: statusRound.state, period: statusRound.period })
		.from(statusRound)
		.where(eq(statusRound.agendaId, agendaId))
		.all();
}

/** Rounds in which items were, or are, asked for their status. */
export function countOpenedRounds(db: Db, agendaId: number): number {
	const opened = and(eq(statusRound.agendaId, agendaId), ne(statusRound.state, 'planned'));
	return db.select({ rounds: count() }).from(statusRound).where(opened).get()?.rounds ?? 0;
}

/** The agendas of a region, newest first. */
export function listAgendasOf(db: Db, regionId: number): AgendaRow[] {
	return db.select().from(agenda).where(eq(agenda.regionId, regionId)).orderBy(desc(agenda.startYear)).all();
}

/** The organisations that the region has or had, by name; one that left is no choice any more. */
export function listOrganisations(db: Db, regionId: number) {
	return db
		.select({
			id: organisation.id,
			slug: organisation.slug,
			name: organisation.name,
			shortName: organisation.shortName,
			kind: organisation.kind,
			endedOn: regionOrganisation.endedOn,
		})
		.from(regionOrganisation)
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(eq(regionOrganisation.regionId, regionId))
		.orderBy(asc(organisation.name))
		.all();
}
