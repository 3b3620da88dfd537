/** The building blocks of every form and the only place that reads raw form values: '' is nothing, never 0. */
import { z } from 'zod';
import { parseDay } from '#lib/domain/day.ts';
import { parseDecimal } from '#lib/domain/decimal.ts';
import { isLevel } from '#lib/domain/level.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import './problem-sentences.ts';

/** The text fields of a form as they were typed, line ends as \n. A file or a repeated field is left out. */
export function readForm(form: FormData): Record<string, string> {
	const seen = new Set<string>();
	const values = new Map<string, string>();
	for (const [name, value] of form) {
		if (seen.has(name)) values.delete(name);
		else if (typeof value === 'string') values.set(name, value.replaceAll('\r\n', '\n'));
		seen.add(name);
	}
	return Object.fromEntries(values);
}

/** What stands behind a prefix in the names of ticked boxes: `kies-2021-K1` gives 2021-K1. */
export function textsIn(values: Record<string, string>, prefix: string): string[] {
	return Object.keys(values).flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

/** The file that was chosen in a field; null when none was. */
export function readFile(form: FormData, name: string): File | null {
	const value = form.get(name);
	return value instanceof File && value.name !== '' ? value : null;
}

/** The numbers behind a prefix in the names of ticked boxes: `betrokken-12` gives 12. */
export function idsIn(values: Record<string, string>, prefix: string): number[] {
	return Object.keys(values).flatMap((name) => {
		const id = name.startsWith(prefix) ? name.slice(prefix.length) : '';
		return /^\d{1,15}$/.test(id) ? [Number(id)] : [];
	});
}

/** The text behind each number with this prefix: a field `waarde-12` gives { id: 12, name: its text }. */
export function valuesIn(values: Record<string, string>, prefix: string): { id: number; name: string }[] {
	return idsIn(values, prefix).map((id) => ({ id, name: values[`${prefix}${id}`] ?? '' }));
}

/** Trimmed text that may be empty; a missing field is empty. */
export function optionalText(maximum: number) {
	return z
		.string({ error: 'Vul hier tekst in.' })
		.max(maximum, { error: `Deze tekst is te lang: maak er hoogstens ${maximum} tekens van.` })
		.trim()
		.default('');
}

/** Trimmed text that must hold something. */
export function requiredText(maximum: number, missing: string) {
	return z
		.string({ error: missing })
		.max(maximum, { error: `Deze tekst is te lang: maak er hoogstens ${maximum} tekens van.` })
		.trim()
		.min(1, { error: missing });
}

/** A whole number of 0 or more; '' is an error, never 0. */
export function wholeNumber(error: string) {
	return z
		.union([z.number(), z.string().regex(/^\d{1,15}$/, { error })], { error })
		.transform(Number)
		.pipe(z.number({ error }).int({ error }).nonnegative({ error }));
}

/** A number as people write it here, "72" or "6,5" or "1.250,5"; null for '' or a missing field, never 0. */
export function optionalDecimal(error: string) {
	return z
		.union([z.number(), z.string().trim()], { error })
		.nullish()
		.transform((value, context) => {
			if (value === null || value === undefined || value === '') return null;
			const number = typeof value === 'number' ? value : parseDecimal(value);
			if (number !== null) return number;
			context.addIssue({ code: 'custom', message: error });
			return z.NEVER;
		});
}

/** True for a ticked box or a true; anything else, also a missing field, is not ticked. */
export const ticked = z
	.union([z.boolean(), z.string()])
	.optional()
	.transform((value) => value === true || value === 'true' || value === 'on');

/** One of these words, or null for '' or a missing field. Any other word is an error. */
export function optionalWord<Word extends string>(isWord: (value: unknown) => value is Word, error: string) {
	return z
		.string({ error })
		.nullish()
		.transform((text, context) => {
			if (text === null || text === undefined || text === '') return null;
			if (isWord(text)) return text;
			context.addIssue({ code: 'custom', message: error });
			return z.NEVER;
		});
}

/** A level, or null for '' or a missing field. Any other word is an error. */
export const optionalLevel = optionalWord(isLevel, 'Kies rood, oranje, groen of donkergroen.');

export function day(missing: string) {
	return z
		.string({ error: missing })
		.trim()
		.transform((text, context) => {
			const parsed = parseDay(text);
			if (parsed) return parsed;
			context.addIssue({ code: 'custom', message: missing });
			return z.NEVER;
		});
}

/** Null for '' or a missing field. */
export function optionalDay(wrong: string) {
	return z
		.string()
		.trim()
		.default('')
		.transform((text, context) => {
			const parsed = parseDay(text);
			if (parsed || text === '') return parsed;
			context.addIssue({ code: 'custom', message: wrong });
			return z.NEVER;
		});
}

export const period = z.string().transform((text, context) => {
	const parsed = parsePeriod(text);
	if (parsed) return parsed;
	context.addIssue({ code: 'custom', message: 'Dit is geen peilmoment. Schrijf het als 2020-K3.' });
	return z.NEVER;
});

/** Part of a URL; lower case letters, digits and hyphens. */
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,119}$/, { error: 'Dit adres bestaat niet.' });

export const email = z
	.string({ error: 'Vul een e-mailadres in.' })
	.trim()
	.toLowerCase()
	.max(254, { error: 'Dit e-mailadres is te lang.' })
	.pipe(z.email({ error: 'Vul een e-mailadres in, zoals naam@gemeente.nl.' }));
