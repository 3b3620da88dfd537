/** Which items need the attention of a meeting, and why. Nothing here is a colour of its own: it is a reason to talk. */
import { changeOf } from './change.ts';
import type { ItemFacts } from './facts.ts';
import { comparePeriods, type Period } from './period.ts';
import { answerOf } from './rollup.ts';

/** `stuck`: on oranje and not moved for two rounds. `fell`: lower than the round before, and not by a changed goal. */
export const ATTENTION_REASONS = ['unanswered', 'rood', 'fell', 'stuck'] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];

/** The first reason that holds, in the order above; null when the item needs no attention in this round. */
export function attentionOf(
	item: ItemFacts,
	rounds: readonly Period[],
	period: Period,
): AttentionReason | null {
	const answer = answerOf(item, period);
	if (answer.kind === 'unanswered') return 'unanswered';
	if (answer.status.level === 'rood') return 'rood';
	const [before, beforeThat] = earlierRounds(rounds, period);
	if (changeOf(item, before ?? null, period).move === 'down') return 'fell';
	if (answer.status.level !== 'oranje' || !before || !beforeThat) return null;
	const stood =
		changeOf(item, before, period).move === 'same' && changeOf(item, beforeThat, before).move === 'same';
	return stood ? 'stuck' : null;
}

/** Newest first. */
function earlierRounds(rounds: readonly Period[], period: Period): Period[] {
	return rounds.filter((one) => comparePeriods(one, period) < 0).sort((a, b) => comparePeriods(b, a));
}

/** What a report of points of attention alone says: any reason above, oranje, or a question to the board. */
export function isPointOfAttention(item: ItemFacts, rounds: readonly Period[], period: Period): boolean {
	if (attentionOf(item, rounds, period) !== null) return true;
	const answer = answerOf(item, period);
	if (answer.kind === 'unanswered') return true;
	return answer.status.level === 'oranje' || (answer.status.escalation ?? '').trim() !== '';
}
