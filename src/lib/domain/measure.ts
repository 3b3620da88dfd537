/** An optional measure of an item: a number with a status proposes a level, and the person decides. */
import { levelsFor, type ItemKind, type Level } from './level.ts';

export const MEASURE_DIRECTIONS = ['up', 'down'] as const;
/** `up`: more is better. `down`: less is better. */
export type MeasureDirection = (typeof MEASURE_DIRECTIONS)[number];

export interface Measure {
	unit: string;
	direction: MeasureDirection;
	/** The number from which a level holds; null for a level without one. */
	thresholds: Record<Level, number | null>;
}

/** The highest level whose threshold the number reaches, or null when it reaches none. A missing number is not 0. */
export function proposeLevel(measure: Measure, value: number, kind: ItemKind): Level | null {
	const reached = levelsFor(kind).filter((level) => {
		const threshold = measure.thresholds[level];
		if (threshold === null) return false;
		return measure.direction === 'up' ? value >= threshold : value <= threshold;
	});
	return reached.at(-1) ?? null;
}
