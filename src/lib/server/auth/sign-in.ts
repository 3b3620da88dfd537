/** Signing in by password. Every attempt is counted before the password is looked at, so parallel guesses gain nothing. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { PENDING_MINUTES } from '#lib/domain/second-factor.ts';
import { SignInInput } from '#lib/input/account.ts';
import { command, type Context } from '../use-case.ts';
import { isPasswordClosed } from '../single-sign-on/password-closed.ts';
import { countTry, forgetTries, refusalEntries } from './attempts.ts';
import { findAccount } from './auth.repo.ts';
import { verifyPassword } from './passwords.ts';
import { findSecondFactor, insertPending } from './second-factor.repo.ts';
import { renewHash } from './renew-hash.ts';
import { startSession } from './sessions.ts';
import { accountKey } from './throttle.ts';
import { hashToken, newToken } from './tokens.ts';

const PUBLIC = { scope: { kind: 'public' } } as const;
const Attempt = SignInInput.extend({ address: z.string() });
const AttemptKeys = z.object({ email: z.string(), address: z.string() });

/** Where a request comes from. */
export interface From {
	address: string;
	/** Browser and system in words; see `deviceOf`. */
	device: string;
	/** In the demo nobody has to set up a second factor: its accounts stand in plain sight. */
	demo?: boolean;
}

/** `code-needed`: the password was right, and the token opens the second step only. */
export type SignedIn = { kind: 'session'; token: string } | { kind: 'code-needed'; token: string };

/** Counts the attempt as failed until it succeeds. Throws `throttled` when the account or the address must wait. */
export const countAttempt = command({
	name: 'auth.count-attempt',
	permission: 'public',
	input: AttemptKeys,
	subject: () => PUBLIC,
	run({ db, now, nothingChanged }, { email, address }) {
		countTry({ db, now }, { key: accountKey(email), address });
		nothingChanged();
		const account = findAccount(db, email);
		return (
			account && {
				id: account.id,
				passwordHash: account.passwordHash,
				passwordClosed: isPasswordClosed(db, account.id),
			}
		);
	},
});

/** Writes the outcome in the audit trail. Answers whether a second factor must follow, which then waits under this hash. */
const finishAttempt = command({
	name: 'auth.finish-attempt',
	permission: 'public',
	input: AttemptKeys.extend({
		/** Null when there is no such account. */
		userId: z.number().nullable(),
		correct: z.boolean(),
		pendingHash: z.string(),
	}),
	subject: () => PUBLIC,
	run({ db, now, record }, { email, address, userId, correct, pendingHash }): { needsCode: boolean } {
		const key = accountKey(email);
		if (userId === null) record({ entity: 'sign-in', entityId: 'refused' });
		else if (!correct) refusalEntries(db, { key, userId, what: 'password' }).forEach(record);
		if (userId === null || !correct) return { needsCode: false };
		forgetTries(db, { key, address });
		const needsCode = findSecondFactor(db, userId) !== null;
		const expiresAt = new Date(now.getTime() + PENDING_MINUTES * 60_000);
		if (needsCode) insertPending(db, { tokenHash: pendingHash, userId, expiresAt, now });
		const signedIn = needsCode ? 'code-needed' : 'password';
		record({ entity: 'account', entityId: userId, after: { signedIn } });
		return { needsCode };
	},
});

/** Throws the same sentence, after the same work, for an unknown account and a wrong password. */
export async function signIn(
	context: Context,
	fields: Record<string, string>,
	{ address, device, demo }: From,
): Promise<SignedIn> {
	const parsed = Attempt.safeParse({ ...fields, address });
	if (!parsed.success) {
		const errors = Object.fromEntries(
			parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]),
		);
		throw new DomainError('invalid', 'Vul uw e-mailadres en uw wachtwoord in.', { fields: errors });
	}
	const { email, password } = parsed.data;
	const account = countAttempt(context, { email, address });
	// Where a password works no more it is looked at all the same, so that the answer takes as long.
	const isRight = await verifyPassword(account?.passwordHash ?? null, password);
	const correct = isRight && account?.passwordClosed === false;
	const userId = account?.id ?? null;
	const token = newToken();
	const pendingHash = hashToken(token);
	const { needsCode } = finishAttempt(context, { email, address, userId, correct, pendingHash });
	if (userId === null || !correct) {
		throw new DomainError(
			'invalid',
			'Het e-mailadres of het wachtwoord klopt niet. Controleer beide en probeer het opnieuw.',
		);
	}
	if (account) await renewHash(context, account, password);
	if (needsCode) return { kind: 'code-needed', token };
	const method = demo ? 'demo' : 'password';
	const session = { userId, method, secondFactor: false, device } as const;
	return { kind: 'session', token: await startSession(context, session) };
}
