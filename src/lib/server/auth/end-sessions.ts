/** Ending sessions: one's own on another device, or all of a member by the beheerder. */
import { z } from 'zod';
import { wholeNumber } from '#lib/input/fields.ts';
import { command } from '../use-case.ts';
import { demandWholeAccount } from './account-reach.ts';
import { memberSubject } from './member-subject.ts';
import { ownAccount } from './own-account.ts';
import { endAllSessions, endSessionById } from './sessions.ts';

const SessionId = z.string().max(64);

export const endOwnSession = command({
	name: 'session.end-own',
	permission: 'account.use',
	input: z.object({ session: SessionId }),
	subject: ownAccount,
	run({ db, record }, { session }, { account: { id } }): void {
		const sessionsEnded = endSessionById(db, id, session) ? 1 : 0;
		record({ entity: 'account', entityId: id, after: { sessionsEnded } });
	},
});

/** Every session but the one that asks it. */
export const endOtherSessions = command({
	name: 'session.end-others',
	permission: 'account.use',
	input: z.object({ keep: SessionId }),
	subject: ownAccount,
	run({ db, record }, { keep }, { account: { id } }): void {
		const sessionsEnded = endAllSessions(db, id, keep);
		record({ entity: 'account', entityId: id, after: { sessionsEnded } });
	},
});

export const endMemberSessions = command({
	name: 'session.end-of-member',
	permission: 'region.manage',
	input: z.object({ person: wholeNumber('Deze persoon bestaat niet.') }),
	subject: memberSubject,
	run({ db, actor, record }, _input, { person }): void {
		demandWholeAccount(db, actor, person.id);
		record({
			entity: 'account',
			entityId: person.id,
			after: { sessionsEnded: endAllSessions(db, person.id) },
		});
	},
});
