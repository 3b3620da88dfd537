/** Another password, by who is signed in and just proved to be there. */
import { z } from 'zod';
import type { AccountChange } from '#lib/domain/second-factor.ts';
import { command, query, type Context } from '../use-case.ts';
import { updatePassword } from './auth.repo.ts';
import { aboutPassword, passwordErrors, refuseWith, shortestFor } from './check-password.ts';
import { ownAccount } from './own-account.ts';
import { hashPassword } from './passwords.ts';
import { endAllSessions } from './sessions.ts';

/** How many characters a password of this person needs. */
export const viewPasswordRule = query({
	name: 'account.password-rule',
	permission: 'account.use',
	input: z.object({}),
	subject: ownAccount,
	run: ({ db }, _input, { account }) => ({
		shortest: shortestFor(aboutPassword(db, account.id)),
		email: account.email,
	}),
});

const judgeNewPassword = query({
	name: 'account.judge-password',
	permission: 'account.use',
	input: z.object({ password: z.string(), repeated: z.string() }),
	subject: ownAccount,
	run: ({ db }, input, { account }) => passwordErrors(input, aboutPassword(db, account.id)),
});

const storeNewPassword = command({
	name: 'account.change-password',
	permission: 'account.use',
	input: z.object({ passwordHash: z.string().startsWith('$argon2id$'), sessionId: z.string() }),
	subject: ownAccount,
	run({ db, now, record }, { passwordHash, sessionId }, subject): void {
		const { id } = subject.account;
		updatePassword(db, subject, passwordHash, now);
		const sessionsEnded = endAllSessions(db, id, sessionId);
		const changed: AccountChange = 'password';
		record({ entity: 'account', entityId: id, after: { changed, sessionsEnded } });
	},
});

/** Every other session ends. Throws `invalid` with a sentence per field. */
export async function changePassword(
	context: Context,
	{ password = '', repeated = '' }: Record<string, string>,
	sessionId: string,
): Promise<void> {
	refuseWith('Het wachtwoord is niet gewijzigd.', judgeNewPassword(context, { password, repeated }));
	storeNewPassword(context, { passwordHash: await hashPassword(password), sessionId });
}
