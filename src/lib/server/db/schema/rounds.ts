/** Tables of rounds, statuses and what was adopted. */
import { index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Day } from '#lib/domain/day.ts';
import { EXPECTATIONS } from '#lib/domain/expectation.ts';
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
		/** When it really opened and closed; null before that, and for rounds from before this was kept. */
		openedAt: instant('opened_at'),
		closedAt: instant('closed_at'),
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
		/** Null only while it is a draft or returned, or when the item does not apply this time. */
		level: text('level', { enum: LEVELS }),
		/** "N.v.t.": an answer too, with the reason in the narrative. */
		notApplicable: integer('not_applicable', { mode: 'boolean' }).notNull().default(false),
		unchanged: integer('unchanged', { mode: 'boolean' }).notNull().default(false),
		narrative: text('narrative').notNull().default(''),
		cause: text('cause').notNull().default(''),
		consequence: text('consequence').notNull().default(''),
		correction: text('correction').notNull().default(''),
		/** What went well, for others to copy; empty when not said. */
		success: text('success').notNull().default(''),
		/** What was learned; empty when not said. */
		lesson: text('lesson').notNull().default(''),
		/** Whether the adviser expects donkergroen before the end of the agenda; null when not said. */
		expectation: text('expectation', { enum: EXPECTATIONS }),
		expectationReason: text('expectation_reason').notNull().default(''),
		/** A question that goes to the board (opschalen); empty when there is none. */
		escalation: text('escalation').notNull().default(''),
		/** Why a text stays although the privacy guard warned; empty when it had nothing to warn about. */
		privacyReason: text('privacy_reason').notNull().default(''),
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

/** Immutable; triggers refuse update, and delete as long as it is not kept word for word among those that were withdrawn. */
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

/** An adoption that was taken back, as it was, with why. Its `id` is that of the adoption. Append only; triggers refuse update and delete. */
export const withdrawnAdoption = sqliteTable(
	'withdrawn_adoption',
	{
		id: integer('id').primaryKey(),
		roundId: integer('round_id')
			.notNull()
			.references(() => statusRound.id),
		agendaId: integer('agenda_id')
			.notNull()
			.references(() => agenda.id),
		adoptedOn: text('adopted_on').$type<Day>().notNull(),
		forum: text('forum').notNull(),
		snapshot: text('snapshot').notNull(),
		hash: text('hash').notNull(),
		/** Who adopted it, and when that was recorded. */
		authorId: integer('author_id').references(() => user.id),
		createdAt: instant('created_at').notNull(),
		reason: text('reason').notNull(),
		withdrawnById: integer('withdrawn_by_id').references(() => user.id),
		/** Kept as text: the account may be renamed later. */
		withdrawnByName: text('withdrawn_by_name').notNull(),
		withdrawnAt: instant('withdrawn_at').notNull(),
	},
	(table) => [index('withdrawn_adoption_round').on(table.roundId)],
);
