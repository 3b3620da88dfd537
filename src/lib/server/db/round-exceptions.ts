/** For whom a closed round is open again, for every feature that asks whether somebody may still write. */
import { asc, eq } from 'drizzle-orm';
import type { Person } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import type { RoundException } from '#lib/domain/exception.ts';
import type { Db } from './open.ts';
import { membership, roundException, user } from './schema.ts';

export interface ExceptionOfPerson extends RoundException {
	id: number;
	reason: string;
	version: number;
	createdAt: Date;
	until: Day;
	/** With all memberships, so that their rights can be asked. */
	person: Person;
}

/** Oldest first, ended ones too. An account that is switched off keeps its row, but has no memberships here. */
export function listExceptions(db: Db, roundId: number): ExceptionOfPerson[] {
	const rows = db
		.select({ exception: roundException, name: user.name, active: user.active, membership })
		.from(roundException)
		.innerJoin(user, eq(user.id, roundException.userId))
		.leftJoin(membership, eq(membership.userId, user.id))
		.where(eq(roundException.roundId, roundId))
		.orderBy(asc(roundException.id))
		.all();
	return [...Map.groupBy(rows, (row) => row.exception.id).values()].flatMap((group) => {
		const first = group[0];
		if (!first) return [];
		const { id, userId, until, endedAt, reason, version, createdAt } = first.exception;
		const memberships = group.flatMap((row) => (row.membership && row.active ? [row.membership] : []));
		const person = {
			kind: 'person',
			userId,
			name: first.name,
			platformAdministrator: false,
			memberships,
		} as const;
		return [{ id, userId, until, endedAt, reason, version, createdAt, person }];
	});
}
