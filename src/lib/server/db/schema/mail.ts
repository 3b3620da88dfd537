/** Tables of mail that goes out, what each person wants to get, and the jobs that ran. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { MAIL_KINDS } from '#lib/domain/mail.ts';
import { id, instant } from './columns.ts';
import { region, user } from './people.ts';

/** Every mail there is: waiting, sent, or only kept because no mail server is set. */
export const mail = sqliteTable(
	'mail',
	{
		id: id(),
		/** What makes it this one mail, such as `round-opened:12:3`; a second one with this key is never made. */
		key: text('key').notNull().unique(),
		regionId: integer('region_id').references(() => region.id),
		userId: integer('user_id').references(() => user.id),
		kind: text('kind', { enum: MAIL_KINDS }).notNull(),
		address: text('address').notNull(),
		subject: text('subject').notNull(),
		text: text('text').notNull(),
		html: text('html').notNull(),
		createdAt: instant('created_at').notNull(),
		/** Not after this moment: a reminder makes no sense any more. */
		expiresAt: instant('expires_at'),
		/** Null while it waits. */
		sentAt: instant('sent_at'),
		/** Set just before it is handed to the mail server, so that a crash in between never sends it twice. */
		claimedAt: instant('claimed_at'),
		attempts: integer('attempts').notNull().default(0),
		nextAttemptAt: instant('next_attempt_at'),
		/** Why it was not sent, or never will be. */
		problem: text('problem').notNull().default(''),
	},
	(table) => [index('mail_waiting').on(table.sentAt, table.nextAttemptAt)],
);

/** A kind of mail that a person switched off, or on again. Without a row the kind's own rule holds. */
export const mailPreference = sqliteTable(
	'mail_preference',
	{
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		kind: text('kind', { enum: MAIL_KINDS }).notNull(),
		wanted: integer('wanted', { mode: 'boolean' }).notNull(),
	},
	(table) => [primaryKey({ columns: [table.userId, table.kind] })],
);

/** A job that must run once, such as the reminders of one round; the row is written with what the job did. */
export const jobRun = sqliteTable('job_run', {
	key: text('key').primaryKey(),
	ranAt: instant('ran_at').notNull(),
});

/** The secret address of a person's calendar; only the SHA-256 of the token is kept. */
export const calendarFeed = sqliteTable('calendar_feed', {
	userId: integer('user_id')
		.primaryKey()
		.references(() => user.id),
	tokenHash: text('token_hash').notNull().unique(),
	createdAt: instant('created_at').notNull(),
});
