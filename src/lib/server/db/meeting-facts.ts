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

type Ids = readonly number[];

/** With its number, for who writes down which meetings an adoption holds. */
export type KnownMeeting = MeetingFacts & { id: number };

/** The meetings of this forum that looked at the round and were not called off, oldest first; in a fixed number of queries. */
export function findMeetingFacts(db: Db, roundId: number, forum: Forum): KnownMeeting[] {
	const rows = db
		.select({ meeting })
		.from(meetingRound)
		.innerJoin(meeting, eq(meeting.id, meetingRound.meetingId))
		.where(and(eq(meetingRound.roundId, roundId), eq(meeting.forum, forum), isNull(meeting.cancelledAt)))
		.orderBy(asc(meeting.heldOn), asc(meeting.id))
		.all()
		.map((row) => row.meeting);
	const ids = rows.map((row) => row.id);
	const periods = periodsOf(db, ids);
	const participants = participantsOf(db, ids);
	const agenda = agendaOf(db, ids);
	const decisions = decisionsOf(db, ids);
	const accords = accordsOf(db, ids);
	const levels = levelsOf(db, ids);
	const own = <T>(all: readonly Of<T>[], id: number) =>
		all.filter((one) => one.meetingId === id).map((one) => one.facts);
	return rows.map(({ id, slug, heldOn, startsAt, place, state }) => ({
		id,
		slug,
		forum,
		heldOn,
		startsAt,
		place,
		state,
		periods: own(periods, id),
		participants: own(participants, id),
		agenda: own(agenda, id),
		decisions: own(decisions, id),
		accords: own(accords, id),
		levels: own(levels, id),
	}));
}

/** Something of a meeting, before it is dealt out. */
interface Of<T> {
	meetingId: number;
	facts: T;
}

const WHO = { name: organisation.name, shortName: organisation.shortName };
const WHAT = { themeCode: theme.code, number: item.number };

const refOf = ({ themeCode, number }: { themeCode: string | null; number: number | null }) =>
	themeCode === null || number === null ? null : itemRef(themeCode, number);

function periodsOf(db: Db, ids: Ids): Of<MeetingFacts['periods'][number]>[] {
	return db
		.select({ meetingId: meetingRound.meetingId, facts: statusRound.period })
		.from(meetingRound)
		.innerJoin(statusRound, eq(statusRound.id, meetingRound.roundId))
		.where(inArray(meetingRound.meetingId, [...ids]))
		.all()
		.sort((a, b) => comparePeriods(a.facts, b.facts));
}

const STANDING_ORDER = { voting: 0, partner: 1, incidental: 2 } as const;

function participantsOf(db: Db, ids: Ids): Of<MeetingFacts['participants'][number]>[] {
	return db
		.select({
			...WHO,
			meetingId: meetingParticipant.meetingId,
			standing: meetingParticipant.standing,
			present: meetingParticipant.present,
		})
		.from(meetingParticipant)
		.innerJoin(organisation, eq(organisation.id, meetingParticipant.organisationId))
		.where(inArray(meetingParticipant.meetingId, [...ids]))
		.orderBy(asc(organisation.name))
		.all()
		.map(({ meetingId, name, shortName, ...rest }) => ({
			meetingId,
			facts: { organisation: { name, shortName }, ...rest },
		}))
		.sort((a, b) => STANDING_ORDER[a.facts.standing] - STANDING_ORDER[b.facts.standing]);
}

function agendaOf(db: Db, ids: Ids): Of<MeetingFacts['agenda'][number]>[] {
	return db
		.select({ ...WHAT, entry: meetingItem })
		.from(meetingItem)
		.leftJoin(item, eq(item.id, meetingItem.itemId))
		.leftJoin(theme, eq(theme.id, item.themeId))
		.where(inArray(meetingItem.meetingId, [...ids]))
		.orderBy(asc(meetingItem.position), asc(meetingItem.id))
		.all()
		.map(({ entry: { meetingId, subject, kind, note }, ...what }) => ({
			meetingId,
			facts: { item: refOf(what), subject, kind, note },
		}));
}

function decisionsOf(db: Db, ids: Ids): Of<MeetingFacts['decisions'][number]>[] {
	return db
		.select({ ...WHAT, ...WHO, decision })
		.from(decision)
		.leftJoin(item, eq(item.id, decision.itemId))
		.leftJoin(theme, eq(theme.id, item.themeId))
		.leftJoin(organisation, eq(organisation.id, decision.organisationId))
		.where(inArray(decision.meetingId, [...ids]))
		.orderBy(asc(decision.id))
		.all()
		.map(({ decision: { meetingId, text, dueOn, state, followUp }, name, shortName, ...what }) => ({
			meetingId,
			facts: {
				item: refOf(what),
				text,
				dueOn,
				state,
				followUp,
				organisation: name === null || shortName === null ? null : { name, shortName },
			},
		}));
}

function accordsOf(db: Db, ids: Ids): Of<MeetingFacts['accords'][number]>[] {
	return db
		.select({ ...WHAT, ...WHO, meetingId: accord.meetingId, stance: accord.stance, text: accord.text })
		.from(accord)
		.innerJoin(organisation, eq(organisation.id, accord.organisationId))
		.leftJoin(item, eq(item.id, accord.itemId))
		.leftJoin(theme, eq(theme.id, item.themeId))
		.where(inArray(accord.meetingId, [...ids]))
		.orderBy(asc(organisation.name), asc(accord.id))
		.all()
		.map(({ meetingId, name, shortName, stance, text, ...what }) => ({
			meetingId,
			facts: { item: refOf(what), organisation: { name, shortName }, stance, text },
		}));
}

/** Of the meeting that set it last: there is one level of the board per item and round. */
function levelsOf(db: Db, ids: Ids): Of<MeetingFacts['levels'][number]>[] {
	return db
		.select({
			...WHAT,
			meetingId: boardLevel.meetingId,
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
		.where(and(inArray(boardLevel.meetingId, [...ids]), isNull(boardLevel.withdrawnAt)))
		.orderBy(asc(theme.position), asc(item.number))
		.all()
		.map(({ meetingId, themeCode, number, ...rest }) => ({
			meetingId,
			facts: { item: itemRef(themeCode, number), ...rest },
		}));
}
