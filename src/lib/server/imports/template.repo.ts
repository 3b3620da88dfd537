/** SQL for the template of an import: an agenda with its items, goals and the statuses of its newest round. */
import { and, asc, desc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { levelAnswerOf } from '#lib/domain/level.ts';
import type { Db } from '../db/open.ts';
import {
	agenda,
	axisValue,
	goalVersion,
	item,
	itemAxisValue,
	itemInvolved,
	organisation,
	status,
	statusRound,
	theme,
} from '../db/schema.ts';
import type { TemplateItem } from './template-table.ts';

/** Null when the region has no such agenda. */
export function findAgenda(db: Db, regionId: number, slug: string): { id: number; axisName: string } | null {
	const where = and(eq(agenda.regionId, regionId), eq(agenda.slug, slug));
	return db.select({ id: agenda.id, axisName: agenda.axisName }).from(agenda).where(where).get() ?? null;
}

/** In the order of the agenda; statuses are those of its newest round that is or was open. */
export function listTemplateItems(db: Db, agendaId: number): TemplateItem[] {
	const round = db
		.select({ id: statusRound.id, period: statusRound.period })
		.from(statusRound)
		.where(and(eq(statusRound.agendaId, agendaId), ne(statusRound.state, 'planned')))
		.orderBy(desc(statusRound.opensOn))
		.limit(1)
		.get();
	const newest = sql`${goalVersion.number} = (select max(newer.number) from goal_version newer where newer.item_id = ${item.id})`;
	const rows = db
		.select({ item, theme, lead: organisation.slug, goals: goalVersion, status })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.leftJoin(organisation, eq(organisation.id, item.leadId))
		.leftJoin(goalVersion, and(eq(goalVersion.itemId, item.id), newest))
		.leftJoin(status, and(eq(status.itemId, item.id), eq(status.roundId, round?.id ?? 0)))
		.where(and(eq(item.agendaId, agendaId), isNull(item.archivedAt)))
		.orderBy(asc(theme.position), asc(item.position), asc(item.number))
		.all();
	const axisValues = listAxisValues(db, agendaId);
	const involved = listInvolved(
		db,
		rows.map((row) => row.item.id),
	);
	return rows.map((row) => ({
		theme: row.theme.name,
		objective: row.theme.objective,
		decisionLevel: row.theme.decisionLevel,
		number: row.item.number,
		title: row.item.title,
		shortTitle: row.item.shortTitle,
		description: row.item.description,
		kind: row.item.kind,
		lead: row.lead,
		involved: involved.get(row.item.id) ?? [],
		targetDate: row.item.targetDate,
		policyDomains: row.item.policyDomains,
		axisValues: axisValues.get(row.item.id) ?? [],
		goals: {
			rood: row.goals?.rood ?? null,
			oranje: row.goals?.oranje ?? null,
			groen: row.goals?.groen ?? null,
			donkergroen: row.goals?.donkergroen ?? null,
		},
		period: row.status && round ? round.period : '',
		level: row.status && levelAnswerOf(row.status),
		narrative: row.status?.narrative ?? '',
		cause: row.status?.cause ?? '',
		consequence: row.status?.consequence ?? '',
		correction: row.status?.correction ?? '',
	}));
}

function listAxisValues(db: Db, agendaId: number): Map<number, string[]> {
	const rows = db
		.select({ itemId: itemAxisValue.itemId, name: axisValue.name })
		.from(itemAxisValue)
		.innerJoin(axisValue, eq(axisValue.id, itemAxisValue.axisValueId))
		.where(eq(axisValue.agendaId, agendaId))
		.orderBy(asc(axisValue.position))
		.all();
	return new Map(
		[...Map.groupBy(rows, (row) => row.itemId)].map(([itemId, some]) => [
			itemId,
			some.map(({ name }) => name),
		]),
	);
}

function listInvolved(db: Db, itemIds: number[]): Map<number, string[]> {
	const rows = db
		.select({ itemId: itemInvolved.itemId, slug: organisation.slug })
		.from(itemInvolved)
		.innerJoin(organisation, eq(organisation.id, itemInvolved.organisationId))
		.where(inArray(itemInvolved.itemId, itemIds))
		.orderBy(asc(organisation.name))
		.all();
	const involved = new Map<number, string[]>();
	for (const { itemId, slug } of rows) involved.set(itemId, [...(involved.get(itemId) ?? []), slug]);
	return involved;
}
