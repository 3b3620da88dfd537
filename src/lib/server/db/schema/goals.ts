/** Tables of the SMART goals of an item and how it is measured. */
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Day } from '#lib/domain/day.ts';
import { MEASURE_DIRECTIONS } from '#lib/domain/measure.ts';
import type { Level } from '#lib/domain/level.ts';
import { GOAL_STATES } from '#lib/domain/workflow.ts';
import { id, instant, version } from './columns.ts';
import { item } from './agenda.ts';
import { user } from './people.ts';

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
