/** What a meeting looks at first: what moved, what stands still, and how it compares with the previous meeting. */
import { changeOf, type Change } from './change.ts';
import type { ItemFacts } from './facts.ts';
import { isLevel, needsReason } from './level.ts';
import { comparePeriods, type Period } from './period.ts';
import { answerOf } from './rollup.ts';

/** `no-new-text`: geen wijziging, or the same text as the round before. `same-low`: two rounds the same at rood or oranje. */
export const STILL_REASONS = ['unanswered', 'same-low', 'no-new-text'] as const;
export type StillReason = (typeof STILL_REASONS)[number];

/** Why an item counts as still in this round: the first reason that holds; null when it does not. */
export function stillnessOf(item: ItemFacts, rounds: readonly Period[], period: Period): StillReason | null {
	const answer = answerOf(item, period);
	if (answer.kind === 'unanswered') return 'unanswered';
	const before = roundBefore(rounds, period);
	if (before === null) return null;
	const isSame = changeOf(item, before, period).move === 'same';
	const { level } = answer.status;
	if (isSame && isLevel(level) && needsReason(level)) return 'same-low';
	const earlier = answerOf(item, before);
	const hasSameText =
		earlier.kind === 'answered' && earlier.status.narrative.trim() === answer.status.narrative.trim();
	return isSame && (answer.status.unchanged || hasSameText) ? 'no-new-text' : null;
}

export interface ItemLook {
	item: ItemFacts;
	/** Since the previous meeting. */
	change: Change;
	/** Never set together with a move: what moved since the previous meeting is not still. */
	still: StillReason | null;
}

const MOVED: readonly Change['move'][] = ['up', 'down', 'goal-changed', 'out', 'in'];

export function hasMoved({ change }: Pick<ItemLook, 'change'>): boolean {
	return MOVED.includes(change.move);
}

/** `before` is the round of the previous meeting; null when there was none. */
export function lookAt(
	item: ItemFacts,
	rounds: readonly Period[],
	{ before, now }: { before: Period | null; now: Period },
): ItemLook {
	const change = changeOf(item, before, now);
	return { item, change, still: hasMoved({ change }) ? null : stillnessOf(item, rounds, now) };
}

/**
 * The round that a meeting compares with: the newest one that the previous meeting of the same forum looked at, when it
 * lies before `now`; else the round just before `now`. Null when there is no earlier round.
 */
export function comparedRound(
	rounds: readonly Period[],
	previousMeeting: readonly Period[],
	now: Period,
): Period | null {
	const looked = previousMeeting.filter(
		(period) => rounds.includes(period) && comparePeriods(period, now) < 0,
	);
	return newestOf(looked) ?? roundBefore(rounds, now);
}

function roundBefore(rounds: readonly Period[], period: Period): Period | null {
	return newestOf(rounds.filter((one) => comparePeriods(one, period) < 0));
}

export function newestOf(periods: readonly Period[]): Period | null {
	return [...periods].sort(comparePeriods).at(-1) ?? null;
}
