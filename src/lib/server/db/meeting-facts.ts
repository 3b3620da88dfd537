/** Reads what happened at the meetings that looked at a round, for every feature that needs it, such as the adoption. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { itemRef } from '#lib/domain/item-ref.ts';
import type { Forum } from '#lib/domain/meeting.ts';
import type { MeetingFacts } from '#lib/domain/meeting-facts.ts';
import { comparePeriods } from '#lib/domain/period.ts';
import type { Db } from './open.ts';
import {
	accord,
	boardLevel,
	decision,
	item,
	meeting,
	meetingItem,
	meetingParticipant,
	meetingRound,
	organisation,
	status,
	statusRound,
	theme,
} from './schema.ts';

/** The meetings of this forum that looked at the round and were not called off, oldest first. */
export function findMeetingFacts(db: Db, roundId: number, forum: Forum): MeetingFacts[] {
	return db
		.select({ id: meeting.id })
		.from(meetingRound)
		.innerJoin(meeting, eq(meeting.id, meetingRound.meetingId))
		.where(and(eq(meetingRound.roundId, roundId), eq(meeting.forum, forum), isNull(meeting.cancelledAt)))
		.orderBy(asc(meeting.heldOn), asc(meeting.id))
		.all()
		.flatMap(({ id }) => readMeeting(db, id) ?? []);
}

/** Null when there is no such meeting. */
export function readMeeting(db: Db, id: number): MeetingFacts | null {
	const row = db.select().from(meeting).where(eq(meeting.id, id)).get();
	if (!row) return null;
	const { slug, forum, heldOn, startsAt, place, state } = row;
	const rounds = db
		.select({ id: statusRound.id, period: statusRound.period })
		.from(meetingRound)
		.innerJoin(statusRound, eq(statusRound.id, meetingRound.roundId))
		.where(eq(meetingRound.meetingId, id))
		.all();
	return {
		slug,
		forum,
		heldOn,
		startsAt,
		place,
		state,
		periods: rounds.map((round) => round.period).sort(comparePeriods),
		participants: participantsOf(db, id),
		agenda: agendaOf(db, id),
		decisions: decisionsOf(db, id),
		accords: accordsOf(db, id),
		levels: levelsOf(
			db,
			rounds.map((round) => round.id),
		),
	};
}

const WHO = { name: organisation.name, shortName: organisation.shortName };
const WHAT = { themeCode: theme.code, number: item.number };

const refOf = ({ themeCode, number }: { themeCode: string | null; number: number | null }) =>
	themeCode === null || number === null ? null : itemRef(themeCode, number);

const STANDING_ORDER = { voting: 0, partner: 1, incidental: 2 } as const;

function participantsOf(db: Db, meetingId: number): MeetingFacts['participants'] {
	return db
		.select({ ...WHO, standing: meetingParticipant.standing, present: meetingParticipant.present })
		.from(meetingParticipant)
		.innerJoin(organisation, eq(organisation.id, meetingParticipant.organisationId))
		.where(eq(meetingParticipant.meetingId, meetingId))
		.orderBy(asc(organisation.name))
		.all()
		.map(({ name, shortName, ...rest }) => ({ organisation: { name, shortName }, ...rest }))
		.sort((a, b) => STANDING_ORDER[a.standing] - STANDING_ORDER[b.standing]);
}

function agendaOf(db: Db, meetingId: number): MeetingFacts['agenda'] {
	return db
		.select({ ...WHAT, subject: meetingItem.subject, kind: meetingItem.kind, note: meetingItem.note })
		.from(meetingItem)
		.leftJoin(item, eq(item.id, meetingItem.itemId))
		.leftJoin(theme, eq(theme.id, item.themeId))
		.where(eq(meetingItem.meetingId, meetingId))
		.orderBy(asc(meetingItem.position), asc(meetingItem.id))
		.all()
		.map(({ subject, kind, note, ...what }) => ({ item: refOf(what), subject, kind, note }));
}

function decisionsOf(db: Db, meetingId: number): MeetingFacts['decisions'] {
	return db
		.select({ ...WHAT, ...WHO, decision })
		.from(decision)
		.leftJoin(item, eq(item.id, decision.itemId))
		.leftJoin(theme, eq(theme.id, item.themeId))
		.leftJoin(organisation, eq(organisation.id, decision.organisationId))
		.where(eq(decision.meetingId, meetingId))
		.orderBy(asc(decision.id))
		.all()
		.map(({ decision: { text, dueOn, state, HOUSE_RULES }, name, shortName, ...what }) => ({
			item: refOf(what),
			text,
			dueOn,
			state,
			HOUSE_RULES,
			organisation: name === null || shortName === null ? null : { name, shortName },
		}));
}

function accordsOf(db: Db, meetingId: number): MeetingFacts['accords'] {
	return db
		.select({ ...WHAT, ...WHO, stance: accord.stance, text: accord.text })
		.from(accord)
		.innerJoin(organisation, eq(organisation.id, accord.organisationId))
		.leftJoin(item, eq(item.id, accord.itemId))
		.leftJoin(theme, eq(theme.id, item.themeId))
		.where(eq(accord.meetingId, meetingId))
		.orderBy(asc(organisation.name), asc(accord.id))
		.all()
		.map(({ name, shortName, stance, text, ...what }) => ({
			item: refOf(what),
			organisation: { name, shortName },
			stance,
			text,
		}));
}

/** Also when another meeting set it: there is one level of the board per item and round. */
function levelsOf(db: Db, roundIds: readonly number[]): MeetingFacts['levels'] {
	if (roundIds.length === 0) return [];
	return db
		.select({
			...WHAT,
			period: statusRound.period,
			level: boardLevel.level,
			reason: boardLevel.reason,
			official: status.level,
		})
		.from(boardLevel)
		.innerJoin(item, eq(item.id, boardLevel.itemId))
		.innerJoin(theme, eq(theme.id, item.themeId))
		.innerJoin(statusRound, eq(statusRound.id, boardLevel.roundId))
		.leftJoin(status, and(eq(status.itemId, boardLevel.itemId), eq(status.roundId, boardLevel.roundId)))
		.where(and(inArray(boardLevel.roundId, [...roundIds]), isNull(boardLevel.withdrawnAt)))
		.orderBy(asc(theme.position), asc(item.number))
		.all()
		.map(({ themeCode, number, ...rest }) => ({ item: itemRef(themeCode, number), ...rest }));
}
