/** One theme of an agenda in an agenda file, with its items. */
import type { DecisionLevel } from '#lib/domain/facts.ts';
import { readItems } from './agenda-file-items.ts';
import {
	childrenOf,
	choiceIn,
	isSlug,
	neededText,
	numberIn,
	shown,
	slugIn,
	textIn,
	type Part,
} from './agenda-file-part.ts';
import { RESERVED_THEME_CODE } from '#lib/domain/slug.ts';
import type { FileTheme } from './agenda-file-shape.ts';

const DECISION_LEVEL_BY_WORD: ReadonlyMap<string, DecisionLevel> = new Map([
	['regionaal besluit', 'regional'],
	['procesafspraken', 'process'],
	['afstemming en kennisdeling', 'alignment'],
]);

export function themeName(value: unknown, index: number): string {
	const code: unknown = typeof value === 'object' && value !== null && 'code' in value ? value.code : null;
	return isSlug(code) ? `thema ${shown(code)}` : `thema op plaats ${index + 1}`;
}

export function readTheme(part: Part, index: number, organisations: ReadonlySet<string>): FileTheme {
	const code = slugIn(part, 'code');
	if (code === RESERVED_THEME_CODE)
		part.report(
			part.place,
			`De code "${RESERVED_THEME_CODE}" gebruikt het programma zelf. Kies een andere code.`,
		);
	const order = 'Geef het thema een heel getal van 1 of meer als "volgorde".';
	const hasOrder = (part.members.get('volgorde') ?? null) !== null;
	return {
		code,
		name: neededText(part, 'naam', 160, 'Vul de naam van het thema in bij "naam".'),
		position: (hasOrder ? numberIn(part, 'volgorde', 1, 9999, order) : null) ?? index + 1,
		objective: textIn(part, 'doel', 4000),
		decisionLevel: readDecisionLevel(part),
		items: readItems(part, code, organisations),
	};
}

/** It belongs to the theme. A file may also write it with every item, as long as they agree. */
function readDecisionLevel(theme: Part): DecisionLevel {
	const items = childrenOf({ ...theme, report: () => undefined }, 'agendapunten', () => '');
	const words = [theme, ...items]
		.map((part) => part.members.get('besluitniveau') ?? null)
		.filter((word) => word !== null);
	const different = new Set(words);
	if (different.size === 0) return 'regional';
	if (different.size > 1) {
		const sentence = 'Een thema heeft één besluitniveau. Schrijf overal hetzelfde, of splits het thema.';
		theme.report(theme.place, sentence);
	}
	const chosen = { ...theme, members: new Map([['besluitniveau', words[0]]]) };
	return choiceIn(chosen, 'besluitniveau', DECISION_LEVEL_BY_WORD) ?? 'regional';
}
