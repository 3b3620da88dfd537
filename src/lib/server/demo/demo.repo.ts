/** SQL that only the demo and tests need: the marks of invented data, and accounts that have a password at once. */
import { and, eq } from 'drizzle-orm';
import type { Role } from '#lib/domain/access.ts';
import type { Db } from '../db/open.ts';
import { membership, organisation, region, regionOrganisation, user } from '../db/schema.ts';

/** From now on every page and document of the region says that goals and statuses are invented. */
export function markAsExample(db: Db, regionSlug: string): void {
	db.update(region).set({ exampleData: true }).where(eq(region.slug, regionSlug)).run();
}

/** An account with one role, as if an invitation had been accepted long ago. Throws for an organisation of another region. */
export function insertDemoMember(
	db: Db,
	account: { email: string; name: string; passwordHash: string | null; createdAt: Date },
	at: { regionSlug: string; organisation: string; role: Role },
): number {
	const here = and(eq(region.slug, at.regionSlug), eq(organisation.slug, at.organisation));
	const place = db
		.select({ regionId: region.id, organisationId: organisation.id })
		.from(regionOrganisation)
		.innerJoin(region, eq(region.id, regionOrganisation.regionId))
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(here)
		.get();
	if (!place) throw new Error(`${at.organisation} takes no part in ${at.regionSlug}`);
	const { id } = db.insert(user).values(account).returning({ id: user.id }).get();
	db.insert(membership)
		.values({ ...place, userId: id, role: at.role })
		.run();
	return id;
}

export function findUserIdByEmail(db: Db, email: string): number | null {
	return db.select({ id: user.id }).from(user).where(eq(user.email, email)).get()?.id ?? null;
}
