/** SQL for importing an agenda: what is there already, and adding the rows of a file. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Abbreviation } from '#lib/domain/abbreviation.ts';
import type { FileOrganisation, FileRegion, FileTheme, Surroundings } from '#lib/input/agenda-file-shape.ts';
import type { Db } from '../db/open.ts';
import { insertOrganisationIn, listFormerNames, TAKES_PART } from '../db/organisations.ts';
import {
	abbreviation,
	agenda,
	agendaNote,
	goalVersion,
	item,
	itemInvolved,
	organisation,
	priority,
	region,
	regionOrganisation,
	theme,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { ImportSubject } from './import-rules.ts';

export type RegionRow = typeof region.$inferSelect;

export function findRegion(db: Db, slug: string): RegionRow | null {
	return db.select().from(region).where(eq(region.slug, slug)).get() ?? null;
}

export function listRegions(db: Db, ids: readonly number[]): { slug: string; name: string }[] {
	const columns = { slug: region.slug, name: region.name };
	return db
		.select(columns)
		.from(region)
		.where(inArray(region.id, [...ids]))
		.orderBy(asc(region.name))
		.all();
}

/** The agendas of the region, by slug. */
export function listAgendaIds(db: Db, regionId: number): Map<string, number> {
	const rows = db
		.select({ slug: agenda.slug, id: agenda.id })
		.from(agenda)
		.where(eq(agenda.regionId, regionId))
		.all();
	return new Map(rows.map((row) => [row.slug, row.id]));
}

/** The organisations that take part in the region, oldest first. */
export function listRegionOrganisations(
	db: Db,
	regionId: number,
): { id: number; slug: string; name: string }[] {
	return db
		.select({ id: organisation.id, slug: organisation.slug, name: organisation.name })
		.from(regionOrganisation)
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(eq(regionOrganisation.regionId, regionId))
		.orderBy(asc(organisation.id))
		.all();
}

/** The names by which a table may call the organisations of the region that take part, those of before included. */
export function listOrganisationNames(
	db: Db,
	regionId: number,
): { slug: string; name: string; shortName: string }[] {
	const present = db
		.select({
			id: organisation.id,
			slug: organisation.slug,
			name: organisation.name,
			shortName: organisation.shortName,
		})
		.from(regionOrganisation)
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(and(eq(regionOrganisation.regionId, regionId), TAKES_PART))
		.orderBy(asc(organisation.id))
		.all();
	const slugs = new Map(present.map((one) => [one.id, one.slug]));
	const former = listFormerNames(db, [...slugs.keys()]).map(({ organisationId, name, shortName }) => ({
		slug: slugs.get(organisationId) ?? '',
		name,
		shortName,
	}));
	return [...present.map(({ slug, name, shortName }) => ({ slug, name, shortName })), ...former];
}

/** What a file for this region may refer to; null for a region that does not exist yet. */
export function findSurroundings(db: Db, regionId: number | null): Omit<Surroundings, 'region'> {
	const taken = db.select({ slug: agenda.slug }).from(agenda).all();
	return {
		organisations: new Set(
			regionId === null ? [] : listRegionOrganisations(db, regionId).map((row) => row.slug),
		),
		agendas: new Set(regionId === null ? [] : listAgendaIds(db, regionId).keys()),
		takenAgendas: new Set(taken.map((row) => row.slug)),
	};
}

export function insertRegion(db: Db, _by: Authorized<ImportSubject>, values: FileRegion, now: Date): number {
	return db
		.insert(region)
		.values({ ...values, createdAt: now })
		.returning({ id: region.id })
		.get().id;
}

/** Answers those that the region did not have yet; one that it has keeps its meaning. */
export function insertAbbreviations(
	db: Db,
	_by: Authorized<ImportSubject>,
	regionId: number,
	abbreviations: readonly Abbreviation[],
): string[] {
	if (abbreviations.length === 0) return [];
	return db
		.insert(abbreviation)
		.values(abbreviations.map((one) => ({ ...one, regionId })))
		.onConflictDoNothing()
		.returning({ short: abbreviation.short })
		.all()
		.map(({ short }) => short);
}

/** New organisations that take part in the region; answers their ids by slug. */
export function insertOrganisations(
	db: Db,
	by: Authorized<ImportSubject>,
	regionId: number,
	organisations: readonly FileOrganisation[],
	now: Date,
): Map<string, number> {
	return new Map(
		organisations.map((one) => [one.slug, insertOrganisationIn(db, by, regionId, one, now)] as const),
	);
}

export function insertAgenda(
	db: Db,
	_by: Authorized<ImportSubject>,
	values: Omit<typeof agenda.$inferInsert, 'id' | 'version'>,
): number {
	return db.insert(agenda).values(values).returning({ id: agenda.id }).get().id;
}

export function insertTheme(
	db: Db,
	_by: Authorized<ImportSubject>,
	agendaId: number,
	{ items: _items, ...columns }: FileTheme,
): number {
	return db
		.insert(theme)
		.values({ ...columns, agendaId })
		.returning({ id: theme.id })
		.get().id;
}

/** The new items of one theme; answers their ids by number. */
export function insertItems(
	db: Db,
	_by: Authorized<ImportSubject>,
	items: readonly (typeof item.$inferInsert)[],
): Map<number, number> {
	const inserted = chunks(items).flatMap((rows) =>
		db.insert(item).values(rows).returning({ id: item.id, number: item.number }).all(),
	);
	return new Map(inserted.map((row) => [row.number, row.id]));
}

export function insertInvolved(
	db: Db,
	_by: Authorized<ImportSubject>,
	involved: readonly (typeof itemInvolved.$inferInsert)[],
): void {
	for (const rows of chunks(involved)) db.insert(itemInvolved).values(rows).run();
}

export function insertGoals(
	db: Db,
	_by: Authorized<ImportSubject>,
	goals: readonly (typeof goalVersion.$inferInsert)[],
): void {
	for (const rows of chunks(goals)) db.insert(goalVersion).values(rows).run();
}

export function insertNotes(
	db: Db,
	_by: Authorized<ImportSubject>,
	notes: readonly (typeof agendaNote.$inferInsert)[],
): void {
	for (const rows of chunks(notes)) db.insert(agendaNote).values(rows).run();
}

export function insertPriorities(
	db: Db,
	_by: Authorized<ImportSubject>,
	priorities: readonly (typeof priority.$inferInsert)[],
): void {
	for (const rows of chunks(priorities)) db.insert(priority).values(rows).run();
}

/** SQLite takes at most 32,766 values in one statement. */
export function chunks<Row>(rows: readonly Row[]): Row[][] {
	const size = 1000;
	return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
		rows.slice(index * size, (index + 1) * size),
	);
}
