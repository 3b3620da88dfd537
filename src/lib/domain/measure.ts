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

/**
 * The highest level whose threshold the number reaches. The lowest level holds without a threshold of its own when none
 * is reached. Null when nothing can be proposed. A missing number is not 0.
 */
export function proposeLevel(measure: Measure, value: number, kind: ItemKind): Level | null {
	const rungs = levelsFor(kind);
	const reached = rungs.filter((level) => {
		const threshold = measure.thresholds[level];
		if (threshold === null) return false;
		return measure.direction === 'up' ? value >= threshold : value <= threshold;
	});
	const lowest = rungs[0];
	const floor = lowest && measure.thresholds[lowest] === null ? lowest : null;
	return reached.at(-1) ?? (hasThreshold(measure, kind) ? floor : null);
}

export function hasThreshold({ thresholds }: Measure, kind: ItemKind): boolean {
	return levelsFor(kind).some((level) => thresholds[level] !== null);
}

/** The lowest level whose threshold does not lie beyond that of the level below it; null when they are in order. */
export function misplacedThreshold(measure: Measure, kind: ItemKind): Level | null {
	let below: number | null = null;
	for (const level of levelsFor(kind)) {
		const threshold = measure.thresholds[level];
		if (threshold === null) continue;
		if (below !== null && (measure.direction === 'up' ? threshold <= below : threshold >= below))
			return level;
		below = threshold;
	}
	return null;
}

/** Whether somebody chose another level than the number proposes, so that they are asked why. */
export function differsFromMeasure(
	measure: Measure,
	value: number,
	kind: ItemKind,
	level: Level | null,
): boolean {
	const proposed = proposeLevel(measure, value, kind);
	return proposed !== null && level !== null && proposed !== level;
}
