/** Tables of rounds, statuses and what was adopted. */
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Day } from '#lib/domain/day.ts';
import { LEVELS } from '#lib/domain/level.ts';
import type { Period } from '#lib/domain/period.ts';
import { ROUND_STATES, STATUS_STATES } from '#lib/domain/workflow.ts';
import { id, instant, version } from './columns.ts';
import { agenda, item } from './agenda.ts';
import { goalVersion } from './goals.ts';
import { user } from './people.ts';

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

/** The number that came with a status, and why the person chose another level than it proposes. */
export const statusMeasurement = sqliteTable('status_measurement', {
	statusId: integer('status_id')
		.primaryKey()
		.references(() => status.id),
	value: real('value').notNull(),
	differsBecause: text('differs_because').notNull().default(''),
});

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
