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

/** What is compared with: a round, and the meeting that looked at it; no meeting when it is just the round before. */
export interface Comparison<Meeting> {
	before: Period | null;
	meeting: Meeting | null;
}

export interface LookedAt {
	/** The rounds that a meeting looked at. */
	periods: readonly Period[];
}

export function compareWith<Meeting extends LookedAt>(
	rounds: readonly Period[],
	previous: Meeting | null,
	now: Period,
): Comparison<Meeting> {
	const before = comparedRound(rounds, previous?.periods ?? [], now);
	return { before, meeting: previous && before && previous.periods.includes(before) ? previous : null };
}

/**
 * The meeting before the newest one that looked at this round; while none did, the newest that looked at earlier rounds
 * only. `meetings` are those of one forum, oldest first. Null when there is no such meeting.
 */
export function meetingBefore<Meeting extends LookedAt>(
	meetings: readonly Meeting[],
	now: Period,
): Meeting | null {
	const newest = meetings.findLastIndex(({ periods }) => periods.includes(now));
	if (newest !== -1) return meetings[newest - 1] ?? null;
	const isEarlier = (period: Period) => comparePeriods(period, now) < 0;
	return meetings.findLast(({ periods }) => periods.length > 0 && periods.every(isEarlier)) ?? null;
}

function roundBefore(rounds: readonly Period[], period: Period): Period | null {
	return newestOf(rounds.filter((one) => comparePeriods(one, period) < 0));
}

export function newestOf(periods: readonly Period[]): Period | null {
	return [...periods].sort(comparePeriods).at(-1) ?? null;
}
