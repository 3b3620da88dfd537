/** SQL for people, their memberships, and the regions that they are made in. */
import { and, asc, countDistinct, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Membership, Person, Role } from '#lib/domain/access.ts';
import { prepared, type Db } from '../db/open.ts';
import { insertOrganisationIn, TAKES_PART } from '../db/organisations.ts';
import {
	agenda,
	membership,
	organisation,
	region,
	regionOrganisation,
	statusRound,
	user,
} from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

const personRows = prepared((db: Db) =>
	db
		.select({
			userId: user.id,
			name: user.name,
			platformAdministrator: user.platformAdministrator,
			active: user.active,
			regionId: membership.regionId,
			organisationId: membership.organisationId,
			role: membership.role,
		})
		.from(user)
		.leftJoin(membership, eq(membership.userId, user.id))
		.where(eq(user.id, sql.placeholder('userId')))
		.prepare(),
);

/** The actor of a session; null when the account is gone or switched off. */
export function findPerson(db: Db, userId: number): Person | null {
	const rows = personRows(db).all({ userId });
	const first = rows[0];
	if (!first?.active) return null;
	const memberships = rows.flatMap(({ regionId, organisationId, role }): Membership[] =>
		regionId !== null && organisationId !== null && role !== null ? [{ regionId, organisationId, role }] : [],
	);
	const { name, platformAdministrator } = first;
	return { kind: 'person', userId, name, platformAdministrator, memberships };
}

export interface MembershipNames {
	regionId: number;
	regionName: string;
	organisationName: string;
	organisationShortName: string;
	role: Role;
	exampleData: boolean;
}

const membershipNames = prepared((db: Db) =>
	db
		.select({
			regionId: region.id,
			regionName: region.name,
			organisationName: organisation.name,
			organisationShortName: organisation.shortName,
			role: membership.role,
			exampleData: region.exampleData,
		})
		.from(membership)
		.innerJoin(region, eq(region.id, membership.regionId))
		.innerJoin(organisation, eq(organisation.id, membership.organisationId))
		.where(eq(membership.userId, sql.placeholder('userId')))
		.orderBy(asc(region.name))
		.prepare(),
);

export function listMembershipNames(db: Db, userId: number): MembershipNames[] {
	return membershipNames(db).all({ userId });
}

export function findRegion(db: Db, slug: string) {
	return db.select().from(region).where(eq(region.slug, slug)).get() ?? null;
}

export function listRegions(db: Db) {
	return db
		.select({
			id: region.id,
			slug: region.slug,
			name: region.name,
			createdAt: region.createdAt,
			members: countDistinct(membership.userId),
		})
		.from(region)
		.leftJoin(membership, eq(membership.regionId, region.id))
		.groupBy(region.id)
		.orderBy(asc(region.name))
		.all();
}

export function hasPlatformAdministrator(db: Db): boolean {
	return (
		db.select({ id: user.id }).from(user).where(eq(user.platformAdministrator, true)).limit(1).get() !==
		undefined
	);
}

/** The platformbeheerder with this address who has set no password yet, or null. */
export function findWaitingAdministrator(db: Db, email: string): number | null {
	const waiting = and(eq(user.email, email), eq(user.platformAdministrator, true), isNull(user.passwordHash));
	return db.select({ id: user.id }).from(user).where(waiting).get()?.id ?? null;
}

export function findUserId(db: Db, email: string): number | null {
	return db.select({ id: user.id }).from(user).where(eq(user.email, email)).get()?.id ?? null;
}

export function insertUser(
	db: Db,
	_by: Authorized<Subject>,
	values: {
		email: string;
		name: string;
		platformAdministrator: boolean;
		/** Left out until the person has set a password. */
		passwordHash?: string;
		now: Date;
	},
): number {
	const { now, ...columns } = values;
	return db
		.insert(user)
		.values({ ...columns, createdAt: now })
		.returning({ id: user.id })
		.get().id;
}

export function insertRegion(
	db: Db,
	_by: Authorized<Subject>,
	values: { slug: string; name: string; officialForum: string; boardForum: string; now: Date },
): number {
	const { now, ...columns } = values;
	return db
		.insert(region)
		.values({ ...columns, createdAt: now })
		.returning({ id: region.id })
		.get().id;
}

/** A new organisation that takes part in the region. */
export function insertOrganisation(
	db: Db,
	by: Authorized<Subject>,
	values: { regionId: number; slug: string; name: string; shortName: string; kind: string; now: Date },
): number {
	const { now, regionId, ...columns } = values;
	return insertOrganisationIn(db, by, regionId, columns, now);
}

export function insertMembership(
	db: Db,
	_by: Authorized<Subject>,
	values: { userId: number; regionId: number; organisationId: number; role: Role },
): void {
	db.insert(membership).values(values).run();
}

export function hasMembership(
	db: Db,
	{ userId, regionId, organisationId, role }: Membership & { userId: number },
): boolean {
	const same = and(
		eq(membership.userId, userId),
		eq(membership.regionId, regionId),
		eq(membership.organisationId, organisationId),
		eq(membership.role, role),
	);
	return db.select({ id: membership.id }).from(membership).where(same).get() !== undefined;
}

/** The organisations that take part in the region, by name. */
export function listOrganisations(db: Db, regionId: number) {
	return db
		.select({
			id: organisation.id,
			slug: organisation.slug,
			name: organisation.name,
			kind: organisation.kind,
		})
		.from(regionOrganisation)
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(and(eq(regionOrganisation.regionId, regionId), TAKES_PART))
		.orderBy(asc(organisation.name))
		.all();
}

export function listRegionsById(
	db: Db,
	ids: readonly number[],
): { id: number; slug: string; name: string }[] {
	if (ids.length === 0) return [];
	return db
		.select({ id: region.id, slug: region.slug, name: region.name })
		.from(region)
		.where(inArray(region.id, [...ids]))
		.orderBy(asc(region.name))
		.all();
}

/** The agendas of a region that are not closed, with the periods that have a round. */
export function listAgendasWithRounds(db: Db, regionId: number) {
	return db
		.select()
		.from(agenda)
		.where(and(eq(agenda.regionId, regionId), ne(agenda.state, 'closed')))
		.orderBy(asc(agenda.startYear))
		.all()
		.map(({ id, slug, title, startYear, endYear, cadence, fillingDays, state }) => ({
			slug,
			title,
			state,
			startYear,
			endYear,
			cadence,
			fillingDays,
			rounds: db
				.select({ period: statusRound.period })
				.from(statusRound)
				.where(eq(statusRound.agendaId, id))
				.all()
				.map((row) => row.period),
		}));
}
