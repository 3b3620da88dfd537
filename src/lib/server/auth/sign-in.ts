/** Signing in: every attempt is counted before the password is looked at, so parallel guesses gain nothing. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { SignInInput } from '#lib/input/account.ts';
import { command, type Context } from '../use-case.ts';
import { addFailure, clearFailures, findAccount, forgiveFailure, secondsToWait } from './auth.repo.ts';
import { verifyPassword } from './passwords.ts';
import { startSession } from './sessions.ts';
import { accountKey, addressKey } from './throttle.ts';

const PUBLIC = { scope: { kind: 'public' } } as const;
const Attempt = SignInInput.extend({ address: z.string() });
const AttemptKeys = z.object({ email: z.string(), address: z.string() });

/** Counts the attempt as failed until it succeeds. Throws `throttled` when the account or the address must wait. */
export const countAttempt = command({
	name: 'auth.count-attempt',
	permission: 'public',
	input: AttemptKeys,
	subject: () => PUBLIC,
	run({ db, now, nothingChanged }, { email, address }) {
		const wait = Math.max(
			secondsToWait(db, accountKey(email), now),
			secondsToWait(db, addressKey(address), now),
		);
		if (wait > 0) {
			throw new DomainError(
				'throttled',
				`Er is te vaak geprobeerd in te loggen. Wacht ${waitWords(wait)} en probeer het dan weer.`,
				{
					retryAfterSeconds: wait,
				},
			);
		}
		addFailure(db, accountKey(email), 'account', now);
		addFailure(db, addressKey(address), 'address', now);
		nothingChanged();
		const account = findAccount(db, email);
		return account && { id: account.id, passwordHash: account.passwordHash };
	},
});

/** Writes the outcome in the audit trail; a success forgets the failures of account and address. */
const finishAttempt = command({
	name: 'auth.finish-attempt',
	permission: 'public',
	input: AttemptKeys.extend({ userId: z.number().nullable() }),
	subject: () => PUBLIC,
	run({ db, record }, { email, address, userId }) {
		if (userId === null) return record({ entity: 'sign-in', entityId: 'refused' });
		clearFailures(db, accountKey(email));
		forgiveFailure(db, addressKey(address));
		record({ entity: 'user', entityId: userId });
	},
});

/** The new cookie value. Throws the same sentence, after the same time, for an unknown account and a wrong password. */
export async function signIn(
	context: Context,
	fields: Record<string, string>,
	{ address, device }: { address: string; device: string },
): Promise<string> {
	const parsed = Attempt.safeParse({ ...fields, address });
	if (!parsed.success) {
		const errors = Object.fromEntries(
			parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]),
		);
		throw new DomainError('invalid', 'Vul uw e-mailadres en uw wachtwoord in.', { fields: errors });
	}
	const { email, password } = parsed.data;
	const account = countAttempt(context, { email, address });
	const correct = await verifyPassword(account?.passwordHash ?? null, password);
	const userId = correct && account ? account.id : null;
	finishAttempt(context, { email, address, userId });
	if (userId === null) {
		throw new DomainError(
			'invalid',
			'Het e-mailadres of het wachtwoord klopt niet. Controleer beide en probeer het opnieuw.',
		);
	}
	return startSession(context, { userId, method: 'password', secondFactor: false, device });
}

function waitWords(seconds: number): string {
	if (seconds < 60) return seconds === 1 ? '1 seconde' : `${seconds} seconden`;
	const minutes = Math.ceil(seconds / 60);
	return minutes === 1 ? '1 minuut' : `${minutes} minuten`;
}
