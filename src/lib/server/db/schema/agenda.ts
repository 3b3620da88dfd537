/** Tables of an agenda: themas, items, the texts around them, priorities and actions. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Day } from '#lib/domain/day.ts';
import { DECISION_LEVELS } from '#lib/domain/facts.ts';
import { NOTE_KINDS } from '#lib/domain/note.ts';
import { ITEM_KINDS } from '#lib/domain/level.ts';
import { CADENCES } from '#lib/domain/period.ts';
import { ACTION_STATES, AGENDA_STATES } from '#lib/domain/workflow.ts';
import { id, instant, version } from './columns.ts';
import { organisation, region } from './people.ts';

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
		/** How long people can fill in a round that is planned by itself, in days. */
		fillingDays: integer('filling_days').notNull().default(21),
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
