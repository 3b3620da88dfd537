/** Acties under an item: what is still open, and what is late. */
import type { Day } from './day.ts';
import type { ActionState } from './workflow.ts';

const STILL_OPEN = { planned: true, running: true, done: false, dropped: false } as const satisfies Record<
	ActionState,
	boolean
>;

export function isOpenAction(state: ActionState): boolean {
	return STILL_OPEN[state];
}

/** Open while its day was before today. An action without a day is never late. */
export function isLate(action: { state: ActionState; dueOn: Day | null }, today: Day): boolean {
	return isOpenAction(action.state) && action.dueOn !== null && action.dueOn < today;
}

/** Late ones first, then by day, those without a day after them, and what is done or dropped last. */
export function compareActions(
	a: { state: ActionState; dueOn: Day | null },
	b: { state: ActionState; dueOn: Day | null },
): number {
	const rank = (one: typeof a) =>
		!isOpenAction(one.state) ? '2' : one.dueOn === null ? '1' : `0${one.dueOn}`;
	return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0;
}
