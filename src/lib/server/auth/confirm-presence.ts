/** Proving again to be there, before a sensitive change: with the password, counted and throttled like signing in. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { command, type Context } from '../use-case.ts';
import { countTry, forgetTries, refusalEntries } from './attempts.ts';
import { ownAccount } from './own-account.ts';
import { verifyPassword } from './passwords.ts';
import { confirmSession } from './sessions.ts';
import { accountKey } from './throttle.ts';

const Address = z.object({ address: z.string() });

const countConfirmation = command({
	name: 'account.count-confirmation',
	permission: 'account.use',
	input: Address,
	subject: ownAccount,
	run({ db, now, nothingChanged }, { address }, { account }) {
		countTry({ db, now }, { key: accountKey(account.email), address });
		nothingChanged();
		return account.passwordHash;
	},
});

/** Also for who came by the service of an organisation and just proved it there: `correct` is what that service said. */
export const finishConfirmation = command({
	name: 'account.finish-confirmation',
	permission: 'account.use',
	input: Address.extend({ correct: z.boolean(), sessionId: z.string() }),
	subject: ownAccount,
	run({ db, now, record }, { address, correct, sessionId }, { account }): void {
		const key = accountKey(account.email);
		if (!correct) return refusalEntries(db, { key, userId: account.id, what: 'password' }).forEach(record);
		forgetTries(db, { key, address });
		confirmSession({ db, now }, sessionId);
		record({ entity: 'account', entityId: account.id, after: { confirmed: true } });
	},
});

/** Throws a sentence for a wrong password. */
export async function confirmPresence(
	context: Context,
	{ password, sessionId }: { password: string; sessionId: string },
	address: string,
): Promise<void> {
	if (password === '') throw wrongPassword('Vul uw wachtwoord in.');
	const passwordHash = countConfirmation(context, { address });
	const correct = await verifyPassword(passwordHash, password.slice(0, 1024));
	finishConfirmation(context, { address, correct, sessionId });
	if (!correct) throw wrongPassword('Dit wachtwoord klopt niet. Probeer het opnieuw.');
}

function wrongPassword(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { password: sentence } });
}
