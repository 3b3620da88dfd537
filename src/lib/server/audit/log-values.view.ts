/** What a row of the audit trail says was there before and after, field by field. Pure. */
import type { LogValue } from '#lib/components/log-page.ts';
import { FIELD_WORDS } from '#lib/text/audit-fields.ts';
import {
	ACTION_STATE_WORD,
	CADENCE_WORD,
	DECISION_LEVEL_WORD,
	EXPECTATION_WORD,
	ITEM_KIND_WORD,
	LEVEL_WORD,
	ROLE_WORD,
	ROUND_STATE_WORD,
	STATUS_STATE_WORD,
} from '#lib/text/nl.ts';

/** Only what differs; a row that only tells something has no `from`. */
export function valuesOf(row: { before: string | null; after: string | null }): LogValue[] {
	const [before, after] = [membersOf(row.before), membersOf(row.after)];
	return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): LogValue[] => {
		const [from, to] = [before.get(name), after.get(name)];
		if (JSON.stringify(from) === JSON.stringify(to)) return [];
		const label = FIELD_WORDS[name] ?? name;
		return [
			{
				label,
				from: from === undefined ? null : wordsOf(name, from),
				to: to === undefined ? null : wordsOf(name, to),
			},
		];
	});
}

function membersOf(text: string | null): Map<string, unknown> {
	if (text === null) return new Map();
	const value: unknown = JSON.parse(text);
	return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

const EMPTY = '(leeg)';

function wordsOf(name: string, value: unknown): string {
	if (value === null || value === '') return EMPTY;
	if (typeof value === 'boolean') return value ? 'ja' : 'nee';
	if (Array.isArray(value))
		return value.length === 0 ? EMPTY : value.map((one) => wordsOf(name, one)).join(', ');
	if (typeof value === 'object') return JSON.stringify(value);
	return VALUE_WORDS[name]?.[String(value)] ?? String(value);
}

/** Fields whose values are names in the code. */
const VALUE_WORDS: Record<string, Record<string, string>> = {
	state: { ...ROUND_STATE_WORD, ...STATUS_STATE_WORD },
	level: LEVEL_WORD,
	official: LEVEL_WORD,
	role: ROLE_WORD,
	actionState: ACTION_STATE_WORD,
	cadence: CADENCE_WORD,
	decisionLevel: DECISION_LEVEL_WORD,
	kind: ITEM_KIND_WORD,
	expectation: EXPECTATION_WORD,
	goalState: { concept: 'Concept', discussed: 'Besproken', adopted: 'Vastgesteld' },
	forum: { board: 'Bestuurlijk overleg', official: 'Ambtelijk overleg' },
};
