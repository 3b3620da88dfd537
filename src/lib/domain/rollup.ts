/** Rolling up levels: counts, never a mean (product rule 2), and an unanswered item stays unanswered (rule 3). */
import { isCountedIn } from './archive.ts';
import type { ItemFacts, StatusFacts, ThemeFacts } from './facts.ts';
import type { Level, LevelAnswer } from './level.ts';
import { comparePeriods, type Period } from './period.ts';

export type Answer =
	{ kind: 'answered'; status: StatusFacts } | { kind: 'unanswered'; lastKnown: StatusFacts | null };

/** `unanswered` counts items without an answer in the round; n.v.t. is an answer, and no level. */
export type Counts = Record<LevelAnswer | 'unanswered', number>;

/** Worst first: the order in which strips and counts are shown. What is no level comes last. */
export const WORST_FIRST = [
	'rood',
	'oranje',
	'groen',
	'donkergroen',
	'not-applicable',
	'unanswered',
] as const;

export type LevelStatus = StatusFacts & { level: Level };

/** Not n.v.t. */
export function hasLevel(status: StatusFacts): status is LevelStatus {
	return status.level !== 'not-applicable';
}

/** The newest status in or before the round that says a level; null when no level is known yet. */
export function lastLevelOf(item: ItemFacts, period: Period): LevelStatus | null {
	return item.statuses.filter(hasLevel).findLast((one) => comparePeriods(one.period, period) <= 0) ?? null;
}

/** The item's answer in one round; when there is none, the last level that was known before it. */
export function answerOf(item: ItemFacts, period: Period): Answer {
	const status = item.statuses.find((one) => one.period === period);
	if (status) return { kind: 'answered', status };
	const earlier = item.statuses.filter((one) => comparePeriods(one.period, period) < 0);
	return { kind: 'unanswered', lastKnown: earlier.at(-1) ?? null };
}

export function noCounts(): Counts {
	return { rood: 0, oranje: 0, groen: 0, donkergroen: 0, 'not-applicable': 0, unanswered: 0 };
}

/** The order for these counts; n.v.t. only where it occurs, since most agendas never have it. */
export function standingsIn(counts: readonly Counts[]): (keyof Counts)[] {
	return WORST_FIRST.filter(
		(standing) => standing !== 'not-applicable' || counts.some((one) => one[standing] > 0),
	);
}

/** How many items stand at each level in a round, at n.v.t., or have no answer. Adds up to the number of items that count in it. */
export function countLevels(items: readonly ItemFacts[], period: Period): Counts {
	const counts = noCounts();
	for (const item of items) {
		if (!isCountedIn(item, period)) continue;
		const answer = answerOf(item, period);
		counts[answer.kind === 'answered' ? answer.status.level : 'unanswered'] += 1;
	}
	return counts;
}

export function itemsOf(themes: readonly ThemeFacts[]): ItemFacts[] {
	return themes.flatMap((theme) => theme.items);
}

/** The level that is shown for an answer; an item without one is never shown at its last known level. */
export function levelOf(answer: Answer): LevelAnswer | 'unanswered' {
	return answer.kind === 'answered' ? answer.status.level : 'unanswered';
}
