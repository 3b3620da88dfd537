/** Tables of the letters that each college sends its gemeenteraad, and the words that documents explain. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
	LETTER_RUN_STATES,
	LETTER_STATES,
	LETTER_TREATMENTS,
	LETTERHEAD_FORMATS,
} from '#lib/domain/council-letter.ts';
import type { Day } from '#lib/domain/day.ts';
import { id, instant, version } from './columns.ts';
import { storedFile } from './entry.ts';
import { organisation, region, user } from './people.ts';
import { adoption } from './rounds.ts';

/** How an organisation writes to its council: the sections in order, and the fields that are the same every time. */
export const letterTemplate = sqliteTable(
	'letter_template',
	{
		id: id(),
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		/** What the document is called there, such as "Raadsinformatiebrief". */
		kind: text('kind').notNull(),
		/** Sections in order, each with what fills it. */
		sections: text('sections', { mode: 'json' }).$type<unknown>().notNull(),
		/** Fields with the same value in every letter, such as the portefeuillehouder. */
		fields: text('fields', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
		createdAt: instant('created_at').notNull(),
		version: version(),
	},
	(table) => [uniqueIndex('letter_template_once').on(table.regionId, table.organisationId)],
);

/** An organisation's own stationery with placeholders. The one that was put to use last and not removed is used. */
export const letterhead = sqliteTable(
	'letterhead',
	{
		id: id(),
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		format: text('format', { enum: LETTERHEAD_FORMATS }).notNull(),
		fileId: integer('file_id')
			.notNull()
			.references(() => storedFile.id),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
		/** When somebody put it to use, having seen a sample; null until then. */
		usedAt: instant('used_at'),
		removedAt: instant('removed_at'),
		version: version(),
	},
	(table) => [index('letterhead_owner').on(table.regionId, table.organisationId)],
);

/** One letter: of one organisation about one adoption. */
export const letter = sqliteTable(
	'letter',
	{
		id: id(),
		adoptionId: integer('adoption_id')
			.notNull()
			.references(() => adoption.id),
		organisationId: integer('organisation_id')
			.notNull()
			.references(() => organisation.id),
		/** Values of the fields of its sections. */
		fields: text('fields', { mode: 'json' }).$type<Record<string, string>>().notNull().default({}),
		localText: text('local_text').notNull().default(''),
		/** Code of a thema to its weight: 0 left out, 1 short, 2 as usual, 3 stressed. */
		weights: text('weights', { mode: 'json' }).$type<Record<string, number>>().notNull().default({}),
		state: text('state', { enum: LETTER_STATES }).notNull().default('draft'),
		treatment: text('treatment', { enum: LETTER_TREATMENTS }).notNull().default('information'),
		/** When it should be with the council. */
		dueOn: text('due_on').$type<Day>(),
		createdAt: instant('created_at').notNull(),
		version: version(),
	},
	(table) => [uniqueIndex('letter_once').on(table.adoptionId, table.organisationId)],
);

/** The road of a letter: each state it came in, on which day, and what was said. */
export const letterStep = sqliteTable(
	'letter_step',
	{
		id: id(),
		letterId: integer('letter_id')
			.notNull()
			.references(() => letter.id),
		state: text('state', { enum: LETTER_STATES }).notNull(),
		on: text('on').$type<Day>().notNull(),
		note: text('note').notNull().default(''),
		/** JSON of the whole letter as the college got it, so that it stays that; null at every other step. */
		sent: text('sent'),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
	},
	(table) => [index('letter_step_letter').on(table.letterId)],
);

/** All letters of an adoption made in one go, to be fetched as one zip. */
export const letterRun = sqliteTable(
	'letter_run',
	{
		id: id(),
		adoptionId: integer('adoption_id')
			.notNull()
			.references(() => adoption.id),
		formats: text('formats', { mode: 'json' }).$type<string[]>().notNull(),
		state: text('state', { enum: LETTER_RUN_STATES }).notNull(),
		/** How many files there will be, and how many there are. */
		total: integer('total').notNull(),
		made: integer('made').notNull().default(0),
		/** Why it stopped, in a sentence; empty when it did not. */
		problem: text('problem').notNull().default(''),
		fileId: integer('file_id').references(() => storedFile.id),
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
		finishedAt: instant('finished_at'),
	},
	(table) => [index('letter_run_adoption').on(table.adoptionId)],
);

/** An abbreviation that documents of the region explain when they use it. */
export const abbreviation = sqliteTable(
	'abbreviation',
	{
		regionId: integer('region_id')
			.notNull()
			.references(() => region.id),
		short: text('short').notNull(),
		meaning: text('meaning').notNull(),
	},
	(table) => [primaryKey({ columns: [table.regionId, table.short] })],
);
