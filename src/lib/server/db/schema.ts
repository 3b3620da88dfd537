/** The tables. Instants are `timestamp_ms`, days and periods are text; no ON DELETE CASCADE on business tables. */
import {
	blob,
	index,
	integer,
	primaryKey,
	real,
	sqliteTable,
	text,
	uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { ROLES } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import { DECISION_LEVELS } from '#lib/domain/facts.ts';
import { ITEM_KINDS, LEVELS, type Level } from '#lib/domain/level.ts';
import { MEASURE_DIRECTIONS } from '#lib/domain/measure.ts';
import { NOTE_KINDS } from '#lib/domain/note.ts';
import { CADENCES, type Period } from '#lib/domain/period.ts';
import {
	ACTION_STATES,
	AGENDA_STATES,
	GOAL_STATES,
	ROUND_STATES,
	STATUS_STATES,
} from '#lib/domain/workflow.ts';

const id = () => integer('id').primaryKey({ autoIncrement: true });
const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });
const version = () => integer('version').notNull().default(1);

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
	createdAt: instant('created_at').notNull(),
	version: version(),
});

export const organisation = sqliteTable('organisation', {
	id: id(),
	slug: text('slug').notNull(),
	name: text('name').notNull(),
	shortName: text('short_name').notNull(),
	kind: text('kind').notNull(),
	localAccess: text('local_access'),
	createdAt: instant('created_at').notNull(),
	version: version(),
});

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

/** Lucia's table. `id` is the SHA-256 of the cookie value; `expiresAt` is in seconds, as its adapter wants. */
export const session = sqliteTable(
	'session',
	{
		id: text('id').primaryKey(),
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		expiresAt: integer('expires_at').notNull(),
		createdAt: integer('created_at').notNull(),
	},
	(table) => [index('session_user').on(table.userId)],
);

/** One-time links to set a password; only the SHA-256 of the token is kept. */
export const passwordLink = sqliteTable('password_link', {
	tokenHash: text('token_hash').primaryKey(),
	userId: integer('user_id')
		.notNull()
		.references(() => user.id),
	expiresAt: instant('expires_at').notNull(),
	usedAt: instant('used_at'),
	createdAt: instant('created_at').notNull(),
});

/** Failed sign-ins per account and per address. */
export const signInThrottle = sqliteTable('sign_in_throttle', {
	key: text('key').primaryKey(),
	failures: integer('failures').notNull(),
	lastFailureAt: instant('last_failure_at').notNull(),
	blockedUntil: instant('blocked_until'),
});

export const agenda = sqliteTable(
	'agenda',
	{
		id: id(),
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		slug: text('slug').notNull().unique(),
		title: text('title').notNull(),
		startYear: integer('start_year').notNull(),
		endYear: integer('end_year').notNull(),
		cadence: text('cadence', { enum: CADENCES }).notNull(),
		state: text('state', { enum: AGENDA_STATES }).notNull(),
		adoptedBy: text('adopted_by'),
		adoptedOn: text('adopted_on').$type<Day>(),
		caseNumber: text('case_number'),
		predecessorId: integer('predecessor_id'),
		/** The region's own second way to group items, such as "Aandachtsgebied"; empty when it has none. */
		axisName: text('axis_name').notNull().default(''),
		createdAt: instant('created_at').notNull(),
		version: version(),
	},
	(table) => [index('agenda_region').on(table.regionId)],
);

export const theme = sqliteTable(
	'theme',
	{
		id: id(),
		agendaId: integer('agenda_id')
			.notNull()
			.references(() => agenda.id),
		code: text('code').notNull(),
		name: text('name').notNull(),
		position: integer('position').notNull(),
		objective: text('objective').notNull().default(''),
		decisionLevel: text('decision_level', { enum: DECISION_LEVELS }).notNull().default('regional'),
		/** Out of sight for what is new, kept for what was; null while in use. */
		archivedAt: instant('archived_at'),
		version: version(),
	},
	(table) => [uniqueIndex('theme_code').on(table.agendaId, table.code)],
);

/** Texts of an agenda or a theme that are no items: objectives, evaluation, recommendations, priorities. */
export const agendaNote = sqliteTable(
	'agenda_note',
	{
		id: id(),
		agendaId: integer('agenda_id')
			.notNull()
			.references(() => agenda.id),
		themeId: integer('theme_id').references(() => theme.id),
		organisationId: integer('organisation_id').references(() => organisation.id),
		kind: text('kind', { enum: NOTE_KINDS }).notNull(),
		/** What the note is about, such as a schooljaar or a theme that is no longer on the agenda. */
		subject: text('subject').notNull().default(''),
		position: integer('position').notNull(),
		text: text('text').notNull(),
	},
	(table) => [index('agenda_note_agenda').on(table.agendaId)],
);

export const item = sqliteTable(
	'item',
	{
		id: id(),
		agendaId: integer('agenda_id')
			.notNull()
			.references(() => agenda.id),
		themeId: integer('theme_id')
			.notNull()
			.references(() => theme.id),
		number: integer('number').notNull(),
		title: text('title').notNull(),
		shortTitle: text('short_title').notNull(),
		description: text('description').notNull().default(''),
		kind: text('kind', { enum: ITEM_KINDS }).notNull(),
		leadId: integer('lead_id').references(() => organisation.id),
		/** Order within the theme; equal positions fall back on the number. */
		position: integer('position').notNull().default(0),
		/** Beleidsdomeinen, as the region words them. */
		policyDomains: text('policy_domains', { mode: 'json' }).$type<string[]>().notNull().default([]),
		targetDate: text('target_date').$type<Day>(),
		archivedAt: instant('archived_at'),
		version: version(),
	},
	(table) => [
		uniqueIndex('item_number').on(table.themeId, table.number),
		index('item_agenda').on(table.agendaId),
	],
);

/** The organisations that take part in an item besides its lead (betrokken). */
export const itemInvolved = sqliteTable(
	'item_involved',
	{
		itemId: integer('item_id')
			.notNull()
			.references(() => item.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
	},
	(table) => [primaryKey({ columns: [table.itemId, table.organisationId] })],
);

/** One version holds the texts of the whole ladder; it is never changed after it was made. */
export const goalVersion = sqliteTable(
	'goal_version',
	{
		id: id(),
		itemId: integer('item_id')
			.notNull()
			.references(() => item.id),
		number: integer('number').notNull(),
		rood: text('rood'),
		oranje: text('oranje'),
		groen: text('groen'),
		donkergroen: text('donkergroen'),
		changedLevels: text('changed_levels', { mode: 'json' }).$type<Level[]>().notNull(),
		reason: text('reason').notNull().default(''),
		since: text('since').$type<Day>().notNull(),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [uniqueIndex('goal_version_number').on(table.itemId, table.number)],
);

export const statusRound = sqliteTable(
	'status_round',
	{
		id: id(),
		agendaId: integer('agenda_id')
			.notNull()
			.references(() => agenda.id),
		/** In the URL; `uw-2019-2022-2020-k4`. */
		slug: text('slug').notNull().unique(),
		period: text('period').$type<Period>().notNull(),
		opensOn: text('opens_on').$type<Day>().notNull(),
		closesOn: text('closes_on').$type<Day>().notNull(),
		discussedOn: text('discussed_on').$type<Day>(),
		state: text('state', { enum: ROUND_STATES }).notNull(),
		version: version(),
	},
	(table) => [uniqueIndex('status_round_period').on(table.agendaId, table.period)],
);

export const status = sqliteTable(
	'status',
	{
		id: id(),
		roundId: integer('round_id')
			.notNull()
			.references(() => statusRound.id),
		itemId: integer('item_id')
			.notNull()
			.references(() => item.id),
		/** Null only while it is a draft or returned. */
		level: text('level', { enum: LEVELS }),
		unchanged: integer('unchanged', { mode: 'boolean' }).notNull().default(false),
		narrative: text('narrative').notNull().default(''),
		cause: text('cause').notNull().default(''),
		consequence: text('consequence').notNull().default(''),
		correction: text('correction').notNull().default(''),
		state: text('state', { enum: STATUS_STATES }).notNull(),
		returnNote: text('return_note').notNull().default(''),
		goalVersionId: integer('goal_version_id').references(() => goalVersion.id),
		authorId: integer('author_id').references(() => user.id),
		updatedAt: instant('updated_at').notNull(),
		submittedAt: instant('submitted_at'),
		agreedAt: instant('agreed_at'),
		version: version(),
	},
	(table) => [
		uniqueIndex('status_once').on(table.roundId, table.itemId),
		index('status_item').on(table.itemId),
	],
);

/** Immutable; triggers refuse update and delete. */
export const adoption = sqliteTable('adoption', {
	id: id(),
	roundId: integer('round_id')
		.notNull()
		.unique()
		.references(() => statusRound.id),
	agendaId: integer('agenda_id')
		.notNull()
		.references(() => agenda.id),
	adoptedOn: text('adopted_on').$type<Day>().notNull(),
	forum: text('forum').notNull(),
	/** Canonical JSON of everything the documents need. */
	snapshot: text('snapshot').notNull(),
	/** SHA-256 over the UTF-8 bytes of `snapshot`, in hex. */
	hash: text('hash').notNull(),
	authorId: integer('author_id').references(() => user.id),
	createdAt: instant('created_at').notNull(),
});

/** Append only; triggers refuse update and delete. */
export const audit = sqliteTable(
	'audit',
	{
		id: id(),
		at: instant('at').notNull(),
		actorId: integer('actor_id').references(() => user.id),
		actorName: text('actor_name').notNull(),
		regionId: integer('region_id').references(() => region.id),
		/** Name of the use case. */
		action: text('action').notNull(),
		entity: text('entity').notNull(),
		entityId: text('entity_id').notNull(),
		/** JSON of the fields before and after; null where there was nothing. */
		before: text('before', { mode: 'json' }).$type<Record<string, unknown> | null>(),
		after: text('after', { mode: 'json' }).$type<Record<string, unknown> | null>(),
	},
	(table) => [index('audit_entity').on(table.entity, table.entityId)],
);

/** What happened to a goal version after it was written; without a row it is a concept. Append only. */
export const goalDecision = sqliteTable(
	'goal_decision',
	{
		id: id(),
		goalVersionId: integer('goal_version_id')
			.notNull()
			.references(() => goalVersion.id),
		state: text('state', { enum: GOAL_STATES }).notNull(),
		/** The day of the meeting. */
		decidedOn: text('decided_on').$type<Day>().notNull(),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [index('goal_decision_version').on(table.goalVersionId)],
);

/** Optional: how an item is measured, with the number from which each level holds. */
export const itemMeasure = sqliteTable('item_measure', {
	itemId: integer('item_id')
		.primaryKey()
		.references(() => item.id),
	unit: text('unit').notNull(),
	direction: text('direction', { enum: MEASURE_DIRECTIONS }).notNull(),
	rood: real('rood'),
	oranje: real('oranje'),
	groen: real('groen'),
	donkergroen: real('donkergroen'),
	version: version(),
});

/** The number that came with a status, and why the person chose another level than it proposes. */
export const statusMeasurement = sqliteTable('status_measurement', {
	statusId: integer('status_id')
		.primaryKey()
		.references(() => status.id),
	value: real('value').notNull(),
	differsBecause: text('differs_because').notNull().default(''),
});

/** The values of the agenda's second axis. */
export const axisValue = sqliteTable(
	'axis_value',
	{
		id: id(),
		agendaId: integer('agenda_id')
			.notNull()
			.references(() => agenda.id),
		name: text('name').notNull(),
		position: integer('position').notNull(),
	},
	(table) => [uniqueIndex('axis_value_name').on(table.agendaId, table.name)],
);

export const itemAxisValue = sqliteTable(
	'item_axis_value',
	{
		itemId: integer('item_id')
			.notNull()
			.references(() => item.id),
		axisValueId: integer('axis_value_id')
			.notNull()
			.references(() => axisValue.id),
	},
	(table) => [primaryKey({ columns: [table.itemId, table.axisValueId] })],
);

/** What a region puts first in one schooljaar, such as `2019-2020`. */
export const priority = sqliteTable(
	'priority',
	{
		id: id(),
		agendaId: integer('agenda_id')
			.notNull()
			.references(() => agenda.id),
		schoolYear: text('school_year').notNull(),
		text: text('text').notNull(),
		position: integer('position').notNull(),
		archivedAt: instant('archived_at'),
		version: version(),
	},
	(table) => [index('priority_agenda').on(table.agendaId)],
);

export const priorityItem = sqliteTable(
	'priority_item',
	{
		priorityId: integer('priority_id')
			.notNull()
			.references(() => priority.id),
		itemId: integer('item_id')
			.notNull()
			.references(() => item.id),
	},
	(table) => [primaryKey({ columns: [table.priorityId, table.itemId] })],
);

/** What an organisation will do for an item, by when. */
export const action = sqliteTable(
	'action',
	{
		id: id(),
		itemId: integer('item_id')
			.notNull()
			.references(() => item.id),
		text: text('text').notNull(),
		organisationId: integer('organisation_id').references(() => organisation.id),
		dueOn: text('due_on').$type<Day>(),
		state: text('state', { enum: ACTION_STATES }).notNull(),
		createdAt: instant('created_at').notNull(),
		version: version(),
	},
	(table) => [index('action_item').on(table.itemId)],
);

/** A file as somebody uploaded it for an import, kept beside its audit row. */
export const importUpload = sqliteTable(
	'import_upload',
	{
		id: id(),
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		name: text('name').notNull(),
		/** SHA-256 of the content, in hex. */
		hash: text('hash').notNull(),
		content: blob('content', { mode: 'buffer' }).notNull(),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [index('import_upload_region').on(table.regionId)],
);
