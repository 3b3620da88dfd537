/** SQL for rounds: finding one with its region, how far its items are, and its moves. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Period } from '#lib/domain/period.ts';
import type { RoundState } from '#lib/domain/workflow.ts';
import type { Db } from '../db/open.ts';
import {
	agenda,
	item,
	organisation,
	region,
	status,
	statusMeasurement,
	statusRound,
	theme,
	user,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

type RoundRow = typeof statusRound.$inferSelect;

export interface RoundSubject {
	scope: Scope;
	round: RoundRow;
	agenda: typeof agenda.$inferSelect;
	region: typeof region.$inferSelect;
}

export function findRoundSubject(db: Db, slug: string): RoundSubject | null {
	const row = db
		.select({ round: statusRound, agenda, region })
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(statusRound.slug, slug))
		.get();
	return row ? { ...row, scope: { kind: 'region', regionId: row.region.id, organisationIds: [] } } : null;
}

export interface AgendaSubject {
	scope: Scope;
	agenda: typeof agenda.$inferSelect;
}

export function findAgendaSubject(db: Db, slug: string): AgendaSubject | null {
	const row = db.select().from(agenda).where(eq(agenda.slug, slug)).get();
	return row ? { agenda: row, scope: { kind: 'region', regionId: row.regionId, organisationIds: [] } } : null;
}

export function listRounds(db: Db, agendaId: number): RoundRow[] {
	return db
		.select()
		.from(statusRound)
		.where(eq(statusRound.agendaId, agendaId))
		.orderBy(asc(statusRound.opensOn))
		.all();
}

/** Every item of the round's agenda, archived ones too, with its status in the round, if any; in the order of the agenda. */
export function listItemsOfRound(db: Db, round: { id: number; agendaId: number }) {
	return db
		.select({
			itemId: item.id,
			archivedAt: item.archivedAt,
			themeArchivedAt: theme.archivedAt,
			themeCode: theme.code,
			themeName: theme.name,
			number: item.number,
			title: item.title,
			shortTitle: item.shortTitle,
			kind: item.kind,
			leadId: item.leadId,
			leadName: organisation.shortName,
			level: status.level,
			notApplicable: status.notApplicable,
			escalation: status.escalation,
			unchanged: status.unchanged,
			authorId: status.authorId,
			authorName: user.name,
			narrative: status.narrative,
			cause: status.cause,
			consequence: status.consequence,
			correction: status.correction,
			success: status.success,
			lesson: status.lesson,
			expectation: status.expectation,
			expectationReason: status.expectationReason,
			privacyReason: status.privacyReason,
			differsBecause: statusMeasurement.differsBecause,
			state: status.state,
			returnNote: status.returnNote,
			version: status.version,
			submittedAt: status.submittedAt,
		})
		.from(item)
		.innerJoin(theme, eq(theme.id, item.themeId))
		.leftJoin(organisation, eq(organisation.id, item.leadId))
		.leftJoin(status, and(eq(status.itemId, item.id), eq(status.roundId, round.id)))
		.leftJoin(user, eq(user.id, status.authorId))
		.leftJoin(statusMeasurement, eq(statusMeasurement.statusId, status.id))
		.where(eq(item.agendaId, round.agendaId))
		.orderBy(asc(theme.position), asc(item.position), asc(item.number))
		.all();
}

/** The rounds of these regions in one of these states, oldest first. */
export function listRoundsOf(db: Db, regionIds: readonly number[], states: readonly RoundState[]) {
	if (regionIds.length === 0) return [];
	return db
		.select({
			id: statusRound.id,
			slug: statusRound.slug,
			period: statusRound.period,
			state: statusRound.state,
			opensOn: statusRound.opensOn,
			closesOn: statusRound.closesOn,
			openedAt: statusRound.openedAt,
			closedAt: statusRound.closedAt,
			agendaId: agenda.id,
			agendaSlug: agenda.slug,
			agendaTitle: agenda.title,
			regionId: region.id,
			regionName: region.name,
		})
		.from(statusRound)
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(and(inArray(agenda.regionId, [...regionIds]), inArray(statusRound.state, [...states])))
		.orderBy(asc(statusRound.opensOn))
		.all();
}

export type RoundOfRegion = ReturnType<typeof listRoundsOf>[number];

/** Also without a change of its own: the version goes up, so that an old page is told. */
export function updateRound(
	db: Db,
	subject: Authorized<RoundSubject>,
	change: Partial<Pick<RoundRow, 'state' | 'discussedOn' | 'openedAt' | 'closedAt' | 'opensOn' | 'closesOn'>>,
): void {
	db.update(statusRound)
		.set({ ...change, version: subject.round.version + 1 })
		.where(eq(statusRound.id, subject.round.id))
		.run();
}

export function insertRound(
	db: Db,
	subject: Authorized<AgendaSubject>,
	round: { slug: string; period: Period; opensOn: Day; closesOn: Day; state: RoundState },
): number {
	return db
		.insert(statusRound)
		.values({ ...round, agendaId: subject.agenda.id })
		.returning({ id: statusRound.id })
		.get().id;
}
