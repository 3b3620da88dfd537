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

/** A meeting that came later, with who added it and why. */
export interface AddedMeeting {
	meeting: AdoptedMeeting;
	reason: string;
	author: string;
	on: Day;
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

/** What every document and page reads of the meetings of an adoption, in the order in which they were held. */
export function meetingsInDocuments(
	frozen: readonly AdoptedMeeting[],
	added: readonly AddedMeeting[],
): DocumentMeeting[] {
	const all = [
		...frozen.map((meeting): DocumentMeeting => ({ ...meeting, addedBy: null })),
		...added.map(({ meeting, reason, author, on }): DocumentMeeting => ({
			...meeting,
			addedBy: { reason, author, on },
		})),
	];
	return all.sort((a, b) => (a.heldOn < b.heldOn ? -1 : a.heldOn > b.heldOn ? 1 : 0));
}
