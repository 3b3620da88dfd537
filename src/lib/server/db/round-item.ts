/** One item in one round, for every feature that adds something to it besides the status itself. */
import { and, eq } from 'drizzle-orm';
import { countsInRound, outOfUseSince } from '#lib/domain/archive.ts';
import { parseItemRef } from '#lib/domain/item-ref.ts';
import type { Db } from './open.ts';
import { organisationsOf } from './ownership.ts';
import { agenda, item, status, statusRound, theme } from './schema.ts';

export interface RoundItem {
	regionId: number;
	round: typeof statusRound.$inferSelect;
	item: typeof item.$inferSelect;
	/** The lead and everyone involved. */
	organisationIds: number[];
	/** Null when nobody has touched the status in this round. */
	status: Pick<typeof status.$inferSelect, 'level' | 'state' | 'notApplicable'> | null;
}

/** Null also for an item that was archived before the round opened: it is not asked for. */
export function findRoundItem(db: Db, input: { round: string; item: string }): RoundItem | null {
	const ref = parseItemRef(input.item);
	if (!ref) return null;
	const row = db
		.select({
			round: statusRound,
			item,
			themeArchivedAt: theme.archivedAt,
			regionId: agenda.regionId,
			status,
		})
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(theme, and(eq(theme.agendaId, agenda.id), eq(theme.code, ref.themeCode)))
		.innerJoin(item, and(eq(item.themeId, theme.id), eq(item.number, ref.number)))
		.leftJoin(status, and(eq(status.roundId, statusRound.id), eq(status.itemId, item.id)))
		.where(eq(statusRound.slug, input.round))
		.get();
	if (!row) return null;
	const since = outOfUseSince(row.item.archivedAt, row.themeArchivedAt);
	if (!countsInRound(since, row.round, row.status !== null)) return null;
	return {
		regionId: row.regionId,
		round: row.round,
		item: row.item,
		organisationIds: organisationsOf(db, row.item.id, row.item.leadId),
		status: row.status,
	};
}
