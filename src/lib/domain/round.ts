/** What a reader with a given sight sees of a round and of a status in it (product rule 7: drafts stay with the REA). */
import type { Sight } from './access.ts';
import type { RoundState, StatusState } from './workflow.ts';

const VISIBLE_ROUNDS = {
	drafts: ['open', 'closed', 'adopted'],
	submitted: ['closed', 'adopted'],
	adopted: ['adopted'],
} as const satisfies Record<Sight, readonly RoundState[]>;

export function isRoundVisible(state: RoundState, sight: Sight): boolean {
	return VISIBLE_ROUNDS[sight].some((visible) => visible === state);
}

/** The states of rounds that this sight shows; for use in a query. */
export function visibleRoundStates(sight: Sight): readonly RoundState[] {
	return VISIBLE_ROUNDS[sight];
}

/**
 * Whether a status counts as an answer. Outside the REA only what the REA agreed on counts; a draft or a returned
 * status in a closed round stays unanswered there. In the open round the REA itself sees what has been submitted.
 */
export function countsAsAnswer(status: StatusState, round: RoundState): boolean {
	if (status === 'agreed') return true;
	return status === 'submitted' && round === 'open';
}
