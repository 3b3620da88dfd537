/** Tables of how people sign in: sessions, second factors, and the sign-in services of their organisations. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { CLIENT_AUTH_METHODS, OIDC_ATTEMPT_KINDS, SIGN_IN_METHODS } from '#lib/domain/sign-in.ts';
import { id, instant, version } from './columns.ts';
import { invitation, organisation, user } from './people.ts';

/** Lucia's table. `id` is the SHA-256 of the cookie value; `expiresAt` and `createdAt` are in seconds, as its adapter wants. */
export const session = sqliteTable(
	'session',
	{
		id: text('id').primaryKey(),
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		expiresAt: integer('expires_at').notNull(),
		createdAt: integer('created_at').notNull(),
		method: text('method', { enum: SIGN_IN_METHODS }).notNull().default('password'),
		/** When the second factor was given in this session; null when it was not. */
		secondFactorAt: instant('second_factor_at'),
		/** When the person last proved to be there: at sign-in, or again before a sensitive change. */
		confirmedAt: instant('confirmed_at'),
		lastSeenAt: instant('last_seen_at'),
		/** Browser and system in words, such as "Firefox op Windows". */
		device: text('device').notNull().default(''),
	},
	(table) => [index('session_user').on(table.userId)],
);

/** A password that was right, waiting for the second factor. Only the SHA-256 of the token is kept. */
export const pendingSignIn = sqliteTable(
	'pending_sign_in',
	{
		tokenHash: text('token_hash').primaryKey(),
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		failures: integer('failures').notNull().default(0),
		expiresAt: instant('expires_at').notNull(),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [index('pending_sign_in_user').on(table.userId)],
);

/** The authenticator app of a person; without `confirmedAt` it was shown but never proved to work. */
export const secondFactor = sqliteTable('second_factor', {
	userId: integer('user_id')
		.primaryKey()
		.references(() => user.id),
	/** Encrypted with the key of this server. */
	secret: text('secret').notNull(),
	/** The last time step that was accepted; an older or equal one is refused. */
	lastStep: integer('last_step'),
	confirmedAt: instant('confirmed_at'),
	createdAt: instant('created_at').notNull(),
});

/** One-time codes for who has lost the app; only the SHA-256 is kept. */
export const recoveryCode = sqliteTable(
	'recovery_code',
	{
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		codeHash: text('code_hash').notNull(),
		usedAt: instant('used_at'),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [primaryKey({ columns: [table.userId, table.codeHash] })],
);

/**
 * A browser in which this person signed in before: failed tries of others do not keep it waiting. Only the SHA-256 of its
 * cookie is kept, and each account has a cookie value of its own.
 */
export const knownDevice = sqliteTable(
	'known_device',
	{
		tokenHash: text('token_hash').primaryKey(),
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		createdAt: instant('created_at').notNull(),
		lastUsedAt: instant('last_used_at').notNull(),
	},
	(table) => [index('known_device_user').on(table.userId)],
);

/** Failed tries per counter; what the kinds of key count is in domain/sign-in-throttle.ts. */
export const signInThrottle = sqliteTable('sign_in_throttle', {
	key: text('key').primaryKey(),
	failures: integer('failures').notNull(),
	lastFailureAt: instant('last_failure_at').notNull(),
	blockedUntil: instant('blocked_until'),
});

/** The sign-in service (OpenID Connect) of one organisation. */
export const identityProvider = sqliteTable('identity_provider', {
	id: id(),
	organisationId: integer('organisation_id')
		.notNull()
		.unique()
		.references(() => organisation.id),
	issuer: text('issuer').notNull(),
	clientId: text('client_id').notNull(),
	/** Client secret or private key (PEM), encrypted with the key of this server. */
	secret: text('secret').notNull(),
	authMethod: text('auth_method', { enum: CLIENT_AUTH_METHODS }).notNull(),
	/** Addresses that end in one of these choose this service, such as `woerden.nl`. */
	emailDomains: text('email_domains', { mode: 'json' }).$type<string[]>().notNull().default([]),
	/** Asked of the service as `acr_values` and checked in its answer; empty for none. */
	requiredAcr: text('required_acr').notNull().default(''),
	active: integer('active', { mode: 'boolean' }).notNull().default(false),
	/** A password no longer works for the people of this organisation. */
	obligatory: integer('obligatory', { mode: 'boolean' }).notNull().default(false),
	/** When a test last came through whole; null when it never did since the last change. */
	testedAt: instant('tested_at'),
	createdAt: instant('created_at').notNull(),
	version: version(),
});

/** The account of a person at a sign-in service: issuer and subject, never an e-mail address. */
export const externalIdentity = sqliteTable(
	'external_identity',
	{
		issuer: text('issuer').notNull(),
		subject: text('subject').notNull(),
		providerId: integer('provider_id')
			.notNull()
			.references(() => identityProvider.id),
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		createdAt: instant('created_at').notNull(),
		lastUsedAt: instant('last_used_at'),
	},
	(table) => [
		primaryKey({ columns: [table.issuer, table.subject] }),
		index('external_identity_user').on(table.userId),
	],
);

/** One trip to a sign-in service, single use; only the SHA-256 of `state` is kept. */
export const oidcAttempt = sqliteTable('oidc_attempt', {
	stateHash: text('state_hash').primaryKey(),
	providerId: integer('provider_id')
		.notNull()
		.references(() => identityProvider.id),
	kind: text('kind', { enum: OIDC_ATTEMPT_KINDS }).notNull(),
	/** Who is signed in already, for a test or a confirmation. */
	userId: integer('user_id').references(() => user.id),
	/** The invitation that this trip accepts, for who may have no account yet. */
	invitationId: integer('invitation_id').references(() => invitation.id),
	/** Who began it, as a hash of the address or the account, so that one of them cannot begin any number. */
	origin: text('origin').notNull().default(''),
	nonce: text('nonce').notNull(),
	codeVerifier: text('code_verifier').notNull(),
	/** Path to go to afterwards. */
	returnTo: text('return_to').notNull().default('/'),
	usedAt: instant('used_at'),
	expiresAt: instant('expires_at').notNull(),
	createdAt: instant('created_at').notNull(),
});
