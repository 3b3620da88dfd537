/** SQL for trips to a sign-in service, and for the accounts that are tied to one. */
import { and, count, desc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { Candidate } from '#lib/domain/single-sign-on.ts';
import type { Db } from '../db/open.ts';
import {
	externalIdentity,
	identityProvider,
	membership,
	oidcAttempt,
	organisation,
	passwordLink,
	user,
} from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

export type Attempt = typeof oidcAttempt.$inferSelect;

const WITH_ORGANISATION = { service: identityProvider, organisationName: organisation.name };

export interface NamedService {
	service: typeof identityProvider.$inferSelect;
	organisationName: string;
}

function services(db: Db) {
	return db
		.select(WITH_ORGANISATION)
		.from(identityProvider)
		.innerJoin(organisation, eq(organisation.id, identityProvider.organisationId));
}

export function findService(db: Db, serviceId: number): NamedService | null {
	return services(db).where(eq(identityProvider.id, serviceId)).get() ?? null;
}

/** The service that is switched on for addresses at this domain. */
export function findServiceByDomain(db: Db, domain: string): NamedService | null {
	const active = services(db).where(eq(identityProvider.active, true)).all();
	return active.find(({ service }) => service.emailDomains.includes(domain)) ?? null;
}

export interface OwnService extends NamedService {
	/** When the person's account was tied to it; null when it is not. */
	linkedAt: Date | null;
	lastUsedAt: Date | null;
}

/** The active services of the organisations that this person belongs to. */
export function listOwnServices(db: Db, userId: number): OwnService[] {
	return db
		.selectDistinct({
			...WITH_ORGANISATION,
			linkedAt: externalIdentity.createdAt,
			lastUsedAt: externalIdentity.lastUsedAt,
		})
		.from(membership)
		.innerJoin(identityProvider, eq(identityProvider.organisationId, membership.organisationId))
		.innerJoin(organisation, eq(organisation.id, membership.organisationId))
		.leftJoin(
			externalIdentity,
			and(eq(externalIdentity.providerId, identityProvider.id), eq(externalIdentity.userId, userId)),
		)
		.where(and(eq(membership.userId, userId), eq(identityProvider.active, true)))
		.orderBy(desc(externalIdentity.lastUsedAt), organisation.name)
		.all();
}

/** Also sweeps up trips that ended long ago. */
export function insertAttempt(
	db: Db,
	_by: Authorized<Subject>,
	attempt: Omit<Attempt, 'usedAt' | 'expiresAt'>,
	minutes: number,
): void {
	const { createdAt } = attempt;
	db.delete(oidcAttempt).where(lt(oidcAttempt.expiresAt, createdAt)).run();
	const expiresAt = new Date(createdAt.getTime() + minutes * 60_000);
	db.insert(oidcAttempt)
		.values({ ...attempt, expiresAt })
		.run();
}

/** How many trips are on their way now: of everybody, and of this origin. */
export function countAttempts(db: Db, origin: string, now: Date): { all: number; own: number } {
	const found = db
		.select({
			all: count(),
			own: sql<number>`count(*) filter (where ${oidcAttempt.origin} = ${origin})`,
		})
		.from(oidcAttempt)
		.where(and(isNull(oidcAttempt.usedAt), gt(oidcAttempt.expiresAt, now)))
		.get();
	return found ?? { all: 0, own: 0 };
}

/** The service of this organisation, when it is on. */
export function findServiceOfOrganisation(db: Db, organisationId: number): NamedService | null {
	const here = and(eq(identityProvider.organisationId, organisationId), eq(identityProvider.active, true));
	return services(db).where(here).get() ?? null;
}

/** Null when it was used, has expired or never was. */
export function findAttempt(db: Db, stateHash: string, now: Date): Attempt | null {
	const isOpen = and(isNull(oidcAttempt.usedAt), gt(oidcAttempt.expiresAt, now));
	return (
		db
			.select()
			.from(oidcAttempt)
			.where(and(eq(oidcAttempt.stateHash, stateHash), isOpen))
			.get() ?? null
	);
}

export function useAttempt(db: Db, _by: Authorized<Subject>, stateHash: string, now: Date): void {
	db.update(oidcAttempt).set({ usedAt: now }).where(eq(oidcAttempt.stateHash, stateHash)).run();
}

/** A trip that was taken and not yet finished: its way back is over, what it was for is still known. */
export function findTakenAttempt(db: Db, stateHash: string): Attempt | null {
	const found = db.select().from(oidcAttempt).where(eq(oidcAttempt.stateHash, stateHash)).get();
	return found && found.usedAt !== null ? found : null;
}

export function deleteAttempt(db: Db, _by: Authorized<Subject>, stateHash: string): void {
	db.delete(oidcAttempt).where(eq(oidcAttempt.stateHash, stateHash)).run();
}

export function findIdentity(db: Db, issuer: string, subject: string) {
	const same = and(eq(externalIdentity.issuer, issuer), eq(externalIdentity.subject, subject));
	return db.select().from(externalIdentity).where(same).get() ?? null;
}

/** The account as the rules of a trip look at it; null when it is gone. */
export function findCandidate(
	db: Db,
	where: { id: number } | { email: string },
	serviceId: number,
): Candidate | null {
	const found = db
		.select({
			id: user.id,
			name: user.name,
			active: user.active,
			platformAdministrator: user.platformAdministrator,
		})
		.from(user)
		.where('id' in where ? eq(user.id, where.id) : eq(user.email, where.email))
		.get();
	if (!found) return null;
	const { id, name, active, platformAdministrator } = found;
	const organisations = db
		.selectDistinct({ id: membership.organisationId })
		.from(membership)
		.where(eq(membership.userId, id))
		.all();
	const ofService = and(eq(externalIdentity.userId, id), eq(externalIdentity.providerId, serviceId));
	const linked = db.select().from(externalIdentity).where(ofService).get();
	return {
		userId: id,
		name,
		active,
		platformAdministrator,
		isLinked: linked !== undefined,
		organisationIds: organisations.map((one) => one.id),
	};
}

/** Ties an account to an issuer and subject, in place of the one it had at this service. */
export function linkIdentity(
	db: Db,
	_by: Authorized<Subject>,
	link: { issuer: string; subject: string; providerId: number; userId: number },
	now: Date,
): void {
	const earlier = and(
		eq(externalIdentity.providerId, link.providerId),
		eq(externalIdentity.userId, link.userId),
	);
	db.delete(externalIdentity).where(earlier).run();
	db.insert(externalIdentity)
		.values({ ...link, createdAt: now, lastUsedAt: now })
		.run();
}

export function touchIdentity(
	db: Db,
	_by: Authorized<Subject>,
	key: { issuer: string; subject: string },
	now: Date,
): void {
	const same = and(eq(externalIdentity.issuer, key.issuer), eq(externalIdentity.subject, key.subject));
	db.update(externalIdentity).set({ lastUsedAt: now }).where(same).run();
}

const isOpenLink = (now: Date) => and(isNull(passwordLink.usedAt), gt(passwordLink.expiresAt, now));

/** The account behind an invitation that still works, or null. A link to reset a password ties nothing. */
export function findInvited(db: Db, tokenHash: string, now: Date): number | null {
	const same = and(eq(passwordLink.tokenHash, tokenHash), eq(passwordLink.purpose, 'invitation'));
	const found = db
		.select({ userId: passwordLink.userId })
		.from(passwordLink)
		.where(and(same, isOpenLink(now)))
		.get();
	return found?.userId ?? null;
}

/** Whether this account still has an invitation that works. */
export function hasInvitation(db: Db, userId: number, now: Date): boolean {
	const own = and(eq(passwordLink.userId, userId), eq(passwordLink.purpose, 'invitation'));
	return (
		db
			.select()
			.from(passwordLink)
			.where(and(own, isOpenLink(now)))
			.get() !== undefined
	);
}

/** Also those to reset a password: whoever comes in by the service needs none of them. */
export function useLinks(db: Db, _by: Authorized<Subject>, userId: number, now: Date): void {
	db.update(passwordLink)
		.set({ usedAt: now })
		.where(and(eq(passwordLink.userId, userId), isNull(passwordLink.usedAt)))
		.run();
}
