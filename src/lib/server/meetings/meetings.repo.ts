/** SQL for meetings: finding one with what it belongs to, listing them, and writing their plan. */
import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import type { Scope } from '#lib/domain/access.ts';
import type { Day } from '#lib/domain/day.ts';
import type { Standing } from '#lib/domain/meeting.ts';
import { comparePeriods } from '#lib/domain/period.ts';
import type { Db } from '../db/open.ts';
import {
	adoption,
	adoptionMeeting,
	agenda,
	audit,
	meeting,
	meetingParticipant,
	meetingRound,
	organisation,
	region,
	regionOrganisation,
	statusRound,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';

export type MeetingRow = typeof meeting.$inferSelect;
export type RoundRow = Pick<typeof statusRound.$inferSelect, 'id' | 'slug' | 'period' | 'state'> & {
	/** Null until it is adopted. */
	adoptedOn: Day | null;
	/** Since when the adoption of the round holds this meeting; null when it does not, or where no meeting is meant. */
	heldAt: Date | null;
};

export interface AgendaSubject {
	scope: Scope;
	agenda: typeof agenda.$inferSelect;
	region: typeof region.$inferSelect;
}

export interface MeetingSubject extends AgendaSubject {
	meeting: MeetingRow;
	/** What it looks at, oldest first. */
	rounds: RoundRow[];
}

export function findAgendaSubject(db: Db, slug: string): AgendaSubject | null {
	const row = db
		.select({ agenda, region })
		.from(agenda)
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(agenda.slug, slug))
		.get();
	return row ? { ...row, scope: { kind: 'region', regionId: row.region.id, organisationIds: [] } } : null;
}

/** `organisationIds`: for whom something is said or decided; for the rights that reach only so far. */
export function findMeeting(
	db: Db,
	slug: string,
	organisationIds: readonly number[] = [],
): MeetingSubject | null {
	const row = db
		.select({ meeting, agenda, region })
		.from(meeting)
		.innerJoin(agenda, eq(agenda.id, meeting.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(eq(meeting.slug, slug))
		.get();
	if (!row) return null;
	const scope = { kind: 'region', regionId: row.region.id, organisationIds } as const;
	return { ...row, scope, rounds: listRoundsOf(db, row.meeting.id) };
}

const ROUND = {
	id: statusRound.id,
	slug: statusRound.slug,
	period: statusRound.period,
	state: statusRound.state,
	adoptedOn: adoption.adoptedOn,
};

function listRoundsOf(db: Db, meetingId: number): RoundRow[] {
	const isHeld = and(eq(adoptionMeeting.adoptionId, adoption.id), eq(adoptionMeeting.meetingId, meetingId));
	return db
		.select({ ...ROUND, heldAt: adoptionMeeting.createdAt })
		.from(meetingRound)
		.innerJoin(statusRound, eq(statusRound.id, meetingRound.roundId))
		.leftJoin(adoption, eq(adoption.roundId, statusRound.id))
		.leftJoin(adoptionMeeting, isHeld)
		.where(eq(meetingRound.meetingId, meetingId))
		.all()
		.sort((a, b) => comparePeriods(a.period, b.period));
}

/** Oldest first. */
export function listAgendaRounds(db: Db, agendaId: number): RoundRow[] {
	return db
		.select(ROUND)
		.from(statusRound)
		.leftJoin(adoption, eq(adoption.roundId, statusRound.id))
		.where(eq(statusRound.agendaId, agendaId))
		.all()
		.map((round) => ({ ...round, heldAt: null }))
		.sort((a, b) => comparePeriods(a.period, b.period));
}

/** Of these regions, newest first, each with what it belongs to and the rounds it looks at. */
export function listMeetings(db: Db, regionIds: readonly number[]): Omit<MeetingSubject, 'scope'>[] {
	if (regionIds.length === 0) return [];
	const rows = db
		.select({ meeting, agenda, region })
		.from(meeting)
		.innerJoin(agenda, eq(agenda.id, meeting.agendaId))
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(inArray(region.id, [...regionIds]))
		.orderBy(desc(meeting.heldOn), desc(meeting.id))
		.all();
	return rows.map((row) => ({ ...row, rounds: listRoundsOf(db, row.meeting.id) }));
}

export function listAgendasOf(db: Db, regionIds: readonly number[]) {
	if (regionIds.length === 0) return [];
	return db
		.select({ agenda, region })
		.from(agenda)
		.innerJoin(region, eq(region.id, agenda.regionId))
		.where(inArray(region.id, [...regionIds]))
		.orderBy(asc(region.name), desc(agenda.startYear))
		.all();
}

/** Of one forum, oldest first, without those that were called off. */
export function listMeetingsOf(db: Db, agendaId: number, forum: MeetingRow['forum']) {
	return db
		.select()
		.from(meeting)
		.where(and(eq(meeting.agendaId, agendaId), eq(meeting.forum, forum), isNull(meeting.cancelledAt)))
		.orderBy(asc(meeting.heldOn), asc(meeting.id))
		.all()
		.map((row) => ({ ...row, rounds: listRoundsOf(db, row.id) }));
}

/** The meetings of the same forum that came before this one and were not called off, newest first. */
export function listEarlierMeetings(db: Db, { meeting: own }: Pick<MeetingSubject, 'meeting'>) {
	const isEarlier = ({ heldOn, id }: Pick<MeetingRow, 'heldOn' | 'id'>) =>
		heldOn < own.heldOn || (heldOn === own.heldOn && id < own.id);
	return listMeetingsOf(db, own.agendaId, own.forum).filter(isEarlier).reverse();
}

/** Every organisation of the region with how the region says it takes part, by name. */
export function listRegionOrganisations(db: Db, regionId: number) {
	return db
		.select({
			id: organisation.id,
			slug: organisation.slug,
			name: organisation.name,
			shortName: organisation.shortName,
			kind: organisation.kind,
			standing: regionOrganisation.standing,
			endedOn: regionOrganisation.endedOn,
		})
		.from(regionOrganisation)
		.innerJoin(organisation, eq(organisation.id, regionOrganisation.organisationId))
		.where(eq(regionOrganisation.regionId, regionId))
		.orderBy(asc(organisation.name))
		.all();
}

const STANDING_ORDER = { voting: 0, partner: 1, incidental: 2 } as const satisfies Record<Standing, number>;

/** Who votes first, then by name. */
export function listParticipants(db: Db, meetingId: number) {
	return db
		.select({
			id: organisation.id,
			name: organisation.name,
			shortName: organisation.shortName,
			standing: meetingParticipant.standing,
			present: meetingParticipant.present,
		})
		.from(meetingParticipant)
		.innerJoin(organisation, eq(organisation.id, meetingParticipant.organisationId))
		.where(eq(meetingParticipant.meetingId, meetingId))
		.orderBy(asc(organisation.name))
		.all()
		.sort((a, b) => STANDING_ORDER[a.standing] - STANDING_ORDER[b.standing]);
}

export type ParticipantRow = ReturnType<typeof listParticipants>[number];

/** Goes up with everything that anybody changes in the region; says nothing about what it was. */
export function lastChangeIn(db: Db, regionId: number): number {
	const row = db
		.select({ id: max(audit.id) })
		.from(audit)
		.where(eq(audit.regionId, regionId))
		.get();
	return row?.id ?? 0;
}

export function isSlugTaken(db: Db, slug: string): boolean {
	return db.select({ id: meeting.id }).from(meeting).where(eq(meeting.slug, slug)).get() !== undefined;
}

type PlanColumns = Pick<typeof meeting.$inferInsert, 'heldOn' | 'startsAt' | 'place'>;

export function insertMeeting(
	db: Db,
	subject: Authorized<AgendaSubject>,
	values: PlanColumns & Pick<typeof meeting.$inferInsert, 'slug' | 'forum' | 'createdAt'>,
): number {
	return db
		.insert(meeting)
		.values({ ...values, agendaId: subject.agenda.id, state: 'planned' })
		.returning({ id: meeting.id })
		.get().id;
}

export function updateMeeting(
	db: Db,
	subject: Authorized<MeetingSubject>,
	values: Partial<PlanColumns & Pick<MeetingRow, 'state' | 'cancelledAt'>>,
): void {
	db.update(meeting)
		.set({ ...values, version: subject.meeting.version + 1 })
		.where(eq(meeting.id, subject.meeting.id))
		.run();
}

export function writeRounds(
	db: Db,
	_by: Authorized<AgendaSubject>,
	meetingId: number,
	roundIds: readonly number[],
): void {
	db.delete(meetingRound).where(eq(meetingRound.meetingId, meetingId)).run();
	for (const roundId of roundIds) db.insert(meetingRound).values({ meetingId, roundId }).run();
}

/** Replaces who takes part; whoever stays keeps being present or absent. */
export function writeParticipants(
	db: Db,
	_by: Authorized<AgendaSubject>,
	meetingId: number,
	participants: readonly { id: number; standing: Standing }[],
): void {
	const absent = new Set(listParticipants(db, meetingId).flatMap((one) => (one.present ? [] : [one.id])));
	db.delete(meetingParticipant).where(eq(meetingParticipant.meetingId, meetingId)).run();
	for (const { id, standing } of participants)
		db.insert(meetingParticipant)
			.values({ meetingId, organisationId: id, standing, present: !absent.has(id) })
			.run();
}

export function writePresence(
	db: Db,
	subject: Authorized<MeetingSubject>,
	presentIds: readonly number[],
): void {
	for (const { id } of listParticipants(db, subject.meeting.id))
		db.update(meetingParticipant)
			.set({ present: presentIds.includes(id) })
			.where(
				and(eq(meetingParticipant.meetingId, subject.meeting.id), eq(meetingParticipant.organisationId, id)),
			)
			.run();
	updateMeeting(db, subject, {});
}
