/** Mail about somebody's own account: what changed in how they sign in, and the link to a new address. */
import { addDays, dayOf } from '#lib/domain/day.ts';
import type { AccountChange } from '#lib/domain/second-factor.ts';
import { emailPath } from '../auth/email-token.ts';
import type { Authorized, Context, Subject } from '../use-case.ts';
import { changeLetter, newEmailLetter } from './account-letters.view.ts';
import type { Letter } from './letter.ts';
import { insertMail } from './mail.repo.ts';
import { findAccountFacts } from './recipients.repo.ts';
import { renderMail } from './render-mail.ts';
import { endOf } from './write-mail.ts';

const NEWS_DAYS = 7;
/** However often it happens, once a day is enough to know. */
const ONCE_A_DAY: readonly AccountChange[] = ['password-guessed', 'code-guessed'];

/** Only where mail leaves. `address`: the one from before, when it is the address that changed. */
export function queueChanged(
	context: Context,
	by: Authorized<Subject>,
	{ userId, change, address }: { userId: number; change: AccountChange; address: string | null },
): void {
	const person = context.sendsMail === true ? findAccountFacts(context.db, userId) : null;
	if (!person) return;
	const { now } = context;
	const when = ONCE_A_DAY.includes(change) ? dayOf(now) : now.getTime();
	const letter = changeLetter(change, { ...person, at: now });
	const mail = { key: `${change}:${userId}:${when}`, userId, regionId: person.regionId };
	write(context, by, { ...mail, address: address ?? person.address }, letter);
}

export function queueNewEmail(
	context: Context,
	by: Authorized<Subject>,
	{ userId, address }: { userId: number; address: string },
): void {
	const person = context.sendsMail === true ? findAccountFacts(context.db, userId) : null;
	if (!person) return;
	const path = emailPath(context, { userId, version: person.version, email: address });
	const letter = newEmailLetter({ ...person, at: context.now }, path);
	const mail = { key: `new-email:${userId}:${context.now.getTime()}`, userId, regionId: person.regionId };
	write(context, by, { ...mail, address }, letter);
}

function write(
	{ db, now }: Context,
	by: Authorized<Subject>,
	mail: { key: string; userId: number; regionId: number | null; address: string },
	letter: Letter,
): void {
	const expiresAt = endOf(addDays(dayOf(now), NEWS_DAYS));
	insertMail(db, by, { ...mail, ...renderMail(letter), kind: 'security', createdAt: now, expiresAt });
}
