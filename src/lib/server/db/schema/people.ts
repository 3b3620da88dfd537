/** Tables of regions, organisations, people and how they sign in. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ROLES } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import { PASSWORD_LINK_PURPOSES } from '#lib/domain/sign-in.ts';
import { id, instant, version } from './columns.ts';

/** Facts about the database itself, such as whether the demo made it. */
export const setting = sqliteTable('setting', {
	key: text('key').primaryKey(),
	value: text('value').notNull(),
});

export const region = sqliteTable('region', {
	id: id(),
	slug: text('slug').notNull().unique(),
	name: text('name').notNull(),
	officialForum: text('official_forum').notNull(),
	boardForum: text('board_forum').notNull(),
	/** Goals and statuses are invented; every page and document of the region says so. */
	exampleData: integer('example_data', { mode: 'boolean' }).notNull().default(false),
	/** A second factor is asked of everybody here, not only of beheerders and coördinatoren. */
	secondFactorForAll: integer('second_factor_for_all', { mode: 'boolean' }).notNull().default(false),
	/** How many days before a round closes those who still owe get a reminder. */
	reminderDays: integer('reminder_days').notNull().default(5),
	createdAt: instant('created_at').notNull(),
	version: version(),
});

/**
 * What an organisation is outside the regions: its official name, kind and code. The rows that regions have of one and the
 * same organisation point to one of these, so that it is known to be the same. It gives nobody a right.
 */
export const publicBody = sqliteTable('public_body', {
	id: id(),
	name: text('name').notNull(),
	kind: text('kind').notNull(),
	/** Of an official register, as it is written there; empty when nobody gave one. */
	code: text('code').notNull().default(''),
	createdAt: instant('created_at').notNull(),
	version: version(),
});

/** An organisation as a region knows it: people, items and sign-in services belong to this row. */
export const organisation = sqliteTable('organisation', {
	id: id(),
	slug: text('slug').notNull(),
	name: text('name').notNull(),
	shortName: text('short_name').notNull(),
	kind: text('kind').notNull(),
	localAccess: text('local_access'),
	/** Null only for a row that was not made by the product itself. */
	publicBodyId: integer('public_body_id').references(() => publicBody.id),
	createdAt: instant('created_at').notNull(),
	version: version(),
});

/** What an organisation was called before, also by the name of one that was merged into it. Old tables still use it. */
export const formerName = sqliteTable(
	'former_name',
	{
		id: id(),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		name: text('name').notNull(),
		shortName: text('short_name').notNull(),
		/** The day from which the next name counts. */
		until: text('until').$type<Day>().notNull(),
	},
	(table) => [index('former_name_organisation').on(table.organisationId)],
);

/** Organisations can take part in several regions. */
export const regionOrganisation = sqliteTable(
	'region_organisation',
	{
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		/** How it takes part in the officials' meeting, as the source words it; null when not said. */
		standing: text('standing'),
		/** The first day on which it takes part no more; null while it does. */
		endedOn: text('ended_on').$type<Day>(),
		/** The organisation that its people and work went to; null when it ended by itself, or takes part. */
		mergedIntoId: integer('merged_into_id').references(() => organisation.id),
	},
	(table) => [primaryKey({ columns: [table.regionId, table.organisationId] })],
);

export const user = sqliteTable('user', {
	id: id(),
	email: text('email').notNull().unique(),
	name: text('name').notNull(),
	/** PHC string of argon2id; null until the person has set a password. */
	passwordHash: text('password_hash'),
	platformAdministrator: integer('platform_administrator', { mode: 'boolean' }).notNull().default(false),
	active: integer('active', { mode: 'boolean' }).notNull().default(true),
	/** Null while the account works. */
	deactivatedAt: instant('deactivated_at'),
	createdAt: instant('created_at').notNull(),
	version: version(),
});

export const membership = sqliteTable(
	'membership',
	{
		id: id(),
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		role: text('role', { enum: ROLES }).notNull(),
	},
	(table) => [
		uniqueIndex('membership_once').on(table.userId, table.regionId, table.organisationId, table.role),
		index('membership_region').on(table.regionId),
	],
);

/**
 * What somebody was in a region until a beheerder ended it, so that it can be given back. An ended membership leaves
 * `membership` itself, so that no query can take it for a right.
 */
export const formerMembership = sqliteTable(
	'former_membership',
	{
		id: id(),
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		role: text('role', { enum: ROLES }).notNull(),
		endedAt: instant('ended_at').notNull(),
	},
	(table) => [
		uniqueIndex('former_membership_once').on(table.userId, table.regionId, table.organisationId, table.role),
		index('former_membership_region').on(table.regionId),
	],
);

/** One-time links to set a password; only the SHA-256 of the token is kept. */
export const passwordLink = sqliteTable(
	'password_link',
	{
		tokenHash: text('token_hash').primaryKey(),
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		purpose: text('purpose', { enum: PASSWORD_LINK_PURPOSES }).notNull().default('invitation'),
		expiresAt: instant('expires_at').notNull(),
		usedAt: instant('used_at'),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [index('password_link_user').on(table.userId)],
);

/**
 * Somebody was asked to take part in a region and has not answered yet. The row goes when it is accepted or withdrawn; until
 * then nobody looks at whether the address has an account, so that the region cannot learn it.
 */
export const invitation = sqliteTable(
	'invitation',
	{
		id: id(),
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		role: text('role', { enum: ROLES }).notNull(),
		email: text('email').notNull(),
		/** As the beheerder typed it: the name of a new account, never that of a known one. */
		name: text('name').notNull(),
		/** Who asked, in the words of that day. */
		invitedBy: text('invited_by').notNull(),
		createdAt: instant('created_at').notNull(),
		expiresAt: instant('expires_at').notNull(),
		/** When the person said no; null while there is no answer. */
		declinedAt: instant('declined_at'),
	},
	(table) => [
		uniqueIndex('invitation_once').on(table.regionId, table.email, table.organisationId, table.role),
		index('invitation_email').on(table.email),
	],
);

/** The links of an invitation; only the SHA-256 of the token is kept. Each mail of it has one of its own. */
export const invitationLink = sqliteTable(
	'invitation_link',
	{
		tokenHash: text('token_hash').primaryKey(),
		invitationId: integer('invitation_id')
			.notNull()
			.references(() => invitation.id),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [index('invitation_link_invitation').on(table.invitationId)],
);
