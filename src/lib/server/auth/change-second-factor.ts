/** Switching a second factor off, new recovery codes, and the beheerder's way out for who lost the phone. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { RECOVERY_CODES, type AccountChange } from '#lib/domain/second-factor.ts';
import { wholeNumber } from '#lib/input/fields.ts';
import { command, query, type Context } from '../use-case.ts';
import { reachOfAccount, demandWholeAccount } from './account-reach.ts';
import { memberSubject } from './member-subject.ts';
import { findMemberByEmail } from './members.repo.ts';
import { ownAccount } from './own-account.ts';
import { isSecondFactorAsked } from './second-factor-duty.ts';
import { deleteSecondFactor, findSecondFactor, replaceRecoveryCodes } from './second-factor.repo.ts';
import { endAllSessions, listSessions } from './sessions.ts';
import { newRecoveryCodes } from './set-up-second-factor.ts';

const changed = (userId: number, change: AccountChange) =>
	({ entity: 'account', entityId: userId, after: { changed: change } }) as const;

const dropSecondFactor = command({
	name: 'second-factor.remove',
	permission: 'account.use',
	input: z.object({}),
	subject: ownAccount,
	run({ db, record }, _input, subject): void {
		const { account } = subject;
		deleteSecondFactor(db, subject, account.id);
		record(changed(account.id, 'second-factor-removed'));
	},
});

/** Throws for who may not do without: they would be asked for a new one at once. */
export function removeSecondFactor(context: Context): void {
	const { db, actor } = context;
	if (actor.kind === 'person' && isSecondFactorAsked(db, actor)) {
		throw new DomainError(
			'wrong-state',
			'U kunt de tweede factor niet uitzetten: in uw rol of regio is hij verplicht. Een andere app instellen kan wel.',
		);
	}
	dropSecondFactor(context);
}

const storeRecoveryCodes = command({
	name: 'second-factor.renew-codes',
	permission: 'account.use',
	input: z.object({ codeHashes: z.array(z.string()).length(RECOVERY_CODES) }),
	subject: ownAccount,
	run({ db, now, record }, { codeHashes }, subject): void {
		const { id } = subject.account;
		if (findSecondFactor(db, id) === null) {
			throw new DomainError('wrong-state', 'Stel eerst een app in. Daarna krijgt u herstelcodes.');
		}
		replaceRecoveryCodes(db, subject, { userId: id, hashes: codeHashes, now });
		record(changed(id, 'recovery-codes'));
	},
});

/** Ten new codes, which cannot be shown again; the old ones no longer work. */
export async function renewRecoveryCodes(context: Context): Promise<string[]> {
	const { codes, codeHashes } = await newRecoveryCodes();
	storeRecoveryCodes(context, { codeHashes });
	return codes;
}

const Member = z.object({ person: wholeNumber('Deze persoon bestaat niet.') });

export type MemberSignIn = { id: number; name: string; email: string } & (
	{ reach: 'membership' } | { reach: 'account'; secondFactorSince: Date | null; sessions: number }
);

/** How a member signs in, for the beheerder of the region; of an account that is of another region too only that it is. */
export const viewMemberSignIn = query({
	name: 'second-factor.of-member',
	permission: 'region.manage',
	input: Member,
	subject: memberSubject,
	run({ db, actor, now }, _input, { person: { id, name, email } }): MemberSignIn {
		const reach = reachOfAccount(db, actor, id);
		if (reach === 'membership') return { id, name, email, reach };
		const secondFactorSince = findSecondFactor(db, id)?.confirmedAt ?? null;
		return { id, name, email, reach, secondFactorSince, sessions: listSessions({ db, now }, id).length };
	},
});

/** The person signs in with the password alone once more, and is then asked for a new app if it must have one. */
export const resetSecondFactor = command({
	name: 'second-factor.reset',
	permission: 'region.manage',
	input: Member,
	subject: memberSubject,
	run({ db, actor, record }, _input, subject): void {
		const { person } = subject;
		demandWholeAccount(db, actor, person.id);
		deleteSecondFactor(db, subject, person.id);
		endAllSessions(db, person.id);
		record(changed(person.id, 'second-factor-reset'));
	},
});

/** The same from the computer of the server, for whom no beheerder may do it. */
export const resetSecondFactorByEmail = command({
	name: 'second-factor.reset-by-email',
	permission: 'system.run',
	input: z.object({ email: z.string().trim().toLowerCase() }),
	subject({ db }, { email }) {
		const person = findMemberByEmail(db, email);
		return person && { person, scope: { kind: 'platform' } as const };
	},
	run({ db, record }, _input, subject): void {
		const { person } = subject;
		deleteSecondFactor(db, subject, person.id);
		endAllSessions(db, person.id);
		record(changed(person.id, 'second-factor-reset'));
	},
});
