/** What the plain form was refused with, as the saver of that card would have heard it. */
import type { Answer, Values } from './saver.ts';

interface Refusal {
	message: string;
	fields: Record<string, string>;
	values: Record<string, string>;
	theirs: Record<string, string> | null;
	theirVersion: number | null;
}

/** Null when nothing was refused. */
export function refusedAnswer(
	ref: string | null,
	refusal: Refusal | null,
): { ref: string; version: number; values: Values; answer: Answer } | null {
	if (ref === null || refusal === null) return null;
	const { message, fields, theirs, theirVersion } = refusal;
	const { version, stap: _button, ...values } = refusal.values;
	const answer: Answer =
		theirs && theirVersion !== null
			? { kind: 'conflict', theirs, theirVersion, message }
			: { kind: 'refused', message, fields };
	return { ref, version: Number(version ?? 0), values, answer };
}
