/** What a status still misses before it can be submitted. */
import { levelsFor, needsReason, type ItemKind, type Level } from './level.ts';

export interface StatusEntry {
	level: Level | null;
	narrative: string;
	cause: string;
	consequence: string;
	correction: string;
}

export const STATUS_FIELDS = ['level', 'narrative', 'cause', 'consequence', 'correction'] as const;
export type StatusField = (typeof STATUS_FIELDS)[number];
export type Gap = 'missing' | 'not-on-this-ladder';

/** Per field what is wrong with it; empty when the status is complete. */
export function gapsIn(entry: StatusEntry, kind: ItemKind): Partial<Record<StatusField, Gap>> {
	const gaps: Partial<Record<StatusField, Gap>> = {};
	if (entry.level === null) gaps.level = 'missing';
	else if (!levelsFor(kind).includes(entry.level)) gaps.level = 'not-on-this-ladder';
	if (!entry.narrative.trim()) gaps.narrative = 'missing';
	if (entry.level !== null && needsReason(entry.level)) {
		for (const field of ['cause', 'consequence', 'correction'] as const) {
			if (!entry[field].trim()) gaps[field] = 'missing';
		}
	}
	return gaps;
}
