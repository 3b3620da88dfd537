/** The rules about the number that comes with a status: it proposes a level, and another choice needs a reason. */
import type { Level } from '#lib/domain/level.ts';
import { differsFromMeasure } from '#lib/domain/measure.ts';
import type { Measurement } from './measurement.repo.ts';
import type { StatusSubject } from './status.repo.ts';

interface Typed {
	level: Level | null;
	measured: number | null;
	differsBecause: string;
}

/** Null when no number was given, or when the item has no measure to hold it against. */
export function measurementFrom({ measure, item }: StatusSubject, typed: Typed): Measurement | null {
	if (!measure || typed.measured === null) return null;
	const differs = differsFromMeasure(measure, typed.measured, item.kind, typed.level);
	return { value: typed.measured, differsBecause: differs ? typed.differsBecause : '' };
}

/** The sentence for when the level differs from what the number proposes and nobody says why; empty otherwise. */
export function unexplained({ measure, item }: StatusSubject, typed: Typed): { differsBecause?: string } {
	if (!measure || typed.measured === null || typed.differsBecause) return {};
	if (!differsFromMeasure(measure, typed.measured, item.kind, typed.level)) return {};
	return { differsBecause: 'Schrijf op waarom u een ander niveau kiest dan bij de gemeten waarde hoort.' };
}
