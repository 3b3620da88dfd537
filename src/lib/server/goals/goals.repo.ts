/** SQL for the goals of an item: its newest version, and adding one. Versions are never changed. */
import { and, desc, eq } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import type { GoalTexts } from '#lib/domain/goal.ts';
import { parseItemRef } from '#lib/domain/item-ref.ts';
import type { Level } from '#lib/domain/level.ts';
import type { Db } from '../db/open.ts';
import { organisationsOf } from '../db/ownership.ts';
import { agenda, goalVersion, item, theme } from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export interface GoalSubject {
	scope: Scope;
	item: typeof item.$inferSelect;
	agendaState: (typeof agenda.$inferSelect)['state'];
	newest: typeof goalVersion.$inferSelect | null;
}

export function findGoalSubject(db: Db, input: { agenda: string; item: string }): GoalSubject | null {
	const ref = parseItemRef(input.item);
	if (!ref) return null;
	const row = db
		.select({ item, regionId: agenda.regionId, agendaState: agenda.state })
		.from(agenda)
		.innerJoin(theme, and(eq(theme.agendaId, agenda.id), eq(theme.code, ref.themeCode)))
		.innerJoin(item, and(eq(item.themeId, theme.id), eq(item.number, ref.number)))
		.where(eq(agenda.slug, input.agenda))
		.get();
	if (!row) return null;
	const newest = db
		.select()
		.from(goalVersion)
		.where(eq(goalVersion.itemId, row.item.id))
		.orderBy(desc(goalVersion.number))
		.limit(1)
		.get();
	return {
		scope: {
			kind: 'region',
			regionId: row.regionId,
			organisationIds: organisationsOf(db, row.item.id, row.item.leadId),
		},
		item: row.item,
		agendaState: row.agendaState,
		newest: newest ?? null,
	};
}

/** The texts of one version; null when there is none with this number. */
export function findGoalTexts(db: Db, itemId: number, number: number): GoalTexts | null {
	return (
		db
			.select({
				rood: goalVersion.rood,
				oranje: goalVersion.oranje,
				groen: goalVersion.groen,
				donkergroen: goalVersion.donkergroen,
			})
			.from(goalVersion)
			.where(and(eq(goalVersion.itemId, itemId), eq(goalVersion.number, number)))
			.get() ?? null
	);
}

export function insertGoalVersion(
	db: Db,
	subject: Authorized<GoalSubject>,
	version: {
		texts: GoalTexts;
		changedLevels: Level[];
		reason: string;
		since: Day;
		authorId: number | null;
		now: Date;
	},
): number {
	const { texts, now, ...values } = version;
	const number = (subject.newest?.number ?? 0) + 1;
	db.insert(goalVersion)
		.values({ itemId: subject.item.id, number, ...texts, ...values, createdAt: now })
		.run();
	return number;
}
