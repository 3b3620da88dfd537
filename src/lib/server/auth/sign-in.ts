/** Signing in by password. Every attempt is counted before the password is looked at, so parallel guesses gain nothing. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { PENDING_MINUTES } from '#lib/domain/second-factor.ts';
import { SignInInput } from '#lib/input/account.ts';
import { command, type Context } from '../use-case.ts';
import { isPasswordClosed } from '../single-sign-on/password-closed.ts';
import { countTry, forgetRefusals, forgetTries, refusalEntries } from './attempts.ts';
import { findAccount } from './auth.repo.ts';
import { knownAs } from './known-devices.ts';
import { verifyPassword } from './passwords.ts';
import { findSecondFactor, insertPending } from './second-factor.repo.ts';
import { renewHash } from './renew-hash.ts';
import { startSession } from './sessions.ts';
import { passwordKeys } from './throttle.ts';
import { hashToken, newToken } from './tokens.ts';

const PUBLIC = { scope: { kind: 'public' } } as const;
const Attempt = SignInInput.extend({ address: z.string() });
const AttemptBy = z.object({
	email: z.string(),
	address: z.string(),
	/** What this browser is known by; see `knownAs`. */
	tokens: z.array(z.string()),
});

/** Where a request comes from. */
export interface From {
	address: string;
	/** Browser and system in words; see `deviceOf`. */
	device: string;
	/** What the browser says it is known by. */
	tokens?: readonly string[];
	/** In the demo nobody has to set up a second factor: its accounts stand in plain sight. */
	demo?: boolean;
}

/** `code-needed`: the password was right, and the token opens the second step only. */
export type SignedIn =
	{ kind: 'session'; token: string; userId: number } | { kind: 'code-needed'; token: string };

function keysOf(moment: Pick<Context, 'db' | 'now'>, { email, address, tokens }: z.infer<typeof AttemptBy>) {
	return passwordKeys({ email, address, device: knownAs(moment, { email }, tokens) });
}

/** Counts the attempt as failed until it succeeds. Throws `throttled` when it must wait; see domain/sign-in-throttle.ts. */
export const countAttempt = command({
	name: 'auth.count-attempt',
	permission: 'public',
	input: AttemptBy,
	subject: () => PUBLIC,
	run({ db, now, nothingChanged }, by) {
		countTry({ db, now }, keysOf({ db, now }, by));
		nothingChanged();
		const account = findAccount(db, by.email);
		return (
			account && {
				id: account.id,
				passwordHash: account.passwordHash,
				passwordClosed: isPasswordClosed(db, account.id),
			}
		);
	},
});

interface Finished {
	isIn: boolean;
	needsCode: boolean;
}

/** Writes the outcome in the audit trail. Answers whether a second factor must follow, which then waits under this hash. */
const finishAttempt = command({
	name: 'auth.finish-attempt',
	permission: 'public',
	input: AttemptBy.extend({
		/** Null when there is no such account. */
		userId: z.number().nullable(),
		correct: z.boolean(),
		/** The hash that the password was held against: another one by now is another password. */
		passwordHash: z.string().nullable(),
		pendingHash: z.string(),
	}),
	subject: () => PUBLIC,
	run({ db, now, record }, { userId, correct, passwordHash, pendingHash, ...by }): Finished {
		if (userId === null) record({ entity: 'sign-in', entityId: 'refused' });
		const isStill = findAccount(db, by.email)?.passwordHash === passwordHash;
		if (userId === null || !correct || !isStill) {
			const guessed = userId === null ? null : ({ userId, what: 'password' } as const);
			if (guessed) refusalEntries({ db, now }, guessed).forEach(record);
			return { isIn: false, needsCode: false };
		}
		forgetTries({ db, now }, keysOf({ db, now }, by));
		forgetRefusals({ db, now }, { userId, what: 'password' });
		const needsCode = findSecondFactor(db, userId) !== null;
		const expiresAt = new Date(now.getTime() + PENDING_MINUTES * 60_000);
		if (needsCode) insertPending(db, { tokenHash: pendingHash, userId, expiresAt, now });
		const signedIn = needsCode ? 'code-needed' : 'password';
		record({ entity: 'account', entityId: userId, after: { signedIn } });
		return { isIn: true, needsCode };
	},
});

/** Throws the same sentence, after the same work, for an unknown account and a wrong password. */
export async function signIn(
	context: Context,
	fields: Record<string, string>,
	{ address, device, tokens = [], demo }: From,
): Promise<SignedIn> {
	const parsed = Attempt.safeParse({ ...fields, address });
	if (!parsed.success) {
		const errors = Object.fromEntries(
			parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]),
		);
		throw new DomainError('invalid', 'Vul uw e-mailadres en uw wachtwoord in.', { fields: errors });
	}
	const { email, password } = parsed.data;
	const by = { email, address, tokens };
	const account = countAttempt(context, by);
	// Where a password works no more it is looked at all the same, so that the answer takes as long.
	const isRight = await verifyPassword(account?.passwordHash ?? null, password);
	const correct = isRight && account?.passwordClosed === false;
	const userId = account?.id ?? null;
	const token = newToken();
	const pendingHash = hashToken(token);
	const passwordHash = account?.passwordHash ?? null;
	const judged = { ...by, userId, correct, passwordHash, pendingHash };
	const { isIn, needsCode } = finishAttempt(context, judged);
	if (userId === null || !isIn) {
		throw new DomainError(
			'invalid',
			'Het e-mailadres of het wachtwoord klopt niet. Controleer beide en probeer het opnieuw.',
		);
	}
	const method = demo ? 'demo' : 'password';
	// At once, so that no change of the password comes in between.
	const session = needsCode ? null : startSession(context, { userId, method, secondFactor: false, device });
	if (account) await renewHash(context, account, password);
	return session === null
		? { kind: 'code-needed', token }
		: { kind: 'session', token: await session, userId };
}
