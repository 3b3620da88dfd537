/**
 * The privacy guard at the door of every command: what others will read is looked through before it is written. A person
 * who says why a text may stay is let through, and the reason goes into the audit trail.
 */
import { dayOf } from '#lib/domain/day.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { spotsIn, type FoundIn } from '#lib/domain/privacy-findings.ts';
import { guardedFieldsOf, PRIVACY_REASON } from '#lib/input/guarded.ts';
import { PRIVACY_REASON_SENTENCE, spotsSentence } from '#lib/text/privacy.ts';
import type { Sent } from './use-case.ts';

/** Answers the reason; empty when there was nothing to let stand. Throws `invalid` when something was found without one. */
export function guardInput({ schema, input, raw, standing, now }: Sent): string {
	const fields = guardedFieldsOf(schema);
	if (fields.length === 0) return '';
	const year = Number(dayOf(now).slice(0, 4));
	const found = fields.flatMap(({ field, label, except }): (FoundIn & { field: string })[] => {
		const known = standing[field] ?? '';
		const spots = textsOf(input, field, except)
			.flatMap((text) => spotsIn(text, year))
			.filter(({ spot }) => !known.includes(spot));
		return spots.length > 0 ? [{ field, label, spots }] : [];
	});
	if (found.length === 0) return '';
	const reason = PRIVACY_REASON.safeParse(raw ?? {});
	if (reason.success && reason.data.privacyReason !== '') return reason.data.privacyReason;
	const sentences = Object.fromEntries(found.map(({ field, spots }) => [field, spotsSentence(spots)]));
	const wrong = reason.success ? PRIVACY_REASON_SENTENCE : (reason.error.issues[0]?.message ?? '');
	throw new DomainError('invalid', 'Er staat iets in dat op een persoon lijkt. Er is nog niets opgeslagen.', {
		fields: { ...sentences, privacyReason: wrong },
		found: found.map(({ label, spots }) => ({ label, spots })),
	});
}

function textsOf(input: unknown, field: string, except: readonly string[]): string[] {
	if (typeof input !== 'object' || input === null) return [];
	const value: unknown = Object.entries(input).find(([name]) => name === field)?.[1];
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, one]) =>
		typeof one === 'string' && !except.includes(key) ? [one] : [],
	);
}
