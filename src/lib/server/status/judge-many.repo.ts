/** SQL for judging several statuses of one round at once. */
import { eq } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Db } from '../db/open.ts';
import { agenda, statusRound } from '../db/schema.ts';

export function findRoundScope(db: Db, slug: string): { scope: Scope } | null {
	const row = db
		.select({ regionId: agenda.regionId })
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.where(eq(statusRound.slug, slug))
		.get();
	return row ? { scope: { kind: 'region', regionId: row.regionId, organisationIds: [] } } : null;
}
