/** Tables around the filling in of a round: who may still write, what partners say, and what a status is based on. */
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Day } from '#lib/domain/day.ts';
import { LEVELS } from '#lib/domain/level.ts';
import { id, instant, version } from './columns.ts';
import { item } from './agenda.ts';
import { organisation, region, user } from './people.ts';
import { statusRound } from './rounds.ts';

/** A closed round that is open again for one person, until and including a day. */
export const roundException = sqliteTable(
	'round_exception',
	{
		id: id(),
		roundId: integer('round_id')
			.notNull()
			.references(() => statusRound.id),
		userId: integer('user_id')
			.notNull()
			.references(() => user.id),
		until: text('until').$type<Day>().notNull(),
		reason: text('reason').notNull(),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
		/** When the coordinator took it back; null while it holds. */
		endedAt: instant('ended_at'),
		version: version(),
	},
	(table) => [index('round_exception_round').on(table.roundId)],
);

/** What an organisation that takes part says of an item for its own area. Never counted in the joint status. */
export const contribution = sqliteTable(
	'contribution',
	{
		id: id(),
		roundId: integer('round_id')
			.notNull()
			.references(() => statusRound.id),
		itemId: integer('item_id')
			.notNull()
			.references(() => item.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		/** Null when the organisation only wrote a text. */
		level: text('level', { enum: LEVELS }),
		narrative: text('narrative').notNull().default(''),
		authorId: integer('author_id').references(() => user.id),
		updatedAt: instant('updated_at').notNull(),
		version: version(),
	},
	(table) => [uniqueIndex('contribution_once').on(table.roundId, table.itemId, table.organisationId)],
);

/** A file that somebody uploaded. The bytes stand beside the database, under their hash. */
export const storedFile = sqliteTable(
	'stored_file',
	{
		id: id(),
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		/** SHA-256 of the content, in hex. */
		hash: text('hash').notNull(),
		/** As it was called where it came from. */
		name: text('name').notNull(),
		/** Media type by content, not by name. */
		type: text('type').notNull(),
		/** In bytes. */
		size: integer('size').notNull(),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [index('stored_file_region').on(table.regionId)],
);

/** What a status is based on: a link, or a file. */
export const source = sqliteTable(
	'source',
	{
		id: id(),
		roundId: integer('round_id')
			.notNull()
			.references(() => statusRound.id),
		itemId: integer('item_id')
			.notNull()
			.references(() => item.id),
		title: text('title').notNull(),
		/** Null when it is a file. */
		url: text('url'),
		/** Null when it is a link. */
		fileId: integer('file_id').references(() => storedFile.id),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
		/** When somebody took it away; null while it stands. */
		removedAt: instant('removed_at'),
		version: version(),
	},
	(table) => [index('source_status').on(table.roundId, table.itemId)],
);
