/** Setting a password with a one-time link: of an invitation, or after a forgotten password. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import type { PasswordLinkPurpose } from '#lib/domain/sign-in.ts';
import { SetPasswordInput } from '#lib/input/account.ts';
import { isPasswordClosed } from '../single-sign-on/password-closed.ts';
import { command, query, type Context } from '../use-case.ts';
import { findLinkAccount, updatePassword } from './auth.repo.ts';
import { aboutPassword, fieldErrors, passwordErrors, refuseWith, shortestFor } from './check-password.ts';
import { hashPassword } from './passwords.ts';
import { endAllSessions } from './sessions.ts';
import { clearAccount } from './throttle.repo.ts';
import { hashToken } from './tokens.ts';

const Link = z.object({ token: z.string().max(200) });

export interface LinkView {
	email: string;
	name: string;
	purpose: PasswordLinkPurpose;
	/** How many characters a password of this person needs. */
	shortest: number;
}

/** Whose link it is and what it is for, or null when it does not work any more. */
export const viewPasswordLink = query({
	name: 'auth.view-password-link',
	permission: 'public',
	input: Link,
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run({ db, now }, { token }): LinkView | null {
		const account = findLinkAccount(db, hashToken(token), now);
		if (account === null) return null;
		const { email, name, purpose } = account;
		return { email, name, purpose, shortest: shortestFor(aboutPassword(db, account.id)) };
	},
});

const judgePassword = query({
	name: 'auth.judge-password',
	permission: 'public',
	input: SetPasswordInput,
	subject({ db, now }, { token }) {
		const account = findLinkAccount(db, hashToken(token), now);
		return account && ({ account, scope: { kind: 'public' } } as const);
	},
	run: ({ db }, input, { account }) => passwordErrors(input, aboutPassword(db, account.id)),
});

/** The second factor stays: a stolen mailbox alone opens no account that has one. */
const storePassword = command({
	name: 'auth.set-password',
	permission: 'public',
	input: Link.extend({ passwordHash: z.string().startsWith('$argon2id$') }),
	subject({ db, now }, { token }) {
		const account = findLinkAccount(db, hashToken(token), now);
		return account && ({ account, scope: { kind: 'public' } } as const);
	},
	run({ db, now, record }, { passwordHash }, subject): number {
		const { id, purpose } = subject.account;
		if (isPasswordClosed(db, id)) throw closed();
		updatePassword(db, subject, passwordHash, now);
		const sessionsEnded = endAllSessions(db, id);
		// Whoever has the link has the mailbox: what strangers tried keeps this person out no longer.
		clearAccount(db, subject.account);
		record({ entity: 'user', entityId: id, after: { passwordSet: true, link: purpose, sessionsEnded } });
		return id;
	},
});

function closed(): DomainError {
	return new DomainError(
		'wrong-state',
		'Uw organisatie heeft een eigen inlogdienst verplicht. Een wachtwoord werkt niet: log in via uw organisatie.',
	);
}

/**
 * Sets the password and ends every session of the account. Gives whose it is. Throws `invalid` with a sentence per
 * field.
 */
export async function setPassword(context: Context, fields: Record<string, string>): Promise<number> {
	const sentence = 'Het wachtwoord is nog niet ingesteld.';
	const parsed = SetPasswordInput.safeParse(fields);
	if (!parsed.success) throw new DomainError('invalid', sentence, { fields: fieldErrors(parsed.error) });
	if (!viewPasswordLink(context, { token: parsed.data.token })) {
		throw new DomainError(
			'not-found',
			'Deze link is gebruikt of verlopen. Vraag de beheerder om een nieuwe link.',
		);
	}
	refuseWith(sentence, judgePassword(context, parsed.data));
	const passwordHash = await hashPassword(parsed.data.password);
	return storePassword(context, { token: parsed.data.token, passwordHash });
}
