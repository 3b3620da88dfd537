/** The words of a meeting: which forum, how something is on the table, how an organisation takes part and what it says. */

/** REA (ambtelijk) and OOGO (bestuurlijk). */
export const FORUMS = ['official', 'board'] as const;
export type Forum = (typeof FORUMS)[number];

export const MEETING_STATES = ['planned', 'running', 'done'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** Bespreekstuk and hamerstuk. */
export const MEETING_ITEM_KINDS = ['discuss', 'formality'] as const;
export type MeetingItemKind = (typeof MEETING_ITEM_KINDS)[number];

/** Stemhebbend, gesprekspartner, incidenteel. */
export const STANDINGS = ['voting', 'partner', 'incidental'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Akkoord, voorbehoud, geen overeenstemming. */
export const STANCES = ['agreed', 'reservation', 'none'] as const;
export type Stance = (typeof STANCES)[number];

/** Open, klaar, vervallen. */
export const DECISION_STATES = ['open', 'done', 'dropped'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** `take-back`: it was begun by mistake and is planned again. */
export const MEETING_EVENTS = ['start', 'take-back', 'close', 'reopen'] as const;
export type MeetingEvent = (typeof MEETING_EVENTS)[number];

/** A meeting may also be closed when nobody pressed start; a closed one can be opened again for a mistake. */
const MEETING_MOVES = {
	planned: { start: 'running', close: 'done' },
	running: { close: 'done', 'take-back': 'planned' },
	done: { reopen: 'running' },
} as const satisfies Record<MeetingState, Partial<Record<MeetingEvent, MeetingState>>>;

/** The state after the event, or null when the move does not exist. */
export function moveMeeting(state: MeetingState, event: MeetingEvent): MeetingState | null {
	const moves: Partial<Record<MeetingEvent, MeetingState>> = MEETING_MOVES[state];
	return moves[event] ?? null;
}

/** Which parties decide: by law the gemeenten and the samenwerkingsverbanden. */
const DECIDING_KINDS: readonly string[] = ['gemeente', 'swv', 'samenwerkingsverband'];
/** Who sits in the officials' meeting beside them. */
const TALKING_KINDS: readonly string[] = ['leerplicht', 'rbl', 'ggd'];

/**
 * How an organisation takes part when nobody has said so for this meeting: as its region words it, else by what it is.
 * Null: it usually does not.
 */
export function usualStanding(kind: string, words: string | null): Standing | null {
	const said = words?.toLowerCase() ?? '';
	if (said.includes('stem')) return 'voting';
	if (said.includes('gesprek')) return 'partner';
	if (said.includes('incident')) return 'incidental';
	if (DECIDING_KINDS.includes(kind.toLowerCase())) return 'voting';
	return TALKING_KINDS.includes(kind.toLowerCase()) ? 'partner' : null;
}

/** A voorbehoud or geen overeenstemming without a reason helps nobody. */
export function needsText(stance: Stance): boolean {
	return stance !== 'agreed';
}

/** What is still to be done comes back at the next meeting of the forum. */
export function comesBack(state: DecisionState): boolean {
	return state === 'open';
}
