/** SQL for what the start page asks beyond the rounds: late acties, items without goals, questions, adoptions, people. */
import {
	and,
	asc,
	count,
	desc,
	eq,
	gt,
	gte,
	inArray,
	isNull,
	lt,
	max,
	min,
	ne,
	notExists,
	or,
	sql,
} from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Day } from '#lib/domain/day.ts';
import type { Db } from '../db/open.ts';
import {
	action,
	adoption,
	agenda,
	audit,
	goalVersion,
	item,
	membership,
	organisation,
	region,
	roundException,
	status,
	statusRound,
	theme,
	user,
} from '../db/schema.ts';

type Ids = readonly number[];

const ITEM = {
	agendaSlug: agenda.slug,
	themeCode: theme.code,
	themeName: theme.name,
	number: item.number,
	shortTitle: item.shortTitle,
	regionId: agenda.regionId,
};

/** Open acties of these organisations whose day is over, in agendas that still run. */
export function listLateActions(db: Db, regionIds: Ids, organisationIds: Ids, today: Day) {
	return db
		.select({ ...ITEM, text: action.text, dueOn: action.dueOn, organisationId: action.organisationId })
		.from(action)
		.innerJoin(item, eq(item.id, action.itemId))
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.where(
			and(
				inArray(agenda.regionId, [...regionIds]),
				inArray(action.organisationId, [...organisationIds]),
				inArray(action.state, ['planned', 'running']),
				ne(agenda.state, 'closed'),
				lt(action.dueOn, today),
			),
		)
		.orderBy(desc(action.dueOn))
		.all();
}

/** The newest version of the goals, when it has a text for every rung that the item has: the rule of `isComplete`. */
function wholeGoals(db: Db) {
	const newer = alias(goalVersion, 'newer');
	const isWritten = (text: SQLiteColumn) => sql`trim(coalesce(${text}, '')) <> ''`;
	return db
		.select({ id: goalVersion.id })
		.from(goalVersion)
		.where(
			and(
				eq(goalVersion.itemId, item.id),
				isWritten(goalVersion.rood),
				isWritten(goalVersion.oranje),
				isWritten(goalVersion.groen),
				or(eq(item.kind, 'ongoing'), isWritten(goalVersion.donkergroen)),
				notExists(
					db
						.select({ id: newer.id })
						.from(newer)
						.where(and(eq(newer.itemId, item.id), gt(newer.number, goalVersion.number))),
				),
			),
		);
}

/** Per agenda and organisation how many items in use it leads that have no goals yet. */
export function countWithoutGoals(db: Db, regionIds: Ids, organisationIds: Ids) {
	return db
		.select({
			regionId: agenda.regionId,
			agendaSlug: agenda.slug,
			agendaTitle: agenda.title,
			organisationId: item.leadId,
			items: count(),
		})
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.where(
			and(
				inArray(agenda.regionId, [...regionIds]),
				inArray(item.leadId, [...organisationIds]),
				ne(agenda.state, 'closed'),
				isNull(item.archivedAt),
				isNull(theme.archivedAt),
				notExists(wholeGoals(db)),
			),
		)
		.groupBy(agenda.id, item.leadId)
		.all();
}

/** When each status that is returned now in these rounds was returned last. */
export function listReturnMoments(db: Db, roundIds: Ids) {
	if (roundIds.length === 0) return [];
	return db
		.select({ roundId: status.roundId, itemId: status.itemId, at: max(audit.at) })
		.from(status)
		.innerJoin(audit, and(eq(audit.entity, 'status'), eq(audit.entityId, sql`cast(${status.id} as text)`)))
		.where(
			and(
				inArray(status.roundId, [...roundIds]),
				eq(status.state, 'returned'),
				sql`json_extract(${audit.after}, '$.state') = 'returned'`,
				sql`json_extract(${audit.before}, '$.state') is not 'returned'`,
			),
		)
		.groupBy(status.id)
		.all();
}

/** The closed rounds that are open again for this person, up to today or later. */
export function listOwnExceptions(db: Db, userId: number, today: Day) {
	return db
		.select({ roundId: roundException.roundId, until: roundException.until, at: roundException.createdAt })
		.from(roundException)
		.innerJoin(statusRound, eq(statusRound.id, roundException.roundId))
		.where(
			and(
				eq(roundException.userId, userId),
				eq(statusRound.state, 'closed'),
				isNull(roundException.endedAt),
				gte(roundException.until, today),
			),
		)
		.all();
}

/** The rounds of these regions that the REA has closed and nobody has adopted yet. */
export function listClosedRounds(db: Db, regionIds: Ids) {
	return db
		.select({
			regionId: agenda.regionId,
			agendaSlug: agenda.slug,
			period: statusRound.period,
			discussedOn: statusRound.discussedOn,
			closedAt: statusRound.closedAt,
			officialForum: region.officialForum,
			closesOn: statusRound.closesOn,
		})
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(
			and(
				inArray(agenda.regionId, [...regionIds]),
				eq(statusRound.state, 'closed'),
				ne(agenda.state, 'concept'),
			),
		)
		.orderBy(desc(statusRound.opensOn))
		.all();
}

/** Questions to the board that the REA agreed on, in rounds that are closed and not adopted. */
export function listQuestions(db: Db, regionIds: Ids) {
	return db
		.select({ ...ITEM, discussedOn: statusRound.discussedOn, closesOn: statusRound.closesOn })
		.from(status)
		.innerJoin(statusRound, eq(statusRound.id, status.roundId))
		.innerJoin(item, eq(item.id, status.itemId))
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.where(
			and(
				inArray(agenda.regionId, [...regionIds]),
				eq(statusRound.state, 'closed'),
				eq(status.state, 'agreed'),
				ne(status.escalation, ''),
				ne(agenda.state, 'concept'),
			),
		)
		.orderBy(asc(theme.position), asc(item.position), asc(item.number))
		.all();
}

/** Adoptions since this day, newest first. */
export function listRecentAdoptions(db: Db, regionIds: Ids, since: Day) {
	return db
		.select({
			regionId: agenda.regionId,
			agendaSlug: agenda.slug,
			roundSlug: statusRound.slug,
			period: statusRound.period,
			adoptedOn: adoption.adoptedOn,
		})
		.from(adoption)
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(agenda, eq(agenda.id, adoption.agendaId))
		.where(and(inArray(agenda.regionId, [...regionIds]), gte(adoption.adoptedOn, since)))
		.orderBy(desc(adoption.adoptedOn), desc(statusRound.opensOn))
		.all();
}

/** Per region the people who were added and have not set a password, and since when the first of them waits. */
export function countWithoutPassword(db: Db, regionIds: Ids) {
	return db
		.select({
			regionId: membership.regionId,
			people: sql<number>`count(distinct ${user.id})`,
			since: min(user.createdAt),
		})
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(
			and(inArray(membership.regionId, [...regionIds]), isNull(user.passwordHash), eq(user.active, true)),
		)
		.groupBy(membership.regionId)
		.all();
}

/** Organisations that lead items in use of an agenda that still runs, while nobody can fill in for them. */
export function listUnstaffed(db: Db, regionIds: Ids) {
	const adviser = db
		.select({ id: membership.id })
		.from(membership)
		.innerJoin(user, eq(user.id, membership.userId))
		.where(
			and(
				eq(membership.organisationId, item.leadId),
				eq(membership.regionId, agenda.regionId),
				eq(membership.role, 'adviser'),
				eq(user.active, true),
			),
		);
	return db
		.select({ regionId: agenda.regionId, name: organisation.name, items: count() })
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.innerJoin(organisation, eq(organisation.id, item.leadId))
		.where(
			and(
				inArray(agenda.regionId, [...regionIds]),
				ne(agenda.state, 'closed'),
				isNull(item.archivedAt),
				isNull(theme.archivedAt),
				notExists(adviser),
			),
		)
		.groupBy(agenda.regionId, organisation.id)
		.orderBy(asc(organisation.name))
		.all();
}
