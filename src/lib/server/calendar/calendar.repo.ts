/** SQL for the calendar: rounds, meetings and acties of some regions, with when each last changed. */
import { and, eq, inArray, isNotNull, isNull, sql, type AnyColumn } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { action, adoption, agenda, audit, item, meeting, region, statusRound, theme } from '../db/schema.ts';

/** The last time the audit trail says that it changed, in milliseconds; null when it was made before or by an import. */
const changed = (entity: string, id: AnyColumn) =>
	sql<number | null>`(
		select max(${audit.at}) from ${audit}
		where ${audit.entity} = ${entity} and ${audit.entityId} = cast(${id} as text)
	)`;

const AROUND = {
	agendaSlug: agenda.slug,
	agendaTitle: agenda.title,
	agendaState: agenda.state,
	agendaMadeAt: agenda.createdAt,
	regionId: region.id,
	regionName: region.name,
	officialForum: region.officialForum,
	boardForum: region.boardForum,
};

export function listRoundsIn(db: Db, regionIds: readonly number[]) {
	return db
		.select({
			...AROUND,
			round: statusRound,
			adoptedOn: adoption.adoptedOn,
			changedAt: changed('round', statusRound.id),
		})
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.leftJoin(adoption, eq(adoption.roundId, statusRound.id))
		.where(inArray(agenda.regionId, [...regionIds]))
		.all();
}

/** Without those that were called off. */
export function listMeetingsIn(db: Db, regionIds: readonly number[]) {
	return db
		.select({ ...AROUND, meeting, changedAt: changed('meeting', meeting.id) })
		.from(meeting)
		.innerJoin(agenda, eq(agenda.id, meeting.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(and(inArray(agenda.regionId, [...regionIds]), isNull(meeting.cancelledAt)))
		.all();
}

/** Acties that are not finished and have a last day, of these organisations. */
export function listDueActionsIn(db: Db, regionIds: readonly number[], organisationIds: readonly number[]) {
	return db
		.select({
			...AROUND,
			id: action.id,
			dueOn: action.dueOn,
			version: action.version,
			createdAt: action.createdAt,
			themeCode: theme.code,
			number: item.number,
			itemTitle: item.shortTitle,
		})
		.from(action)
		.innerJoin(item, eq(item.id, action.itemId))
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(agenda, eq(agenda.id, item.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(
			and(
				inArray(agenda.regionId, [...regionIds]),
				inArray(action.organisationId, [...organisationIds]),
				inArray(action.state, ['planned', 'running']),
				isNotNull(action.dueOn),
			),
		)
		.all();
}

export type RoundIn = ReturnType<typeof listRoundsIn>[number];
export type MeetingIn = ReturnType<typeof listMeetingsIn>[number];
export type DueActionIn = ReturnType<typeof listDueActionsIn>[number];
