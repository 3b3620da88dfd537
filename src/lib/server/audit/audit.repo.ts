/** The audit trail: who changed what, when, from what to what. Rows are only ever added. */
import { and, desc, eq } from 'drizzle-orm';
import type { Actor } from '#lib/domain/access.ts';
import type { Db } from '../db/open.ts';
import { audit } from '../db/schema.ts';

export interface AuditEntry {
	entity: string;
	entityId: string | number;
	before?: Record<string, unknown> | null;
	after?: Record<string, unknown> | null;
}

export interface AuditRow {
	at: Date;
	actorName: string;
	action: string;
	before: Record<string, unknown> | null;
	after: Record<string, unknown> | null;
}

export function appendAudit(
	{ db, actor, now, requestId }: { db: Db; actor: Actor; now: Date; requestId?: string },
	action: string,
	regionId: number | null,
	entry: AuditEntry,
): void {
	db.insert(audit)
		.values({
			at: now,
			actorId: actor.kind === 'person' ? actor.userId : null,
			actorName: actor.kind === 'anonymous' ? 'niet ingelogd' : actor.name,
			regionId,
			action,
			entity: entry.entity,
			entityId: String(entry.entityId),
			before: entry.before ?? null,
			after: entry.after ?? null,
			requestId: requestId ?? null,
		})
		.run();
}

/** Newest first, at most `limit` rows. */
export function auditOf(db: Db, entity: string, entityId: string | number, limit: number): AuditRow[] {
	return db
		.select({
			at: audit.at,
			actorName: audit.actorName,
			action: audit.action,
			before: audit.before,
			after: audit.after,
		})
		.from(audit)
		.where(and(eq(audit.entity, entity), eq(audit.entityId, String(entityId))))
		.orderBy(desc(audit.id))
		.limit(limit)
		.all();
}
