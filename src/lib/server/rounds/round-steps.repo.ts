/** SQL for what hangs on a round when a formal step is asked for: what was put in it, and who talked about it. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../db/open.ts';
import {
	accord,
	boardLevel,
	contribution,
	decision,
	meeting,
	meetingRound,
	source,
	status,
} from '../db/schema.ts';

const PUT_IN_ROUND = [status, contribution, source] as const;

/** Whether somebody saved a status, wrote a contribution or added a source. */
export function isFilledIn(db: Db, roundId: number): boolean {
	return PUT_IN_ROUND.some(
		(table) =>
			db.select({ id: table.roundId }).from(table).where(eq(table.roundId, roundId)).limit(1).get() !==
			undefined,
	);
}

const SAID_IN_MEETING = [decision, accord, boardLevel] as const;

/** The meetings that look at the round and have begun, or where something was said or decided already; oldest first. */
export function listMeetingsAbout(db: Db, roundId: number) {
	const rows = db
		.select({ id: meeting.id, forum: meeting.forum, heldOn: meeting.heldOn, state: meeting.state })
		.from(meetingRound)
		.innerJoin(meeting, eq(meeting.id, meetingRound.meetingId))
		.where(and(eq(meetingRound.roundId, roundId), isNull(meeting.cancelledAt)))
		.orderBy(asc(meeting.heldOn), asc(meeting.id))
		.all();
	return rows.filter(
		(row) =>
			row.state !== 'planned' ||
			SAID_IN_MEETING.some(
				(table) =>
					db.select({ id: table.id }).from(table).where(eq(table.meetingId, row.id)).limit(1).get() !==
					undefined,
			),
	);
}
