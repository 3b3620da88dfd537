/** Another e-mail address: where mail leaves only after a link that was sent to it, and the old address hears of it. */
import { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import type { AccountChange } from '#lib/domain/second-factor.ts';
import { email } from '#lib/input/fields.ts';
import { command, query, type Context } from '../use-case.ts';
import { isEmailTaken, updateEmail, voidLinks } from './auth.repo.ts';
import { readEmailToken } from './email-token.ts';
import { ownAccount } from './own-account.ts';

const NewEmail = z.object({ email });

/** Sends the link. An address that belongs to somebody else gets none, and the answer is the same. */
export const askEmail = command({
	name: 'account.ask-email',
	permission: 'account.use',
	input: NewEmail,
	subject: ownAccount,
	run({ db, record }, input, { account }): void {
		if (input.email === account.email) throw unusable('Dit is al uw e-mailadres.');
		const after = isEmailTaken(db, input.email) ? { newEmail: 'taken' } : { newEmail: input.email };
		record({ entity: 'account', entityId: account.id, after });
	},
});

const storeEmail = command({
	name: 'account.change-email',
	permission: 'account.use',
	input: NewEmail,
	subject: ownAccount,
	run({ db, now, record }, input, subject): void {
		const { id, email: before } = subject.account;
		if (isEmailTaken(db, input.email))
			throw unusable('Dit e-mailadres kan niet worden gebruikt. Kies een ander adres.');
		updateEmail(db, subject, input.email);
		// Links to set a password were sent to the address that is no longer theirs.
		voidLinks(db, id, now);
		const changed: AccountChange = 'email';
		record({
			entity: 'account',
			entityId: id,
			before: { email: before },
			after: { email: input.email, changed },
		});
	},
});

/** The address in a link that works for who is signed in, or null. */
export const viewEmailLink = query({
	name: 'account.view-email-link',
	permission: 'account.use',
	input: z.object({ token: z.string().max(2000) }),
	subject: ownAccount,
	run(context, { token }, { account }): string | null {
		const read = readEmailToken(context, token);
		return read?.userId === account.id && read.version === account.version ? read.email : null;
	},
});

/** Answers whether the address must still be confirmed by the link that was sent to it. */
export function changeEmail(context: Context, fields: Record<string, string>): { linkSent: boolean } {
	const linkSent = context.sendsMail === true;
	if (linkSent) askEmail(context, fields);
	else storeEmail(context, fields);
	return { linkSent };
}

/** The new address, by the link. Throws when it no longer works. */
export function confirmEmail(context: Context, token: string): string {
	const address = viewEmailLink(context, { token });
	if (address === null) {
		throw new DomainError(
			'wrong-state',
			'Deze link werkt niet meer. Vul uw nieuwe e-mailadres opnieuw in bij uw account.',
		);
	}
	storeEmail(context, { email: address });
	return address;
}

function unusable(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { email: sentence } });
}
