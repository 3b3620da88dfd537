/** What the signed-in person wants to get by mail; never that of somebody else. */
import { z } from 'zod';
import type { Actor } from '#lib/domain/access.ts';
import { OPTIONAL_MAIL_KINDS, type OptionalMailKind } from '#lib/domain/mail.ts';
import { MailPreferencesInput } from '#lib/input/mail.ts';
import { command, query } from '../use-case.ts';
import { listUnwanted, savePreference } from './preferences.repo.ts';

/** Null for who is not a person. */
function findOwn({ actor }: { actor: Actor }) {
	if (actor.kind !== 'person') return null;
	return { userId: actor.userId, scope: { kind: 'account' } as const };
}

/** Every kind that can be switched off, and whether it is wanted. */
export const viewMailPreferences = query({
	name: 'account.mail-preferences',
	permission: 'account.use',
	input: z.object({}),
	subject: findOwn,
	run({ db }, _input, { userId }): { kind: OptionalMailKind; wanted: boolean }[] {
		const unwanted = listUnwanted(db, userId);
		return OPTIONAL_MAIL_KINDS.map((kind) => ({ kind, wanted: !unwanted.includes(kind) }));
	},
});

export const chooseMail = command({
	name: 'account.choose-mail',
	permission: 'account.use',
	input: MailPreferencesInput,
	subject: findOwn,
	run({ db, record, nothingChanged }, wantedKinds, subject): void {
		const { userId } = subject;
		const unwanted = listUnwanted(db, userId);
		const changed = OPTIONAL_MAIL_KINDS.filter(
			(kind) => wantedKinds.includes(kind) === unwanted.includes(kind),
		);
		if (changed.length === 0) return nothingChanged();
		for (const kind of changed)
			savePreference(db, subject, { userId, kind, wanted: wantedKinds.includes(kind) });
		const before = { wanted: OPTIONAL_MAIL_KINDS.filter((kind) => !unwanted.includes(kind)) };
		record({ entity: 'user', entityId: userId, before, after: { wanted: wantedKinds } });
	},
});
