/** Setting a password with a one-time link. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { SetPasswordInput } from '#lib/input/account.ts';
import { isPasswordClosed } from '../single-sign-on/password-closed.ts';
import { command, query, type Context } from '../use-case.ts';
import { findLinkAccount, updatePassword } from './auth.repo.ts';
import { hashPassword } from './passwords.ts';
import { endAllSessions } from './sessions.ts';
import { hashToken } from './tokens.ts';

const Link = z.object({ token: z.string().max(200) });

/** The name and address behind a link that still works, or null. */
export const viewPasswordLink = query({
	name: 'auth.view-password-link',
	permission: 'public',
	input: Link,
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run({ db, now }, { token }): { email: string; name: string } | null {
		const account = findLinkAccount(db, hashToken(token), now);
		return account && { email: account.email, name: account.name };
	},
});

const storePassword = command({
	name: 'auth.set-password',
	permission: 'public',
	input: Link.extend({ passwordHash: z.string().startsWith('$argon2id$') }),
	subject({ db, now }, { token }) {
		const account = findLinkAccount(db, hashToken(token), now);
		return account && ({ account, scope: { kind: 'public' } } as const);
	},
	run({ db, now, record }, { passwordHash }, subject): number {
		if (isPasswordClosed(db, subject.account.id)) throw closed();
		updatePassword(db, subject, passwordHash, now);
		record({ entity: 'user', entityId: subject.account.id, after: { passwordSet: true } });
		return subject.account.id;
	},
});

function closed(): DomainError {
	return new DomainError(
		'wrong-state',
		'Uw organisatie heeft een eigen inlogdienst verplicht. Een wachtwoord werkt niet: log in via uw organisatie.',
	);
}

/** Sets the password and ends every session of the account. Throws `invalid` with a sentence per field. */
export async function setPassword(context: Context, fields: Record<string, string>): Promise<void> {
	const parsed = SetPasswordInput.safeParse(fields);
	if (!parsed.success) {
		const errors: Record<string, string> = {};
		for (const issue of parsed.error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message;
		throw new DomainError('invalid', 'Het wachtwoord is nog niet ingesteld.', { fields: errors });
	}
	if (!viewPasswordLink(context, { token: parsed.data.token })) {
		throw new DomainError(
			'not-found',
			'Deze link is gebruikt of verlopen. Vraag de beheerder om een nieuwe link.',
		);
	}
	const passwordHash = await hashPassword(parsed.data.password);
	const userId = storePassword(context, { token: parsed.data.token, passwordHash });
	endAllSessions(context.db, userId);
}
