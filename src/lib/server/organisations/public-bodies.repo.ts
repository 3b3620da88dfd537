/** SQL for what organisations are outside the regions: finding one by its name, and how many rows point to it. */
import { asc, count, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { organisation, publicBody, region, regionOrganisation } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';
import type { BodyRow, OrganisationRow } from './organisations.repo.ts';

export interface BodySubject extends Subject {
	scope: { kind: 'platform' };
	body: BodyRow;
}

export function findBody(db: Db, id: number | null): BodyRow | null {
	if (id === null) return null;
	return db.select().from(publicBody).where(eq(publicBody.id, id)).get() ?? null;
}

/**
 * The organisations of the site by name, in lower case. Only whole names: nobody can look through what other regions have,
 * and the answer says nothing of the regions themselves.
 */
export function listBodiesByName(db: Db, names: readonly string[]): BodyRow[] {
	if (names.length === 0) return [];
	const wanted = names.map((name) => name.toLowerCase());
	return db
		.select()
		.from(publicBody)
		.where(inArray(sql`lower(${publicBody.name})`, wanted))
		.orderBy(asc(publicBody.id))
		.all();
}

/** How many rows of regions point to it. */
export function countRowsOf(db: Db, bodyId: number): number {
	const found = db
		.select({ rows: count() })
		.from(organisation)
		.where(eq(organisation.publicBodyId, bodyId))
		.get();
	return found?.rows ?? 0;
}

export function insertBody(
	db: Db,
	_by: Authorized<Subject>,
	{ name, kind }: Pick<OrganisationRow, 'name' | 'kind'>,
	now: Date,
): number {
	return db.insert(publicBody).values({ name, kind, createdAt: now }).returning({ id: publicBody.id }).get()
		.id;
}

/** The version goes up by one. */
export function updateBody(
	db: Db,
	_by: Authorized<Subject>,
	body: BodyRow,
	values: Pick<BodyRow, 'name' | 'kind' | 'code'>,
): void {
	db.update(publicBody)
		.set({ ...values, version: body.version + 1 })
		.where(eq(publicBody.id, body.id))
		.run();
}

/** Those that more than one row points to, with the regions of those rows; only for the platformbeheerder. */
export function listSharedBodies(db: Db): (BodyRow & { regions: string[] })[] {
	const shared = db
		.select({ body: publicBody })
		.from(publicBody)
		.innerJoin(organisation, eq(organisation.publicBodyId, publicBody.id))
		.groupBy(publicBody.id)
		.having(gt(count(organisation.id), 1))
		.orderBy(asc(publicBody.name))
		.all();
	const ids = shared.map(({ body }) => body.id);
	const regions = db
		.selectDistinct({ bodyId: organisation.publicBodyId, name: region.name })
		.from(organisation)
		.innerJoin(regionOrganisation, eq(regionOrganisation.organisationId, organisation.id))
		.innerJoin(region, eq(region.id, regionOrganisation.regionId))
		.where(inArray(organisation.publicBodyId, ids))
		.orderBy(asc(region.name))
		.all();
	return shared.map(({ body }) => ({
		...body,
		regions: regions.filter((one) => one.bodyId === body.id).map((one) => one.name),
	}));
}
