/** What adding and changing a thema share: a code that is free, and what the audit trail and a conflict show of it. */
import { freeSlug, RESERVED_THEME_CODE, slugOf } from '#lib/domain/slug.ts';
import { DECISION_LEVEL_WORD } from '#lib/text/nl.ts';
import { invalidField } from './edit-rules.ts';
import type { ThemeRow } from './theme.repo.ts';

/** The code as it was typed, or one made from the name. Throws `invalid` when another theme or the program itself has it. */
export function freeCode(input: { name: string; code: string }, others: readonly ThemeRow[]): string {
	const isTaken = (code: string) => code === RESERVED_THEME_CODE || others.some((one) => one.code === code);
	if (input.code !== '') {
		if (input.code === RESERVED_THEME_CODE)
			throw invalidField(
				'code',
				`De code "${RESERVED_THEME_CODE}" gebruikt het programma zelf. Kies een andere.`,
			);
		if (isTaken(input.code))
			throw invalidField('code', 'Een ander thema heeft deze code al. Kies een andere.');
		return input.code;
	}
	const made = slugOf(input.name).slice(0, 50).replace(/-$/, '');
	if (made === '')
		throw invalidField('name', 'Gebruik minstens één letter of cijfer in de naam van het thema.');
	return freeSlug(made, isTaken);
}

export function theirTheme({ name, code, objective, decisionLevel }: ThemeRow): Record<string, string> {
	return { name, code, objective, decisionLevel: DECISION_LEVEL_WORD[decisionLevel] };
}
