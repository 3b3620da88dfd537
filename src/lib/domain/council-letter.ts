/** The letter of a college to its gemeenteraad: its states, the moves between them, who sees it and when it is late. */
import type { Sight } from './access.ts';
import type { Day } from './day.ts';

/** In order; `amended` is a letter that the council changed. */
export const LETTER_STATES = ['draft', 'to-college', 'to-council', 'amended'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What the council is asked: to take note, or to decide. */
export const LETTER_TREATMENTS = ['information', 'decision'] as const;
export type LetterTreatment = (typeof LETTER_TREATMENTS)[number];

export const LETTERHEAD_FORMATS = ['docx', 'odt'] as const;
export type LetterheadFormat = (typeof LETTERHEAD_FORMATS)[number];

/** What a letter can be downloaded as. */
export const LETTER_FORMATS = ['pdf', 'docx', 'odt'] as const;
export type LetterFormat = (typeof LETTER_FORMATS)[number];

export const LETTER_RUN_STATES = ['waiting', 'running', 'done', 'failed'] as const;
export type LetterRunState = (typeof LETTER_RUN_STATES)[number];

/** How much a letter says of a thema: left out, short, as usual, stressed. */
export const WEIGHTS = [0, 1, 2, 3] as const;
export type Weight = (typeof WEIGHTS)[number];
const USUAL: Weight = 2;

/** That of a thema for which nothing was chosen is the usual one. */
export function weightOf(weights: Readonly<Record<string, number>>, theme: string): Weight {
	const chosen = weights[theme] ?? USUAL;
	return WEIGHTS.find((one) => one === chosen) ?? USUAL;
}

/** In the words of the agenda files: only these have a gemeenteraad. */
export const COUNCIL_KIND = 'gemeente';

/** Where a letter goes next, and where it goes back to. */
const MOVES = {
	draft: { next: 'to-college', back: null },
	'to-college': { next: 'to-council', back: 'draft' },
	'to-council': { next: 'amended', back: 'to-college' },
	amended: { next: null, back: 'to-council' },
} as const satisfies Record<LetterState, { next: LetterState | null; back: LetterState | null }>;

export function movesOf(state: LetterState): { next: LetterState | null; back: LetterState | null } {
	return MOVES[state];
}

/** From the college on, the text stays as it was sent. */
export function isLocked(state: LetterState): boolean {
	return state !== 'draft';
}

/** A note says why a letter goes back, and what the council changed. */
export function needsNote(from: LetterState, to: LetterState): boolean {
	return to === 'amended' || MOVES[from].back === to;
}

export type StepVerdict = 'allowed' | 'no-such-move' | 'needs-note' | 'too-early' | 'in-future';

/** `last` is the day of the step before, or of the adoption when there was none. */
export function judgeStep(
	step: { from: LetterState; to: LetterState; on: Day; note: string },
	{ last, today }: { last: Day; today: Day },
): StepVerdict {
	const { next, back } = MOVES[step.from];
	if (step.to !== next && step.to !== back) return 'no-such-move';
	if (needsNote(step.from, step.to) && step.note === '') return 'needs-note';
	if (step.on < last) return 'too-early';
	return step.on > today ? 'in-future' : 'allowed';
}

/** Its day is over, and it is not with the council yet. */
export function isLate(state: LetterState, dueOn: Day | null, today: Day): boolean {
	return dueOn !== null && dueOn < today && !isWithCouncil(state);
}

export function isWithCouncil(state: LetterState): boolean {
	return state === 'to-council' || state === 'amended';
}

/** The REA reads every letter; board and griffie read one that is with the council. */
export function isLetterVisible(state: LetterState, sight: Sight): boolean {
	return sight === 'drafts' || isWithCouncil(state);
}
