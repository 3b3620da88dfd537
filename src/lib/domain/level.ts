/** The four rungs of an item's own ladder, and the rules that follow from their order. */

export const LEVELS = ['rood', 'oranje', 'groen', 'donkergroen'] as const;
export type Level = (typeof LEVELS)[number];

/** What an answer says: a rung, or that the item does not apply in this round (n.v.t.), which is no level at all. */
export const LEVEL_ANSWERS = [...LEVELS, 'not-applicable'] as const;
export type LevelAnswer = (typeof LEVEL_ANSWERS)[number];

export const ITEM_KINDS = ['result', 'ongoing'] as const;
/** `ongoing` (doorlopend) has no end goal, so its ladder stops at groen. */
export type ItemKind = (typeof ITEM_KINDS)[number];

const RUNGS = {
	result: LEVELS,
	ongoing: ['rood', 'oranje', 'groen'],
} as const satisfies Record<ItemKind, readonly Level[]>;

const NEEDS_REASON = { rood: true, oranje: true, groen: false, donkergroen: false } as const satisfies Record<
	Level,
	boolean
>;

export function isLevel(value: unknown): value is Level {
	return LEVELS.some((level) => level === value);
}

/** What a status with these two columns says; null when it says nothing yet. */
export function levelAnswerOf(status: { level: Level | null; notApplicable: boolean }): LevelAnswer | null {
	return status.notApplicable ? 'not-applicable' : status.level;
}

export function isLevelAnswer(value: unknown): value is LevelAnswer {
	return LEVEL_ANSWERS.some((standing) => standing === value);
}

/** The rungs an item of this kind can stand on, lowest first. */
export function levelsFor(kind: ItemKind): readonly Level[] {
	return RUNGS[kind];
}

/** 0 for rood up to 3 for donkergroen. Only for ordering: never add or average ranks. */
export function rankOf(level: Level): number {
	return LEVELS.indexOf(level);
}

/** The rung above, or null at the top of this kind of ladder. */
export function nextLevel(level: Level, kind: ItemKind): Level | null {
	const rungs = levelsFor(kind);
	return rungs[rungs.indexOf(level) + 1] ?? null;
}

/** Rood and oranje ask for oorzaak, gevolg and bijsturing on submit (product rule 10). */
export function needsReason(level: Level): boolean {
	return NEEDS_REASON[level];
}
