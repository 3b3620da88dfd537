/** What one person says of one item in one round. */
import type { Expectation } from './expectation.ts';
import type { Level } from './level.ts';

export interface StatusEntry {
	/** Null while nobody chose one, and always when it is not applicable. */
	level: Level | null;
	/** "N.v.t.": an answer instead of a level; the narrative says why. */
	notApplicable: boolean;
	narrative: string;
	cause: string;
	consequence: string;
	correction: string;
	/** What went well, for others to copy. */
	success: string;
	/** What was learned. */
	lesson: string;
	/** Whether the top rung is expected before the end of the agenda; null when not said. */
	expectation: Expectation | null;
	/** Why; asked at doubt and no. */
	expectationReason: string;
	/** The question that goes to the board; empty when there is none. */
	escalation: string;
	/** Why a text stays although the privacy guard found something in it. */
	privacyReason: string;
}

export const NO_ENTRY: StatusEntry = {
	level: null,
	notApplicable: false,
	narrative: '',
	cause: '',
	consequence: '',
	correction: '',
	success: '',
	lesson: '',
	expectation: null,
	expectationReason: '',
	escalation: '',
	privacyReason: '',
};

/** Just the entry, out of something that holds more. */
export function entryOf(source: StatusEntry): StatusEntry {
	const { level, notApplicable, narrative, cause, consequence, correction } = source;
	const { success, lesson, expectation, expectationReason, escalation, privacyReason } = source;
	return {
		level,
		notApplicable,
		narrative,
		cause,
		consequence,
		correction,
		success,
		lesson,
		expectation,
		expectationReason,
		escalation,
		privacyReason,
	};
}

/**
 * What "geen wijziging" says again: level, texts and expectation. Success, lesson and question were of their own time,
 * so they are not repeated.
 */
export function repeatedEntry(previous: StatusEntry): StatusEntry {
	return { ...entryOf(previous), success: '', lesson: '', escalation: '' };
}
