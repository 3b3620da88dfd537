/** What the audit trail says of one thing. */
import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '#lib/server/db/open.ts';
import { audit } from '#lib/server/db/schema.ts';

/** Newest first, at most `limit` rows. */
export function auditOf(db: Db, entity: string, entityId: string | number, limit: number) {
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
