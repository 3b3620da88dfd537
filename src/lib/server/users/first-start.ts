/**
 * The first start with an empty database: whoever sees the console gets a link that makes the first platformbeheerder. Each
 * start makes a new one, which replaces the old, until there is a platformbeheerder.
 */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import { FirstAdministratorInput } from '#lib/input/account.ts';
import { fieldErrors, passwordErrors, refuseWith } from '../auth/check-password.ts';
import { hashPassword } from '../auth/passwords.ts';
import { hashToken, newToken } from '../auth/tokens.ts';
import { dropSetting, findSetting, writeSetting } from '../db/settings.ts';
import { command, query, type Context } from '../use-case.ts';
import { findUserId, hasPlatformAdministrator, insertUser } from './users.repo.ts';

const KEY = 'first-start-token';
const PUBLIC = () => ({ scope: { kind: 'public' } }) as const;
const Token = z.object({ token: z.string().max(200) });

/** The path of the link, or null when there is a platformbeheerder already. */
export const offerFirstStart = command({
	name: 'platform.offer-first-start',
	permission: 'system.run',
	input: z.object({}),
	subject: () => ({ scope: { kind: 'platform' } }) as const,
	run({ db, record, nothingChanged }): string | null {
		if (hasPlatformAdministrator(db)) {
			nothingChanged();
			return null;
		}
		const token = newToken();
		writeSetting(db, KEY, hashToken(token));
		record({ entity: 'platform', entityId: 'first-start', after: { offered: true } });
		return `/eerste-beheerder/${token}`;
	},
});

/** Whether this link still makes the first platformbeheerder. */
export const viewFirstStart = query({
	name: 'platform.view-first-start',
	permission: 'public',
	input: Token,
	subject: PUBLIC,
	run: ({ db }, { token }) => isOpen({ db }, token),
});

function isOpen({ db }: Pick<Context, 'db'>, token: string): boolean {
	return findSetting(db, KEY) === hashToken(token) && !hasPlatformAdministrator(db);
}

const storeFirst = command({
	name: 'platform.use-first-start',
	permission: 'public',
	input: FirstAdministratorInput.pick({ token: true, name: true, email: true }).extend({
		passwordHash: z.string().startsWith('$argon2id$'),
	}),
	subject: ({ db }, { token }) => (isOpen({ db }, token) ? PUBLIC() : null),
	run({ db, now, record }, { name, email, passwordHash }, subject): void {
		if (findUserId(db, email) !== null)
			refuseWith('De platformbeheerder is nog niet gemaakt.', {
				email: 'Dit e-mailadres heeft al een account. Kies een ander adres.',
			});
		const userId = insertUser(db, subject, { email, name, platformAdministrator: true, passwordHash, now });
		dropSetting(db, KEY);
		record({ entity: 'user', entityId: userId, after: { email, platformAdministrator: true } });
	},
});

/** Makes the first platformbeheerder, who signs in afterwards. Throws `invalid` with a sentence per field. */
export async function useFirstStart(context: Context, fields: Record<string, string>): Promise<void> {
	const sentence = 'De platformbeheerder is nog niet gemaakt.';
	const parsed = FirstAdministratorInput.safeParse(fields);
	if (!viewFirstStart(context, { token: fields['token'] ?? '' }))
		throw new DomainError(
			'not-found',
			'Deze link is gebruikt of vervangen. Start het programma opnieuw voor een nieuwe.',
		);
	if (!parsed.success) throw new DomainError('invalid', sentence, { fields: fieldErrors(parsed.error) });
	const { token, name, email } = parsed.data;
	refuseWith(sentence, passwordErrors(parsed.data, { secondFactor: false, words: [name, email] }));
	const passwordHash = await hashPassword(parsed.data.password);
	storeFirst(context, { token, name, email, passwordHash });
}
