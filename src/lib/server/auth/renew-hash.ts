/** A password that was kept with less work than today is kept again, at the one moment that it is known: signing in. */
import { z } from 'zod';
import { wholeNumber } from '#lib/input/fields.ts';
import { command, type Context } from '../use-case.ts';
import { replaceHash } from './auth.repo.ts';
import { hashPassword, isWeakHash } from './passwords.ts';

const PHC = z.string().startsWith('$argon2id$');

const replaceWeakHash = command({
	name: 'auth.renew-hash',
	permission: 'public',
	input: z.object({ userId: wholeNumber('Deze persoon bestaat niet.'), before: PHC, after: PHC }),
	subject: () => ({ scope: { kind: 'public' } }) as const,
	run({ db, record, nothingChanged }, { userId, before, after }): void {
		if (replaceHash(db, userId, before, after))
			record({ entity: 'user', entityId: userId, after: { passwordHashRenewed: true } });
		else nothingChanged();
	},
});

/** For a password that was just found right. Nothing happens when its hash is as strong as those of today. */
export async function renewHash(
	context: Context,
	account: { id: number; passwordHash: string | null },
	password: string,
): Promise<void> {
	const before = account.passwordHash;
	if (before === null || !isWeakHash(before)) return;
	replaceWeakHash(context, { userId: account.id, before, after: await hashPassword(password) });
}
