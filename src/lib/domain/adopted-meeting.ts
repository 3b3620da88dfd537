/** What an adoption freezes of the meeting where it happened: who was there, who agreed, what was decided, which levels it set. */
import type { Day } from './day.ts';
import type { MeetingFacts } from './meeting-facts.ts';
import type { Period } from './period.ts';

export interface AdoptedMeeting extends Pick<
	MeetingFacts,
	'slug' | 'heldOn' | 'participants' | 'decisions' | 'accords'
> {
	/** The level that the officials gave is in the statuses; this is the one that the meeting set beside it. */
	levels: Pick<MeetingFacts['levels'][number], 'item' | 'level' | 'reason'>[];
}

/** A meeting as documents tell it: frozen in the adoption, or added to that adoption later by a correctie. */
export interface DocumentMeeting extends AdoptedMeeting {
	/** Null when the adoption itself froze it. */
	addedBy: { reason: string; author: string; on: Day } | null;
}

/** Without what was only on the table, and without levels of other rounds. */
export function adoptedMeeting(meeting: MeetingFacts, period: Period): AdoptedMeeting {
	const { slug, heldOn, participants, decisions, accords, levels } = meeting;
	const own = levels.filter((one) => one.period === period);
	return {
		slug,
		heldOn,
		participants,
		decisions,
		accords,
		levels: own.map(({ item, level, reason }) => ({ item, level, reason })),
	};
}
