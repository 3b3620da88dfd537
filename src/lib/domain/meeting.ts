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
