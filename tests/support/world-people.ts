/** The people and organisations of the test world: one person per role, on behalf of an organisation that fits. */
import type { Role } from '#lib/domain/access.ts';
import type { Db } from '#lib/server/db/open.ts';
import { membership, organisation, region, regionOrganisation, user } from '#lib/server/db/schema.ts';
import { NOW } from './world-clock.ts';

/** `adviser` speaks for the RBL; `otherAdviser` for gemeente Bee, which has a part in one item only. */
export const CAST = {
	administrator: { role: 'administrator', organisation: 'aa' },
	coordinator: { role: 'coordinator', organisation: 'aa' },
	adviser: { role: 'adviser', organisation: 'rbl' },
	otherAdviser: { role: 'adviser', organisation: 'bee' },
	board: { role: 'board', organisation: 'aa' },
	reader: { role: 'reader', organisation: 'bee' },
} as const satisfies Record<string, { role: Role; organisation: string }>;

export type CastName = keyof typeof CAST;
export const CAST_NAMES = [
	'administrator',
	'coordinator',
	'adviser',
	'otherAdviser',
	'board',
	'reader',
] as const satisfies readonly CastName[];

/**
 * One account each, with a role in both regions: beheerder there and adviser here, the other way round, and neither. Only in
 * worlds that ask for them.
 */
export const SHARED = {
	crossing: {
		home: { role: 'adviser', organisation: 'rbl' },
		away: { role: 'administrator', organisation: 'bee' },
	},
	keeper: {
		home: { role: 'administrator', organisation: 'aa' },
		away: { role: 'adviser', organisation: 'rbl' },
	},
	double: { home: { role: 'reader', organisation: 'bee' }, away: { role: 'board', organisation: 'aa' } },
} as const satisfies Record<string, Record<'home' | 'away', { role: Role; organisation: string }>>;

export type SharedName = keyof typeof SHARED;
export const SHARED_NAMES = ['crossing', 'keeper', 'double'] as const satisfies readonly SharedName[];

export function isShared(name: string): name is SharedName {
	return name in SHARED;
}

export function sharedEmail(name: SharedName): string {
	return `${name}@gedeeld.example`;
}

export const PLATFORM_EMAIL = 'platform@voorbeeld.example';

export function emailOf(name: CastName, regionSlug: string): string {
	return `${name.toLowerCase()}@${regionSlug}.example`;
}

export function addRegion(db: Db, slug: string): number {
	return db
		.insert(region)
		.values({ slug, name: `Regio ${slug}`, officialForum: 'REA', boardForum: 'OOGO', createdAt: NOW })
		.returning({ id: region.id })
		.get().id;
}

/** Ids by slug. The RBL is one organisation in both regions, so that its id alone can never be a right. */
export function addOrganisations(db: Db, regionId: number, rblId: number): Map<string, number> {
	const own = [
		['aa', 'Gemeente Aa', 'gemeente'],
		['bee', 'Gemeente Bee', 'gemeente'],
		['swv', 'SWV Samen', 'swv'],
	] as const;
	const ids = new Map([['rbl', rblId]]);
	for (const [slug, name, kind] of own) ids.set(slug, addOrganisation(db, slug, name, kind));
	for (const organisationId of ids.values())
		db.insert(regionOrganisation).values({ regionId, organisationId }).run();
	return ids;
}

export function addOrganisation(db: Db, slug: string, name: string, kind: string): number {
	return db
		.insert(organisation)
		.values({ slug, name, shortName: name, kind, createdAt: NOW })
		.returning({ id: organisation.id })
		.get().id;
}

/** Without a password: tests that sign in set one. */
export function addPerson(
	db: Db,
	values: { email: string; name: string; platformAdministrator?: boolean },
): number {
	return db
		.insert(user)
		.values({ ...values, createdAt: NOW })
		.returning({ id: user.id })
		.get().id;
}

export function addCast(
	db: Db,
	at: { regionId: number; slug: string },
	organisations: Map<string, number>,
): void {
	for (const name of CAST_NAMES) {
		const { role, organisation: slug } = CAST[name];
		const userId = addPerson(db, { email: emailOf(name, at.slug), name: `${name} van ${at.slug}` });
		const organisationId = organisations.get(slug);
		if (organisationId === undefined) throw new Error(`No organisation ${slug}`);
		db.insert(membership).values({ userId, regionId: at.regionId, organisationId, role }).run();
	}
}
