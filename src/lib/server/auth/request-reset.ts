/**
 * A forgotten password. Whoever asks gets the same answer, after the same work, whether the address has an account or not;
 * the mail itself is made with the command, in its own transaction.
 */
import { ResetInput } from '#lib/input/account.ts';
import { isPasswordClosed } from '../single-sign-on/password-closed.ts';
import { command } from '../use-case.ts';
import { countTry } from './attempts.ts';
import { findAccount } from './auth.repo.ts';
import { resetKeys } from './throttle.ts';

/** Throws `throttled` when this account or this address asks too often, known or not. */
export const requestReset = command({
	name: 'auth.request-reset',
	permission: 'public',
	input: ResetInput,
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run({ db, now, record }, { email, address }): void {
		countTry({ db, now }, resetKeys({ email, address }), 'Er is te vaak om een nieuwe link gevraagd.');
		const found = findAccount(db, email);
		// Where an organisation obliges its own service a link would lead to a refusal: no mail, and the same answer.
		const isClosed = found !== null && isPasswordClosed(db, found.id);
		if (found === null || isClosed) record({ entity: 'sign-in', entityId: 'reset-unknown' });
		else record({ entity: 'user', entityId: found.id, after: { resetAsked: true } });
	},
});
