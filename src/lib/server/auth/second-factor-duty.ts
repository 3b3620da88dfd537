/** What a session still owes before it may be used; asked at every request. */
import type { Person } from '#lib/domain/access.ts';
import { dutyOf, mustHaveSecondFactor, type SecondFactorDuty } from '#lib/domain/second-factor.ts';
import type { Db } from '../db/open.ts';
import { findSecondFactor, regionsAskingAll } from './second-factor.repo.ts';
import type { Session } from './sessions.ts';

/** `sign-in` cannot be owed by a session of today; one that does, from before, counts as nobody's. */
export function secondFactorDuty(db: Db, session: Session, person: Person): SecondFactorDuty {
	if (session.method !== 'password' || session.secondFactorAt !== null) return 'none';
	return dutyOf(session, {
		has: findSecondFactor(db, session.userId) !== null,
		must: isSecondFactorAsked(db, person),
	});
}

/** Whether this person may not do without. */
export function isSecondFactorAsked(db: Db, person: Person): boolean {
	return mustHaveSecondFactor(person, regionsAskingAll(db, person.memberships));
}
