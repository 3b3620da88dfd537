/** What a status still misses before it can be submitted. */
import { asksWhy } from './expectation.ts';
import { levelsFor, needsReason, type ItemKind } from './level.ts';
import type { StatusEntry } from './status-entry.ts';

export type StatusField =
	'level' | 'narrative' | 'cause' | 'consequence' | 'correction' | 'expectationReason';
/** `why-not`: it does not apply, and nobody says why. */
export type Gap = 'missing' | 'not-on-this-ladder' | 'why-not';

/** Per field what is wrong with it; empty when the status is complete. */
export function gapsIn(entry: StatusEntry, kind: ItemKind): Partial<Record<StatusField, Gap>> {
	const gaps: Partial<Record<StatusField, Gap>> = {};
	const { level, notApplicable, expectation } = entry;
	if (level === null && !notApplicable) gaps.level = 'missing';
	else if (level !== null && !levelsFor(kind).includes(level)) gaps.level = 'not-on-this-ladder';
	if (!entry.narrative.trim()) gaps.narrative = notApplicable ? 'why-not' : 'missing';
	if (level !== null && needsReason(level)) {
		for (const field of ['cause', 'consequence', 'correction'] as const) {
			if (!entry[field].trim()) gaps[field] = 'missing';
		}
	}
	if (asksWhy(expectation) && !entry.expectationReason.trim()) gaps.expectationReason = 'missing';
	return gaps;
}
