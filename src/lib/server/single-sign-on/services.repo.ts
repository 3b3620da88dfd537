/** SQL for the sign-in services of organisations. */
import { and, asc, count, countDistinct, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { ClientAuthMethod } from '#lib/domain/sign-in.ts';
import type { Db } from '../db/open.ts';
import {
	externalIdentity,
	identityProvider,
	membership,
	oidcAttempt,
	organisation,
	region,
	regionOrganisation,
	user,
} from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

export type Service = typeof identityProvider.$inferSelect;

/** An organisation in a region, with its service when there is one. */
export interface ServiceSubject extends Subject {
	scope: { kind: 'region'; regionId: number; organisationIds: [] };
	organisation: { id: number; slug: string; name: string };
	/** Every region that the organisation takes part in. */
	regions: { id: number; name: string }[];
	service: Service | null;
}

export function findServiceSubject(
	db: Db,
	slugs: { region: string; organisation: string },
): ServiceSubject | null {
	const found = db
		.select({
			regionId: region.id,
			organisation: { id: organisation.id, slug: organisation.slug, name: organisation.name },
		})
		.from(regionOrganisation)
		.innerJoin(region, eq(region.id, regionOrganisation.regionId))
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(and(eq(region.slug, slugs.region), eq(organisation.slug, slugs.organisation)))
		.get();
	if (!found) return null;
	return {
		scope: { kind: 'region', regionId: found.regionId, organisationIds: [] },
		organisation: found.organisation,
		regions: db
			.select({ id: region.id, name: region.name })
			.from(regionOrganisation)
			.innerJoin(region, eq(region.id, regionOrganisation.regionId))
			.where(eq(regionOrganisation.organisationId, found.organisation.id))
			.orderBy(asc(region.name))
			.all(),
		service: findServiceOf(db, found.organisation.id),
	};
}

export function findServiceOf(db: Db, organisationId: number): Service | null {
	return (
		db.select().from(identityProvider).where(eq(identityProvider.organisationId, organisationId)).get() ??
		null
	);
}

export interface ListedService {
	regionSlug: string;
	regionName: string;
	slug: string;
	name: string;
	/** Null when none was set up. */
	active: boolean | null;
	obligatory: boolean | null;
	testedAt: Date | null;
}

/** Every organisation of these regions, with the state of its service. */
export function listServices(db: Db, regionIds: readonly number[]): ListedService[] {
	return db
		.select({
			regionSlug: region.slug,
			regionName: region.name,
			slug: organisation.slug,
			name: organisation.name,
			active: identityProvider.active,
			obligatory: identityProvider.obligatory,
			testedAt: identityProvider.testedAt,
		})
		.from(regionOrganisation)
		.innerJoin(region, eq(region.id, regionOrganisation.regionId))
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.leftJoin(identityProvider, eq(identityProvider.organisationId, organisation.id))
		.where(inArray(region.id, [...regionIds]))
		.orderBy(asc(region.name), asc(organisation.name))
		.all();
}

export interface ServiceValues {
	issuer: string;
	clientId: string;
	authMethod: ClientAuthMethod;
	emailDomains: string[];
	requiredAcr: string;
	/** Sealed. */
	secret: string;
}

export function insertService(
	db: Db,
	{ organisation: { id } }: Authorized<ServiceSubject>,
	values: ServiceValues,
	now: Date,
): number {
	return db
		.insert(identityProvider)
		.values({ ...values, organisationId: id, createdAt: now })
		.returning({ id: identityProvider.id })
		.get().id;
}

/** Other settings were never tested, so nobody is obliged to use them; trips that were under way end nowhere. */
export function updateService(
	db: Db,
	_by: Authorized<ServiceSubject>,
	service: Service,
	values: ServiceValues,
): void {
	db.update(identityProvider)
		.set({ ...values, testedAt: null, obligatory: false, version: service.version + 1 })
		.where(eq(identityProvider.id, service.id))
		.run();
	db.delete(oidcAttempt)
		.where(and(eq(oidcAttempt.providerId, service.id), isNull(oidcAttempt.usedAt)))
		.run();
}

export function switchService(
	db: Db,
	_by: Authorized<ServiceSubject>,
	service: Service,
	{ active, obligatory }: { active: boolean; obligatory: boolean },
): void {
	db.update(identityProvider)
		.set({ active, obligatory, version: service.version + 1 })
		.where(eq(identityProvider.id, service.id))
		.run();
}

/** The test came through. The version stays: a form that somebody has open is still right. */
export function markTested(db: Db, _by: Authorized<Subject>, serviceId: number, now: Date): void {
	db.update(identityProvider).set({ testedAt: now }).where(eq(identityProvider.id, serviceId)).run();
}

/** Which of these domains another organisation's service has already. */
export function domainsElsewhere(db: Db, organisationId: number, domains: readonly string[]): string[] {
	return db
		.select({ owner: identityProvider.organisationId, emailDomains: identityProvider.emailDomains })
		.from(identityProvider)
		.all()
		.filter(({ owner }) => owner !== organisationId)
		.flatMap(({ emailDomains }) => emailDomains.filter((one) => domains.includes(one)));
}

/** Of the active people of an organisation: how many there are, and how many are tied to its service. */
export function countLinked(db: Db, organisationId: number): { people: number; linked: number } {
	const found = db
		.select({
			people: countDistinct(user.id),
			linked: sql<number>`count(distinct ${externalIdentity.userId})`,
		})
		.from(membership)
		.innerJoin(user, and(eq(user.id, membership.userId), eq(user.active, true)))
		.leftJoin(identityProvider, eq(identityProvider.organisationId, membership.organisationId))
		.leftJoin(
			externalIdentity,
			and(eq(externalIdentity.userId, user.id), eq(externalIdentity.providerId, identityProvider.id)),
		)
		.where(eq(membership.organisationId, organisationId))
		.get();
	return found ?? { people: 0, linked: 0 };
}

/** Whether any organisation has its service switched on. */
export function hasActiveService(db: Db): boolean {
	const found = db
		.select({ services: count() })
		.from(identityProvider)
		.where(eq(identityProvider.active, true))
		.get();
	return (found?.services ?? 0) > 0;
}

/** The services that people are obliged to use, by organisation. */
export function listObliging(db: Db): { id: number; organisationName: string }[] {
	return db
		.select({ id: identityProvider.id, organisationName: organisation.name })
		.from(identityProvider)
		.innerJoin(organisation, eq(organisation.id, identityProvider.organisationId))
		.where(eq(identityProvider.obligatory, true))
		.orderBy(asc(organisation.name))
		.all();
}

/** Every region that the organisation of this service takes part in. */
export function listRegionsOf(db: Db, serviceId: number): number[] {
	return db
		.select({ id: regionOrganisation.regionId })
		.from(regionOrganisation)
		.innerJoin(identityProvider, eq(identityProvider.organisationId, regionOrganisation.organisationId))
		.where(eq(identityProvider.id, serviceId))
		.all()
		.map(({ id }) => id);
}

export function releaseService(db: Db, _by: Authorized<Subject>, serviceId: number): void {
	db.update(identityProvider)
		.set({ obligatory: false, version: sql`${identityProvider.version} + 1` })
		.where(eq(identityProvider.id, serviceId))
		.run();
}
