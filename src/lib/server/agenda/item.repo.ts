/** SQL about one item: its id by name and its audit rows. */
import { and, desc, eq, inArray, or, sql } from 'drizzle-orm';
import { parseItemRef } from '#lib/domain/item-ref.ts';
import type { Period } from '#lib/domain/period.ts';
import { prepared, type Db } from '../db/open.ts';
import { audit, item, status, statusRound, theme } from '../db/schema.ts';

const idByName = prepared((db: Db) =>
	db
		.select({ id: item.id })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.where(
			and(
				eq(item.agendaId, sql.placeholder('agendaId')),
				eq(theme.code, sql.placeholder('themeCode')),
				eq(item.number, sql.placeholder('number')),
			),
		)
		.prepare(),
);

/** Null when the agenda has no item with this name. */
export function findItemId(db: Db, agendaId: number, ref: string): number | null {
	const parsed = parseItemRef(ref);
	return parsed ? (idByName(db).get({ agendaId, ...parsed })?.id ?? null) : null;
}

export interface ItemAuditRow {
	at: Date;
	actorName: string;
	action: string;
	/** The round of a status; null for a change of the item itself. */
	period: Period | null;
}

const periodsOfStatuses = prepared((db: Db) =>
	db
		.select({ id: status.id, period: statusRound.period })
		.from(status)
		.innerJoin(statusRound, eq(statusRound.id, status.roundId))
		.where(eq(status.itemId, sql.placeholder('itemId')))
		.prepare(),
);

const auditRows = prepared((db: Db) => {
	const statuses = db
		.select({ id: sql<string>`cast(${status.id} as text)` })
		.from(status)
		.where(eq(status.itemId, sql.placeholder('itemId')));
	return db
		.select({
			at: audit.at,
			actorName: audit.actorName,
			action: audit.action,
			entity: audit.entity,
			entityId: audit.entityId,
		})
		.from(audit)
		.where(
			or(
				and(eq(audit.entity, 'item'), eq(audit.entityId, sql.placeholder('name'))),
				and(eq(audit.entity, 'status'), inArray(audit.entityId, statuses)),
			),
		)
		.orderBy(desc(audit.id))
		.limit(100)
		.prepare();
});

/** Newest first, at most 100 rows. */
export function listItemAudit(db: Db, itemId: number): ItemAuditRow[] {
	const statuses = periodsOfStatuses(db).all({ itemId });
	const periodOf = new Map(statuses.map((row) => [String(row.id), row.period]));
	return auditRows(db)
		.all({ itemId, name: String(itemId) })
		.map(({ at, actorName, action, entity, entityId }) => ({
			at,
			actorName,
			action,
			period: entity === 'status' ? (periodOf.get(entityId) ?? null) : null,
		}));
}
