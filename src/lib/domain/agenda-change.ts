/** When an agenda may be changed, and which of its settings are fixed by what was done with it. */
import type { Level } from './level.ts';
import type { AgendaState } from './workflow.ts';

export type ChangeVerdict = 'allowed' | 'needs-reason' | 'closed';

const NEEDS = {
	concept: 'allowed',
	adopted: 'needs-reason',
	closed: 'closed',
} as const satisfies Record<AgendaState, ChangeVerdict>;

/** A vastgestelde agenda changes only with a reason; an afgesloten one does not change any more. */
export function judgeChange(state: AgendaState, reason: string): ChangeVerdict {
	const verdict = NEEDS[state];
	return verdict === 'needs-reason' && reason.trim() !== '' ? 'allowed' : verdict;
}

export function needsReasonToChange(state: AgendaState): boolean {
	return NEEDS[state] === 'needs-reason';
}

/** A doorlopend item has no donkergroen, so one that has a goal or a status there stays a resultaat. */
export function mayBecomeOngoing(topGoal: string | null, statusLevels: readonly (Level | null)[]): boolean {
	return !topGoal?.trim() && !statusLevels.includes('donkergroen');
}
