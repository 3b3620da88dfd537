/** The kinds of mail that the product sends, and which of them a person can switch off. */

export const MAIL_KINDS = [
	'round-opened',
	'round-reminder',
	'status-returned',
	'round-closed',
	'account',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** An invitation or a new password is asked for by somebody, so it always goes out. */
export const OPTIONAL_MAIL_KINDS = [
	'round-opened',
	'round-reminder',
	'status-returned',
	'round-closed',
] as const;
export type OptionalMailKind = (typeof OPTIONAL_MAIL_KINDS)[number];
