/** Failures that are expected: each has a code for the caller and a whole Dutch sentence for the person. */

import type { FoundIn } from './privacy-findings.ts';

export const ERROR_CODES = [
	'not-signed-in',
	'forbidden',
	'not-found',
	'invalid',
	'conflict',
	'wrong-state',
	'throttled',
	'unavailable',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorDetail {
	/** Sentence per form field. */
	fields?: Record<string, string>;
	/** At a conflict: what the other person saved, per form field, and the version to build on. */
	theirs?: Record<string, string>;
	theirVersion?: number;
	/** At a conflict: "Beleidsadviseur heeft", the start of a sentence that says who changed it. */
	changedBy?: string;
	/** Sentences with their place, for instance from an import. */
	problems?: { place: string; sentence: string }[];
	/** What the privacy guard found in the texts. */
	found?: FoundIn[];
	retryAfterSeconds?: number;
}

export class DomainError extends Error {
	readonly code: ErrorCode;
	readonly detail: ErrorDetail;

	constructor(code: ErrorCode, sentence: string, detail: ErrorDetail = {}) {
		super(sentence);
		this.name = 'DomainError';
		this.code = code;
		this.detail = detail;
	}
}
