/** Proving again to be there, before a sensitive change: with the password. Counted per session, so that who only guesses cannot stop who is in. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { command, type Context } from '../use-case.ts';
import { countTry, forgetRefusals, forgetTries, refusalEntries } from './attempts.ts';
import { ownAccount } from './own-account.ts';
import { verifyPassword } from './passwords.ts';
import { confirmSession } from './sessions.ts';
import { confirmKeys } from './throttle.ts';

const InSession = z.object({ sessionId: z.string() });

const countConfirmation = command({
	name: 'account.count-confirmation',
	permission: 'account.use',
	input: InSession,
	subject: ownAccount,
	run({ db, now, nothingChanged }, { sessionId }, { account }) {
		countTry({ db, now }, confirmKeys(sessionId));
		nothingChanged();
		return account.passwordHash;
	},
});

/** Also for who came by the service of an organisation and just proved it there: `correct` is what that service said. */
export const finishConfirmation = command({
	name: 'account.finish-confirmation',
	permission: 'account.use',
	input: InSession.extend({ correct: z.boolean() }),
	subject: ownAccount,
	run({ db, now, record }, { correct, sessionId }, { account }): void {
		const guessed = { userId: account.id, what: 'password' } as const;
		if (!correct) return refusalEntries({ db, now }, guessed).forEach(record);
		forgetTries({ db, now }, confirmKeys(sessionId));
		forgetRefusals({ db, now }, guessed);
		confirmSession({ db, now }, sessionId);
		record({ entity: 'account', entityId: account.id, after: { confirmed: true } });
	},
});

/** Throws a sentence for a wrong password. */
export async function confirmPresence(
	context: Context,
	{ password, sessionId }: { password: string; sessionId: string },
): Promise<void> {
	if (password === '') throw wrongPassword('Vul uw wachtwoord in.');
	const passwordHash = countConfirmation(context, { sessionId });
	const correct = await verifyPassword(passwordHash, password.slice(0, 1024));
	finishConfirmation(context, { correct, sessionId });
	if (!correct) throw wrongPassword('Dit wachtwoord klopt niet. Probeer het opnieuw.');
}

function wrongPassword(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { password: sentence } });
}
