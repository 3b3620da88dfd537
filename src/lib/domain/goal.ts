/** The SMART texts of an item's ladder. One version holds the texts of all its rungs, so a past status keeps them together. */
import { LEVELS, levelsFor, nextLevel, type ItemKind, type Level } from './level.ts';

/** Null is a rung whose text has not been written yet. */
export type GoalTexts = Record<Level, string | null>;

export const NO_GOALS: GoalTexts = { rood: null, oranje: null, groen: null, donkergroen: null };

/** True when every rung that this kind of item has, has a text. */
export function isComplete(texts: GoalTexts, kind: ItemKind): boolean {
	return levelsFor(kind).every((level) => Boolean(texts[level]?.trim()));
}

/** The rungs whose text differs between two versions. */
export function changedLevels(before: GoalTexts, after: GoalTexts): Level[] {
	return LEVELS.filter((level) => (before[level] ?? '') !== (after[level] ?? ''));
}

export interface NextRung {
	level: Level;
	/** Null when that rung has no text yet. */
	text: string | null;
}

/**
 * What is still needed: the rung above `level`. Null at the top, and for an item of which no level is known: rood is
 * where a ladder begins, nothing to reach, and how far above it an item stands somebody has to say first.
 */
export function neededFor(texts: GoalTexts, level: Level | null, kind: ItemKind): NextRung | null {
	const next = level && nextLevel(level, kind);
	return next && { level: next, text: texts[next] };
}

/**
 * The versions that people outside the REA see: up to the newest one that a status they see was judged by, or that was
 * discussed or adopted. What was only drafted after that stays with the REA (product rule 7).
 */
export function settledGoals<Version extends { number: number; decision?: unknown }>(
	versions: readonly Version[],
	statuses: readonly { goalVersion: number | null }[],
): Version[] {
	const isSettled = ({ number, decision }: Version) =>
		Boolean(decision) || statuses.some((status) => status.goalVersion === number);
	return versions.slice(0, versions.findLastIndex(isSettled) + 1);
}
