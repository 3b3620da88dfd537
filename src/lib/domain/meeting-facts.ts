/** What happened at a meeting, in names instead of ids: the shape that other features read and that an adoption can freeze. */
import type { Day } from './day.ts';
import type { OrganisationFacts } from './facts.ts';
import type { Level } from './level.ts';
import type { DecisionState, Forum, MeetingItemKind, MeetingState, Stance, Standing } from './meeting.ts';
import type { Period } from './period.ts';

export interface DecisionFacts {
	/** `thuiszitters-2`; null when it is about the whole. */
	item: string | null;
	text: string;
	/** Who does it; null when nobody was named. */
	organisation: OrganisationFacts | null;
	dueOn: Day | null;
	state: DecisionState;
	/** How it ended, or how far it is; empty when nothing was said yet. */
	followUp: string;
}

export interface AccordFacts {
	/** Null for the whole. */
	item: string | null;
	organisation: OrganisationFacts;
	stance: Stance;
	/** Empty at `agreed`, unless something was said. */
	text: string;
}

/** A level that the meeting set itself, beside the one that the officials gave. */
export interface BoardLevelFacts {
	period: Period;
	item: string;
	/** Null when the officials gave none. */
	official: Level | null;
	level: Level;
	reason: string;
}

export interface MeetingFacts {
	slug: string;
	forum: Forum;
	heldOn: Day;
	/** `14:30`; null when no time is known. */
	startsAt: string | null;
	place: string;
	state: MeetingState;
	/** The rounds it looks at, oldest first. */
	periods: Period[];
	/** In the order of the table: voting first, then by name. */
	participants: { organisation: OrganisationFacts; standing: Standing; present: boolean }[];
	/** What was on the table, in order. */
	agenda: { item: string | null; subject: string; kind: MeetingItemKind; note: string }[];
	decisions: DecisionFacts[];
	accords: AccordFacts[];
	levels: BoardLevelFacts[];
}
