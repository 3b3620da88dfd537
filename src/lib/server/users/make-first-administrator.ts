/** The first platformbeheerder of an empty database, made by whoever has the server. */
import { DomainError } from '#lib/domain/errors.ts';
import { MakeFirstAdministratorInput } from '#lib/input/account.ts';
import { issuePasswordLink } from '../auth/issue-password-link.ts';
import { command } from '../use-case.ts';
import { findUserId, findWaitingAdministrator, hasPlatformAdministrator, insertUser } from './users.repo.ts';

/** Answers the path of a one-time link to set a password; a new one as long as that person has set no password yet. */
export const makeFirstAdministrator = command({
	name: 'platform.make-first-administrator',
	permission: 'platform.manage',
	input: MakeFirstAdministratorInput,
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db, now, record }, { email }, subject): string {
		const waiting = findWaitingAdministrator(db, email);
		if (waiting === null && hasPlatformAdministrator(db)) {
			throw new DomainError(
				'wrong-state',
				'Er is al een platformbeheerder. Vraag die om hulp, of gebruik een lege database.',
			);
		}
		if (waiting === null && findUserId(db, email) !== null) {
			throw new DomainError('invalid', 'Dit e-mailadres heeft al een account. Kies een ander adres.');
		}
		const userId =
			waiting ??
			insertUser(db, subject, { email, name: 'Platformbeheerder', platformAdministrator: true, now });
		record({ entity: 'user', entityId: userId, after: { email, platformAdministrator: true } });
		return issuePasswordLink(db, userId, now);
	},
});
