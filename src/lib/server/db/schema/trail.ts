/** Tables of what people did: the audit trail and the files they uploaded. */
import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant } from './columns.ts';
import { region, user } from './people.ts';

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
		/** The request it came from, as in the log; null for what the server does by itself. */
		requestId: text('request_id'),
		/** SHA-256 of this row and the hash of the row before it; null only in rows from before the chain began. */
		hash: text('hash'),
	},
	(table) => [
		index('audit_entity').on(table.entity, table.entityId),
		index('audit_region').on(table.regionId, table.id),
		index('audit_actor').on(table.actorId, table.id),
	],
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
