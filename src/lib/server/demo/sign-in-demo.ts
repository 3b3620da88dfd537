/** Signing in with one button, for the demo only: the caller must have checked that this is the demo. */
import { DomainError } from '#lib/domain/errors.ts';
import { startSession } from '../auth/sessions.ts';
import type { Context } from '../use-case.ts';
import { DEMO_ACCOUNTS } from './accounts.ts';
import { findUserIdByEmail } from './demo.repo.ts';

/** The new cookie value. Throws when the role has no demo account. */
export async function signInDemo(context: Context, role: string, device: string): Promise<string> {
	const account = DEMO_ACCOUNTS.find((one) => one.role === role);
	const userId = account && findUserIdByEmail(context.db, account.email);
	if (!userId) throw new DomainError('invalid', 'Deze rol heeft geen account in de demo. Kies een andere.');
	return startSession(context, { userId, method: 'demo', secondFactor: false, device });
}
