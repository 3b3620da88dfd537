/**
 * What happened to an item between two rounds. A move that comes from a changed goal is never progress (product rule 6),
 * and neither is one to or from n.v.t., which is no rung.
 */
import type { GoalVersionFacts, ItemFacts } from './facts.ts';
import { isLevel, LEVELS, rankOf, type Level, type LevelAnswer } from './level.ts';
import { comparePeriods, type Period } from './period.ts';
import { answerOf } from './rollup.ts';

/** `out`: a level became n.v.t. `in`: n.v.t. became a level. */
export type Move = 'up' | 'down' | 'same' | 'goal-changed' | 'out' | 'in' | 'first' | 'unanswered';

export interface Change {
	move: Move;
	from: LevelAnswer | null;
	to: LevelAnswer | null;
}

/**
 * The change of one item from `before` to `after`. Without an answer in `before`, the last known level before it is
 * compared; `first` when there is none. `before` null means there was no earlier round.
 */
export function changeOf(item: ItemFacts, before: Period | null, after: Period): Change {
	const now = answerOf(item, after);
	const then = before === null ? null : answerOf(item, before);
	const earlier = then === null ? null : then.kind === 'answered' ? then.status : then.lastKnown;
	if (now.kind === 'unanswered') return { move: 'unanswered', from: earlier?.level ?? null, to: null };
	if (!earlier) return { move: 'first', from: null, to: now.status.level };
	const [from, to] = [earlier.level, now.status.level];
	if (from === to) return { move: 'same', from, to };
	if (to === 'not-applicable') return { move: 'out', from, to };
	if (from === 'not-applicable') return { move: 'in', from, to };
	if (goalMoved(item.goals, earlier.goalVersion, now.status.goalVersion, from, to)) {
		return { move: 'goal-changed', from, to };
	}
	return { move: rankOf(to) > rankOf(from) ? 'up' : 'down', from, to };
}

/** Whether a version that came into use between two statuses changed the text of a rung that the move passes. */
function goalMoved(
	goals: readonly GoalVersionFacts[],
	before: number | null,
	after: number | null,
	from: Level,
	to: Level,
): boolean {
	if (before === null || after === null || before === after) return false;
	const [low, high] = [Math.min(rankOf(from), rankOf(to)), Math.max(rankOf(from), rankOf(to))];
	const passed = LEVELS.filter((level) => rankOf(level) >= low && rankOf(level) <= high);
	const [first, last] = [Math.min(before, after), Math.max(before, after)];
	return goals
		.filter((goal) => goal.number > first && goal.number <= last)
		.some((goal) => goal.changedLevels.some((level) => passed.includes(level)));
}

/** How often the item really climbed a rung over these rounds; moves by a changed goal or n.v.t. do not count. */
export function rungsClimbed(item: ItemFacts, periods: readonly Period[]): number {
	const ordered = [...periods].sort(comparePeriods);
	let climbed = 0;
	for (const [index, period] of ordered.entries()) {
		const change = changeOf(item, ordered[index - 1] ?? null, period);
		if (change.move !== 'up' && change.move !== 'down') continue;
		if (isLevel(change.from) && isLevel(change.to)) climbed += rankOf(change.to) - rankOf(change.from);
	}
	return climbed;
}
