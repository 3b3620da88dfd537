/** The kinds of mail that the product sends, which of them a person can switch off, and how a mail is doing. */

export const MAIL_KINDS = [
	'round-opened',
	'round-reminder',
	'status-returned',
	'round-closed',
	'account',
	'security',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** An invitation or a new password is asked for by somebody, and news of the own account guards it: those always go out. */
export const OPTIONAL_MAIL_KINDS = [
	'round-opened',
	'round-reminder',
	'status-returned',
	'round-closed',
] as const;
export type OptionalMailKind = (typeof OPTIONAL_MAIL_KINDS)[number];

export interface MailFacts {
	sentAt: Date | null;
	/** When it was handed to the mail server; null when nobody is busy with it. */
	claimedAt: Date | null;
	/** How often the mail server refused it for now. */
	attempts: number;
	nextAttemptAt: Date | null;
	/** Not after this moment. */
	expiresAt: Date | null;
	/** Empty when nothing went wrong. */
	problem: string;
}

/**
 * `uncertain`: handed to the mail server, and then nobody wrote down how it went, so it may have arrived; it is never sent
 * again by itself. `failed`: refused for good. `over`: too late, or somebody dealt with it.
 */
export const MAIL_STATES = ['waiting', 'sending', 'uncertain', 'failed', 'sent', 'over'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Longer than any answer of a mail server can take. */
const SENDING_MINUTES = 10;
/** How long to wait after each refusal for now; after the last one it has failed. */
const WAIT_MINUTES = [1, 5, 30, 120, 480] as const;

const minutesAfter = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);

export function mailState(mail: MailFacts, now: Date): MailState {
	if (mail.sentAt) return 'sent';
	if (isOver(mail, now)) return 'over';
	if (mail.claimedAt)
		return minutesAfter(mail.claimedAt, SENDING_MINUTES) > now && mail.problem === ''
			? 'sending'
			: 'uncertain';
	return mail.problem !== '' && mail.nextAttemptAt === null ? 'failed' : 'waiting';
}

function isOver({ expiresAt }: MailFacts, now: Date): boolean {
	return expiresAt !== null && expiresAt <= now;
}

/** When to try again after this many refusals for now; null when it was the last time. */
export function nextAttempt(attempts: number, now: Date): Date | null {
	const minutes = WAIT_MINUTES[attempts - 1];
	return minutes === undefined ? null : minutesAfter(now, minutes);
}
