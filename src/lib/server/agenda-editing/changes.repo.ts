/** SQL for what changed on an agenda: the audit rows of itself, its themas and its items. */
import { and, desc, eq, inArray, like, or, type SQL } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { audit } from '../db/schema.ts';

export interface ChangeRow {
	id: number;
	at: Date;
	actorName: string;
	action: string;
	entity: string;
	entityId: string;
	before: Record<string, unknown> | null;
	after: Record<string, unknown> | null;
}

const SHOWN = ['agenda.%', 'theme.%', 'item.%', 'priority.%'];

/** Newest first, at most 200. Acties and goals have their own place, on the page of the item. */
export function listChanges(
	db: Db,
	ids: { agenda: number; themes: readonly number[]; items: readonly number[] },
): ChangeRow[] {
	const of = (entity: string, entityIds: readonly number[]): SQL | undefined =>
		and(eq(audit.entity, entity), inArray(audit.entityId, entityIds.map(String)));
	return db
		.select({
			id: audit.id,
			at: audit.at,
			actorName: audit.actorName,
			action: audit.action,
			entity: audit.entity,
			entityId: audit.entityId,
			before: audit.before,
			after: audit.after,
		})
		.from(audit)
		.where(
			and(
				or(of('agenda', [ids.agenda]), of('theme', ids.themes), of('item', ids.items)),
				or(...SHOWN.map((pattern) => like(audit.action, pattern))),
			),
		)
		.orderBy(desc(audit.id))
		.limit(200)
		.all();
}
