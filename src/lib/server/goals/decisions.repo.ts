/** SQL for what a forum decided about goals. Rows are only ever added; the last one counts. */
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import { itemRef } from '#lib/domain/item-ref.ts';
import type { AgendaState, GoalState } from '#lib/domain/workflow.ts';
import type { Db } from '../db/open.ts';
import { agenda, goalDecision, goalVersion, item, theme } from '../db/schema.ts';
import type { Authorized, Subject } from '../use-case.ts';

/** The state of one version; without a decision it is a concept. */
export function findGoalState(db: Db, goalVersionId: number): GoalState {
	const row = db
		.select({ state: goalDecision.state })
		.from(goalDecision)
		.where(eq(goalDecision.goalVersionId, goalVersionId))
		.orderBy(desc(goalDecision.id))
		.limit(1)
		.get();
	return row?.state ?? 'concept';
}

export function insertDecision(
	db: Db,
	_subject: Authorized<Subject>,
	decision: { goalVersionId: number; state: GoalState; decidedOn: Day; authorId: number | null; now: Date },
): void {
	const { now, ...values } = decision;
	db.insert(goalDecision)
		.values({ ...values, createdAt: now })
		.run();
}

export interface AgendaSubject {
	scope: Scope;
	agendaId: number;
	agendaState: AgendaState;
}

export function findAgendaSubject(db: Db, slug: string): AgendaSubject | null {
	const row = db
		.select({ id: agenda.id, regionId: agenda.regionId, state: agenda.state })
		.from(agenda)
		.where(eq(agenda.slug, slug))
		.get();
	if (!row) return null;
	return {
		scope: { kind: 'region', regionId: row.regionId, organisationIds: [] },
		agendaId: row.id,
		agendaState: row.state,
	};
}

export interface NewestVersion {
	id: number;
	itemId: number;
	/** `thuiszitters-2`. */
	ref: string;
	number: number;
	state: GoalState;
}

/** The newest version of every item in use that has goals. */
export function listNewestVersions(db: Db, agendaId: number): NewestVersion[] {
	return db
		.select({
			id: goalVersion.id,
			itemId: item.id,
			code: theme.code,
			itemNumber: item.number,
			number: goalVersion.number,
		})
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(goalVersion, eq(goalVersion.itemId, item.id))
		.where(
			and(
				eq(item.agendaId, agendaId),
				isNull(item.archivedAt),
				sql`${goalVersion.number} = (select max(newer.number) from goal_version newer where newer.item_id = ${item.id})`,
			),
		)
		.orderBy(asc(theme.position), asc(item.number))
		.all()
		.map(({ code, itemNumber, ...row }) => ({
			...row,
			ref: itemRef(code, itemNumber),
			state: findGoalState(db, row.id),
		}));
}
