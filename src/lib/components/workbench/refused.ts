/** What the plain form was refused with, as the saver of that card would have heard it. */
import { SOMEBODY } from './post.ts';
import type { Answer, Job, Values } from './saver.ts';

interface Refusal {
	message: string;
	fields: Record<string, string>;
	values: Record<string, string>;
	theirs: Record<string, string> | null;
	theirVersion: number | null;
	changedBy: string | null;
}

/** Null when nothing was refused. */
export function refusedAnswer(
	ref: string | null,
	refusal: Refusal | null,
): { ref: string; version: number; job: Job; values: Values; answer: Answer } | null {
	if (ref === null || refusal === null) return null;
	const { message, fields, theirs, theirVersion, changedBy } = refusal;
	const { version, stap: button, forLead: _said, ...values } = refusal.values;
	const answer: Answer =
		theirs && theirVersion !== null
			? { kind: 'conflict', theirs, theirVersion, changedBy: changedBy ?? SOMEBODY, message }
			: { kind: 'refused', message, fields };
	const job = button === 'indienen' || button === 'geen-wijziging' ? button : 'opslaan';
	return { ref, version: Number(version ?? 0), job, values, answer };
}
