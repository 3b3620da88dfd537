/** Input for the outbox and for what a person wants to get by mail. */
import { z } from 'zod';
import { OPTIONAL_MAIL_KINDS, type OptionalMailKind } from '#lib/domain/mail.ts';
import { wholeNumber } from './fields.ts';

export const MailInput = z.object({ mail: wholeNumber('Deze mail bestaat niet.') });

/** The kinds of mail that are wanted; a box that is not ticked is not sent by the browser. */
export const MailPreferencesInput = z
	.record(z.string(), z.unknown())
	.transform((fields): OptionalMailKind[] =>
		OPTIONAL_MAIL_KINDS.filter((kind) => fields[kind] !== undefined),
	);
