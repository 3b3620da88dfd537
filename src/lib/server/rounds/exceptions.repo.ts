/** SQL for a closed round that is open again for one person. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Person, Role } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Db } from '../db/open.ts';
import { membership, organisation, roundException, user } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { RoundSubject } from './rounds.repo.ts';

export interface RegionPerson {
	person: Person;
	email: string;
	role: Role;
	organisationId: number;
	organisationName: string;
}

/** Everyone with a membership in the region whose account works, once per membership, by name. */
export function listPeopleOf(db: Db, regionId: number): RegionPerson[] {
	const rows = db
		.select({
			userId: user.id,
			name: user.name,
			email: user.email,
			membership,
			organisationName: organisation.shortName,
		})
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.innerJoin(organisation, eq(organisation.id, membership.organisationId))
		.where(and(eq(membership.regionId, regionId), eq(user.active, true)))
		.orderBy(asc(user.name))
		.all();
	return rows.map(({ userId, name, email, organisationName, membership: own }) => ({
		person: { kind: 'person', userId, name, platformAdministrator: false, memberships: [own] },
		email,
		role: own.role,
		organisationId: own.organisationId,
		organisationName,
	}));
}

export function insertException(
	db: Db,
	subject: Authorized<RoundSubject>,
	values: { userId: number; until: Day; reason: string; authorId: number | null; now: Date },
): number {
	const { now, ...columns } = values;
	return db
		.insert(roundException)
		.values({ ...columns, roundId: subject.round.id, createdAt: now })
		.returning({ id: roundException.id })
		.get().id;
}

/** Ends those that nobody ended yet: of one person, or of everyone when `userId` is left out. */
export function endExceptions(db: Db, subject: Authorized<RoundSubject>, now: Date, userId?: number): void {
	const unended = and(eq(roundException.roundId, subject.round.id), isNull(roundException.endedAt));
	db.update(roundException)
		.set({ endedAt: now })
		.where(userId === undefined ? unended : and(unended, eq(roundException.userId, userId)))
		.run();
}
