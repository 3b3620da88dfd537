/** The mail about an account: an invitation to a region, a first password, the same once more, and a forgotten password. */
import { addDays, dayOf } from '#lib/domain/day.ts';
import type { Authorized, Context, Subject } from '../use-case.ts';
import { findOpenInvitation } from '../users/accept-invitation.ts';
import { offerLetter } from './account-letters.view.ts';
import { accountLetter, resetLetter } from './letters.view.ts';
import { dropWaitingAccountMails, insertMail } from './mail.repo.ts';
import { findMailAccount } from './recipients.repo.ts';
import { renderMail } from './render-mail.ts';
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

/**
 * To whom an invitation was sent. It says the same to who has an account and to who has none, and names no account, since the
 * beheerder reads it in the outbox.
 */
export function queueOffer(
	context: Context,
	by: Authorized<Subject>,
	{ invitationId }: { invitationId: number },
): void {
	const { db, now, sendsMail } = context;
	const invitation = sendsMail === true ? findOpenInvitation(db, invitationId, now) : null;
	if (!invitation) return;
	const { email, regionId, expiresAt } = invitation;
	insertMail(db, by, {
		...renderMail(offerLetter(invitation)),
		key: `${offerKey(invitationId)}${now.getTime()}`,
		kind: 'account',
		regionId,
		userId: null,
		address: email,
		createdAt: now,
		expiresAt,
	});
}

const OFFER_KEY = 'account:offer-';
const offerKey = (invitationId: number) => `${OFFER_KEY}${invitationId}-`;

/** The invitation that a mail is about; null for any other mail. */
export function invitationOf({ key }: { key: string }): number | null {
	const found = key.startsWith(OFFER_KEY) ? Number(key.slice(OFFER_KEY.length).split('-')[0]) : NaN;
	return Number.isSafeInteger(found) ? found : null;
}

/** Only where mail leaves: elsewhere the link is handed over, and a mail without one helps nobody. */
export function queueAccount(context: Context, by: Authorized<Subject>, { userId }: About): void {
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
