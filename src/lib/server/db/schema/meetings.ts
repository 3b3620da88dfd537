/** Tables of meetings: what is on the table, who takes part, and what they decide. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Day } from '#lib/domain/day.ts';
import { LEVELS } from '#lib/domain/level.ts';
import {
	DECISION_STATES,
	FORUMS,
	MEETING_ITEM_KINDS,
	MEETING_STATES,
	STANCES,
	STANDINGS,
} from '#lib/domain/meeting.ts';
import { id, instant, version } from './columns.ts';
import { agenda, item } from './agenda.ts';
import { organisation, user } from './people.ts';
import { adoption, statusRound } from './rounds.ts';

/** One dated meeting of the officials' or the board's forum. */
export const meeting = sqliteTable(
	'meeting',
	{
		id: id(),
		agendaId: integer('agenda_id')
			.notNull()
			.references(() => agenda.id),
		/** In the URL. */
		slug: text('slug').notNull().unique(),
		forum: text('forum', { enum: FORUMS }).notNull(),
		heldOn: text('held_on').$type<Day>().notNull(),
		/** `14:30`; null when no time is known. */
		startsAt: text('starts_at'),
		place: text('place').notNull().default(''),
		state: text('state', { enum: MEETING_STATES }).notNull(),
		createdAt: instant('created_at').notNull(),
		/** When it was called off; null while it stands. */
		cancelledAt: instant('cancelled_at'),
		version: version(),
	},
	(table) => [index('meeting_agenda').on(table.agendaId)],
);

/** The rounds that a meeting looks at. */
export const meetingRound = sqliteTable(
	'meeting_round',
	{
		meetingId: integer('meeting_id')
			.notNull()
			.references(() => meeting.id),
		roundId: integer('round_id')
			.notNull()
			.references(() => statusRound.id),
	},
	(table) => [primaryKey({ columns: [table.meetingId, table.roundId] })],
);

/** What the meeting talks about, in order. */
export const meetingItem = sqliteTable(
	'meeting_item',
	{
		id: id(),
		meetingId: integer('meeting_id')
			.notNull()
			.references(() => meeting.id),
		/** Null for a subject that is no agendapunt. */
		itemId: integer('item_id').references(() => item.id),
		/** For a subject of its own; empty when there is an item. */
		subject: text('subject').notNull().default(''),
		kind: text('kind', { enum: MEETING_ITEM_KINDS }).notNull(),
		position: integer('position').notNull(),
		note: text('note').notNull().default(''),
		version: version(),
	},
	(table) => [index('meeting_item_meeting').on(table.meetingId)],
);

export const meetingParticipant = sqliteTable(
	'meeting_participant',
	{
		meetingId: integer('meeting_id')
			.notNull()
			.references(() => meeting.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		standing: text('standing', { enum: STANDINGS }).notNull(),
		present: integer('present', { mode: 'boolean' }).notNull().default(true),
	},
	(table) => [primaryKey({ columns: [table.meetingId, table.organisationId] })],
);

/** What was decided: text, who, when; it comes back at the next meeting until it is done. */
export const decision = sqliteTable(
	'decision',
	{
		id: id(),
		meetingId: integer('meeting_id')
			.notNull()
			.references(() => meeting.id),
		/** Null when it is about the whole. */
		itemId: integer('item_id').references(() => item.id),
		text: text('text').notNull(),
		organisationId: integer('organisation_id').references(() => organisation.id),
		dueOn: text('due_on').$type<Day>(),
		state: text('state', { enum: DECISION_STATES }).notNull(),
		/** How it ended, or how far it is. */
		followUp: text('follow_up').notNull().default(''),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
		version: version(),
	},
	(table) => [index('decision_meeting').on(table.meetingId)],
);

/** Whether an organisation agrees, on one item or on the whole. */
export const accord = sqliteTable(
	'accord',
	{
		id: id(),
		meetingId: integer('meeting_id')
			.notNull()
			.references(() => meeting.id),
		/** Null for the whole. */
		itemId: integer('item_id').references(() => item.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		stance: text('stance', { enum: STANCES }).notNull(),
		/** Required with a reservation or no agreement. */
		text: text('text').notNull().default(''),
		authorId: integer('author_id').references(() => user.id),
		updatedAt: instant('updated_at').notNull(),
		version: version(),
	},
	(table) => [
		uniqueIndex('accord_once').on(table.meetingId, table.organisationId, sql`coalesce(${table.itemId}, 0)`),
	],
);

/** A level that a meeting set itself; the REA's own level stays in the status. */
export const boardLevel = sqliteTable(
	'board_level',
	{
		id: id(),
		meetingId: integer('meeting_id')
			.notNull()
			.references(() => meeting.id),
		roundId: integer('round_id')
			.notNull()
			.references(() => statusRound.id),
		itemId: integer('item_id')
			.notNull()
			.references(() => item.id),
		level: text('level', { enum: LEVELS }).notNull(),
		reason: text('reason').notNull(),
		authorId: integer('author_id').references(() => user.id),
		updatedAt: instant('updated_at').notNull(),
		/** When the meeting took it back; null while it holds. */
		withdrawnAt: instant('withdrawn_at'),
		version: version(),
	},
	(table) => [uniqueIndex('board_level_once').on(table.roundId, table.itemId)],
);

/** A correctie on what was adopted. Append only; triggers refuse update and delete. */
export const amendment = sqliteTable(
	'amendment',
	{
		id: id(),
		adoptionId: integer('adoption_id')
			.notNull()
			.references(() => adoption.id),
		/** `thuiszitters-2`, as in the snapshot; null when it is about the whole. */
		itemRef: text('item_ref'),
		/** Which part of it, as a person would say it. */
		part: text('part').notNull(),
		was: text('was').notNull(),
		becomes: text('becomes').notNull(),
		reason: text('reason').notNull(),
		authorId: integer('author_id').references(() => user.id),
		/** Kept as text: the account may be renamed later. */
		authorName: text('author_name').notNull(),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [index('amendment_adoption').on(table.adoptionId)],
);

/**
 * Which meetings an adoption holds: frozen in its snapshot, or added later by a correctie, which then is frozen here.
 * Append only; triggers refuse update, and delete unless the adoption was withdrawn.
 */
export const adoptionMeeting = sqliteTable(
	'adoption_meeting',
	{
		adoptionId: integer('adoption_id')
			.notNull()
			.references(() => adoption.id),
		meetingId: integer('meeting_id')
			.notNull()
			.references(() => meeting.id),
		createdAt: instant('created_at').notNull(),
		/** Canonical JSON of the meeting; null when the snapshot itself holds it. */
		text: text('text'),
		/** SHA-256 over the UTF-8 bytes of `text`, in hex; null without one. */
		hash: text('hash'),
		reason: text('reason').notNull().default(''),
		authorId: integer('author_id').references(() => user.id),
		authorName: text('author_name').notNull().default(''),
	},
	(table) => [
		primaryKey({ columns: [table.adoptionId, table.meetingId] }),
		index('adoption_meeting_meeting').on(table.meetingId),
	],
);
