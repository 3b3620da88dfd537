/** SQL about one item: its id by name and its audit rows. */
import { and, desc, eq, inArray, or } from 'drizzle-orm';
import { parseItemRef } from '#lib/domain/item-ref.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Db } from '../db/open.ts';
import { audit, item, status, statusRound, theme } from '../db/schema.ts';

/** Null when the agenda has no item with this name. */
export function findItemId(db: Db, agendaId: number, ref: string): number | null {
	const parsed = parseItemRef(ref);
	if (!parsed) return null;
	const row = db
		.select({ id: item.id })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.where(and(eq(item.agendaId, agendaId), eq(theme.code, parsed.themeCode), eq(item.number, parsed.number)))
		.get();
	return row?.id ?? null;
}

export interface ItemAuditRow {
	at: Date;
	actorName: string;
	action: string;
	/** The round of a status; null for a change of the item itself. */
	period: Period | null;
}

/** Newest first, at most 100 rows. */
export function listItemAudit(db: Db, itemId: number): ItemAuditRow[] {
	const statuses = db
		.select({ id: status.id, period: statusRound.period })
		.from(status)
		.innerJoin(statusRound, eq(statusRound.id, status.roundId))
		.where(eq(status.itemId, itemId))
		.all();
	const periodOf = new Map(statuses.map((row) => [String(row.id), row.period]));
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
				and(eq(audit.entity, 'item'), eq(audit.entityId, String(itemId))),
				and(eq(audit.entity, 'status'), inArray(audit.entityId, [...periodOf.keys()])),
			),
		)
		.orderBy(desc(audit.id))
		.limit(100)
		.all()
		.map(({ at, actorName, action, entity, entityId }) => ({
			at,
			actorName,
			action,
			period: entity === 'status' ? (periodOf.get(entityId) ?? null) : null,
		}));
}
