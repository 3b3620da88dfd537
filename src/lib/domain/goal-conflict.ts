/** Two people wrote the same goals: per rung both texts, and what to keep. Nobody loses a word. */
import type { GoalTexts } from './goal.ts';
import { levelsFor, type ItemKind, type Level } from './level.ts';
import { mergeTexts } from './word-merge.ts';

export const KEEP_CHOICES = ['mine', 'theirs', 'both'] as const;
/** `both`: put together when the words allow it, and otherwise one below the other. */
export type KeepChoice = (typeof KEEP_CHOICES)[number];

export interface RungConflict {
	level: Level;
	mine: string;
	theirs: string;
	both: string;
	/** What is proposed. */
	keep: KeepChoice;
}

/** The rungs on which the texts differ. `base` is the version that both started from. */
export function conflictsBetween(
	base: GoalTexts,
	mine: Record<Level, string>,
	theirs: Record<Level, string>,
	kind: ItemKind,
): RungConflict[] {
	return levelsFor(kind)
		.map((level) => rungConflict(level, base[level] ?? '', mine[level].trim(), theirs[level]))
		.filter((rung) => rung.mine !== rung.theirs);
}

function rungConflict(level: Level, base: string, mine: string, theirs: string): RungConflict {
	const keep = mine === base ? 'theirs' : theirs === base ? 'mine' : 'both';
	return { level, mine, theirs, both: bothOf(base, mine, theirs), keep };
}

function bothOf(base: string, mine: string, theirs: string): string {
	return mergeTexts(base, mine, theirs) ?? [mine, theirs].filter(Boolean).join('\n');
}
