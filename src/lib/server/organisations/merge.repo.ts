/** SQL for merging two organisations of a region: what would move, what stands in the way, and moving it. */
import { and, count, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import { listFormerNames } from '../db/organisations.ts';
import {
	accord,
	action,
	adoption,
	agenda,
	agendaNote,
	contribution,
	decision,
	formerMembership,
	formerName,
	identityProvider,
	item,
	itemInvolved,
	letter,
	letterhead,
	letterTemplate,
	meeting,
	meetingParticipant,
	membership,
	regionOrganisation,
	statusRound,
} from '../db/schema.ts';
import type { Authorized } from '../use-case.ts';
import type { OrganisationSubject } from './organisations.repo.ts';

export interface Pair {
	regionId: number;
	/** The organisation that goes, and the one that remains. */
	from: number;
	into: number;
}

/** Ids of what is still live and belongs to `from`; what is afgesloten, gesloten or vastgesteld is in none of these. */
export function listLiveWork(db: Db, { regionId, from }: Pair) {
	const running = and(eq(agenda.regionId, regionId), ne(agenda.state, 'closed'));
	const ids = (rows: readonly { id: number }[]) => rows.map((row) => row.id);
	return {
		leads: ids(
			db
				.select({ id: item.id })
				.from(item)
				.innerJoin(agenda, eq(agenda.id, item.agendaId))
				.where(and(running, eq(item.leadId, from)))
				.all(),
		),
		involved: ids(
			db
				.select({ id: item.id })
				.from(itemInvolved)
				.innerJoin(item, eq(item.id, itemInvolved.itemId))
				.innerJoin(agenda, eq(agenda.id, item.agendaId))
				.where(and(running, eq(itemInvolved.organisationId, from)))
				.all(),
		),
		actions: ids(
			db
				.select({ id: action.id })
				.from(action)
				.innerJoin(item, eq(item.id, action.itemId))
				.innerJoin(agenda, eq(agenda.id, item.agendaId))
				.where(and(running, eq(action.organisationId, from), inArray(action.state, ['planned', 'running'])))
				.all(),
		),
		decisions: ids(
			db
				.select({ id: decision.id })
				.from(decision)
				.innerJoin(meeting, eq(meeting.id, decision.meetingId))
				.innerJoin(agenda, eq(agenda.id, meeting.agendaId))
				.where(and(running, eq(decision.organisationId, from), eq(decision.state, 'open')))
				.all(),
		),
		contributions: ids(
			db
				.select({ id: contribution.id })
				.from(contribution)
				.innerJoin(statusRound, eq(statusRound.id, contribution.roundId))
				.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
				.where(and(running, eq(contribution.organisationId, from), ne(statusRound.state, 'adopted')))
				.all(),
		),
		notes: ids(
			db
				.select({ id: agendaNote.id })
				.from(agendaNote)
				.innerJoin(agenda, eq(agenda.id, agendaNote.agendaId))
				.where(and(running, eq(agendaNote.organisationId, from)))
				.all(),
		),
		meetings: ids(
			db
				.select({ id: meeting.id })
				.from(meetingParticipant)
				.innerJoin(meeting, eq(meeting.id, meetingParticipant.meetingId))
				.innerJoin(agenda, eq(agenda.id, meeting.agendaId))
				.where(
					and(
						eq(agenda.regionId, regionId),
						eq(meetingParticipant.organisationId, from),
						ne(meeting.state, 'done'),
						isNull(meeting.cancelledAt),
					),
				)
				.all(),
		),
	};
}

export type LiveWork = ReturnType<typeof listLiveWork>;

/** What would break, counted: standpunten at meetings that are not done, contributions of both, letters under way. */
export function countObstacles(db: Db, { regionId, from, into }: Pair) {
	const number = (row: { rows: number } | undefined) => row?.rows ?? 0;
	const accords = db
		.select({ rows: count() })
		.from(accord)
		.innerJoin(meeting, eq(meeting.id, accord.meetingId))
		.innerJoin(agenda, eq(agenda.id, meeting.agendaId))
		.where(and(eq(agenda.regionId, regionId), eq(accord.organisationId, from), ne(meeting.state, 'done')))
		.get();
	const both = db
		.select({ rows: count() })
		.from(contribution)
		.innerJoin(statusRound, eq(statusRound.id, contribution.roundId))
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.where(
			and(
				eq(agenda.regionId, regionId),
				ne(statusRound.state, 'adopted'),
				eq(contribution.organisationId, from),
				sql`EXISTS (SELECT 1 FROM contribution AS other WHERE other.round_id = ${contribution.roundId} AND other.item_id = ${contribution.itemId} AND other.organisation_id = ${into})`,
			),
		)
		.get();
	const letters = db
		.select({ rows: count() })
		.from(letter)
		.innerJoin(adoption, eq(adoption.id, letter.adoptionId))
		.innerJoin(statusRound, eq(statusRound.id, adoption.roundId))
		.innerJoin(agenda, eq(agenda.id, statusRound.agendaId))
		.where(
			and(eq(agenda.regionId, regionId), eq(letter.organisationId, from), eq(letter.state, 'to-college')),
		)
		.get();
	const services = db
		.select()
		.from(identityProvider)
		.where(inArray(identityProvider.organisationId, [from, into]))
		.all();
	return {
		accords: number(accords),
		contributionsOfBoth: number(both),
		lettersUnderWay: number(letters),
		hasService: services.some((one) => one.organisationId === from && one.active),
		intoObliges: services.some((one) => one.organisationId === into && one.active && one.obligatory),
	};
}

export type Obstacles = ReturnType<typeof countObstacles>;

/** What belongs to the letters of an organisation in the region. */
export function findPaper(db: Db, regionId: number, organisationId: number) {
	const template = db
		.select({ id: letterTemplate.id })
		.from(letterTemplate)
		.where(and(eq(letterTemplate.regionId, regionId), eq(letterTemplate.organisationId, organisationId)))
		.get();
	const heads = db
		.select({ rows: count() })
		.from(letterhead)
		.where(and(eq(letterhead.regionId, regionId), eq(letterhead.organisationId, organisationId)))
		.get();
	return { template: template?.id ?? null, letterheads: heads?.rows ?? 0 };
}

/** Roles in the region; one that a person has for both is kept once. */
export function moveMemberships(db: Db, _by: Authorized<OrganisationSubject>, pair: Pair): void {
	for (const table of [membership, formerMembership]) {
		const own = and(eq(table.regionId, pair.regionId), eq(table.organisationId, pair.from));
		const twice = sql`EXISTS (SELECT 1 FROM ${table} AS other WHERE other.user_id = ${table.userId} AND other.region_id = ${pair.regionId} AND other.organisation_id = ${pair.into} AND other.role = ${table.role})`;
		db.delete(table).where(and(own, twice)).run();
		db.update(table).set({ organisationId: pair.into }).where(own).run();
	}
}

/** The items get a new version, so that a form that was open is not saved over it. */
export function moveItems(db: Db, _by: Authorized<OrganisationSubject>, pair: Pair, work: LiveWork): void {
	const touched = [...new Set([...work.leads, ...work.involved])];
	if (touched.length === 0) return;
	const ofFrom = eq(itemInvolved.organisationId, pair.from);
	db.update(item).set({ leadId: pair.into }).where(inArray(item.id, work.leads)).run();
	for (const itemId of work.involved)
		db.insert(itemInvolved).values({ itemId, organisationId: pair.into }).onConflictDoNothing().run();
	db.delete(itemInvolved)
		.where(and(ofFrom, inArray(itemInvolved.itemId, touched)))
		.run();
	// A lead is never among the involved of its own item.
	db.delete(itemInvolved)
		.where(
			and(
				eq(itemInvolved.organisationId, pair.into),
				inArray(itemInvolved.itemId, touched),
				sql`EXISTS (SELECT 1 FROM item WHERE item.id = ${itemInvolved.itemId} AND item.lead_id = ${pair.into})`,
			),
		)
		.run();
	db.update(item)
		.set({ version: sql`${item.version} + 1` })
		.where(inArray(item.id, touched))
		.run();
}

export function moveWork(db: Db, _by: Authorized<OrganisationSubject>, pair: Pair, work: LiveWork): void {
	const organisationId = pair.into;
	const next = { organisationId };
	db.update(action)
		.set({ ...next, version: sql`${action.version} + 1` })
		.where(inArray(action.id, work.actions))
		.run();
	db.update(decision)
		.set({ ...next, version: sql`${decision.version} + 1` })
		.where(inArray(decision.id, work.decisions))
		.run();
	db.update(contribution)
		.set({ ...next, version: sql`${contribution.version} + 1` })
		.where(inArray(contribution.id, work.contributions))
		.run();
	db.update(agendaNote).set(next).where(inArray(agendaNote.id, work.notes)).run();
	moveSeats(db, pair, work.meetings);
}

/** At a meeting where both would sit, the remaining one keeps its own seat. */
function moveSeats(db: Db, { from, into }: Pair, meetingIds: readonly number[]): void {
	const own = and(
		inArray(meetingParticipant.meetingId, [...meetingIds]),
		eq(meetingParticipant.organisationId, from),
	);
	const twice = sql`EXISTS (SELECT 1 FROM meeting_participant AS other WHERE other.meeting_id = ${meetingParticipant.meetingId} AND other.organisation_id = ${into})`;
	db.delete(meetingParticipant).where(and(own, twice)).run();
	db.update(meetingParticipant).set({ organisationId: into }).where(own).run();
	db.update(meeting)
		.set({ version: sql`${meeting.version} + 1` })
		.where(inArray(meeting.id, [...meetingIds]))
		.run();
}

export function moveTemplate(
	db: Db,
	_by: Authorized<OrganisationSubject>,
	templateId: number,
	into: number,
): void {
	db.update(letterTemplate)
		.set({ organisationId: into, version: sql`${letterTemplate.version} + 1` })
		.where(eq(letterTemplate.id, templateId))
		.run();
}

/** Names by which old tables call the one that goes now mean the one that remains; so do organisations merged into it before. */
export function moveNames(
	db: Db,
	_by: Authorized<OrganisationSubject>,
	{ regionId, from, into }: Pair,
): void {
	for (const { name, shortName, until } of listFormerNames(db, [from]))
		db.insert(formerName).values({ organisationId: into, name, shortName, until }).run();
	db.update(regionOrganisation)
		.set({ mergedIntoId: into })
		.where(and(eq(regionOrganisation.regionId, regionId), eq(regionOrganisation.mergedIntoId, from)))
		.run();
}
