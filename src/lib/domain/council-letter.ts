/** The letter of a college to its gemeenteraad: its states. */

/** In order; `amended` is a letter that the council changed. */
export const LETTER_STATES = ['draft', 'to-college', 'to-council', 'amended'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What the council is asked: to take note, or to decide. */
export const LETTER_TREATMENTS = ['information', 'decision'] as const;
export type LetterTreatment = (typeof LETTER_TREATMENTS)[number];

export const LETTERHEAD_FORMATS = ['docx', 'odt'] as const;
export type LetterheadFormat = (typeof LETTERHEAD_FORMATS)[number];

export const LETTER_RUN_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type LetterRunState = (typeof LETTER_RUN_STATES)[number];

/** In the words of the agenda files: only these have a gemeenteraad. */
export const COUNCIL_KIND = 'gemeente';
