/** The mail about an account: an invitation, the same once more, and a forgotten password. */
import { addDays, dayOf } from '#lib/domain/day.ts';
import type { Authorized, Context, Subject } from '../use-case.ts';
import { accountLetter, resetLetter } from './letters.view.ts';
import { dropWaitingAccountMails } from './mail.repo.ts';
import { findMailAccount } from './recipients.repo.ts';
import { endOf, writeMails } from './write-mail.ts';

/** An invitation works for seven days, a link for a forgotten password for an hour. */
const INVITATION_DAYS = 7;
const RESET_MILLISECONDS = 3_600_000;
/** Asking again within this time makes no second mail. */
const RESET_ONCE_PER_MILLISECONDS = 10 * 60_000;

/** What the key of a mail begins with, after its kind, when its link is for a forgotten password. */
export const RESET_KEY = 'reset-';

interface About {
	userId: number;
}

/** Only where mail leaves: elsewhere the beheerder hands over the link, and a mail without one helps nobody. */
export function queueInvitation(context: Context, by: Authorized<Subject>, { userId }: About): void {
	invite(context, by, userId, `${userId}`);
}

/** The earlier mail is dropped when it still waits: its link would come on top of the new one. */
export function queueInvitationAgain(context: Context, by: Authorized<Subject>, { userId }: About): void {
	dropWaitingAccountMails(context.db, by, userId, context.now);
	invite(context, by, userId, `${userId}-${context.now.getTime()}`);
}

function invite(context: Context, by: Authorized<Subject>, userId: number, key: string): void {
	const { db, now } = context;
	const { scope } = by;
	const regionId = scope.kind === 'region' ? scope.regionId : null;
	const person = context.sendsMail === true ? findMailAccount(db, userId, regionId) : null;
	if (!person || person.hasPassword) return;
	const expiresAt = endOf(addDays(dayOf(now), INVITATION_DAYS));
	writeMails(context, by, { kind: 'account', regionId: person.regionId, expiresAt }, [
		{ key, to: { userId, address: person.address }, letter: accountLetter(person) },
	]);
}

export function withdrawInvitation(context: Context, by: Authorized<Subject>, { userId }: About): void {
	dropWaitingAccountMails(context.db, by, userId, context.now);
}

/** In no region: nobody but the person sees that it was asked for. */
export function queueReset(context: Context, by: Authorized<Subject>, { userId }: About): void {
	const { db, now } = context;
	const person = context.sendsMail === true ? findMailAccount(db, userId, null) : null;
	if (!person) return;
	const turn = Math.floor(now.getTime() / RESET_ONCE_PER_MILLISECONDS);
	const expiresAt = new Date(now.getTime() + RESET_MILLISECONDS);
	writeMails(context, by, { kind: 'account', regionId: null, expiresAt }, [
		{ key: `${RESET_KEY}${turn}`, to: { userId, address: person.address }, letter: resetLetter(person) },
	]);
}
