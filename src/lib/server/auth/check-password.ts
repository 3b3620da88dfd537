/** Whether a new password is good enough for this person, and typed twice the same. */
import type { z } from 'zod';
import { DomainError } from '#lib/domain/errors.ts';
import {
	passwordProblem,
	SHORTEST_ALONE,
	SHORTEST_WITH_SECOND_FACTOR,
	type AboutPassword,
} from '#lib/domain/password.ts';
import type { Db } from '../db/open.ts';
import { findAboutPassword } from './auth.repo.ts';

/** What a password of this person may not be made of, and whether it may be shorter. */
export function aboutPassword(db: Db, userId: number): AboutPassword {
	return findAboutPassword(db, userId);
}

export function shortestFor({ secondFactor }: AboutPassword): number {
	return secondFactor ? SHORTEST_WITH_SECOND_FACTOR : SHORTEST_ALONE;
}

/** Sentences per field; empty when all is well. */
export function passwordErrors(
	{ password, repeated }: { password: string; repeated: string },
	about: AboutPassword,
): Record<string, string> {
	const problem = passwordProblem(password, about);
	return {
		...(problem === null ? {} : { password: problem }),
		...(password === repeated
			? {}
			: { repeated: 'De twee wachtwoorden zijn niet gelijk. Typ het nog eens.' }),
	};
}

/** What the schema says of the fields, a sentence for each. */
export function fieldErrors(error: z.ZodError): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of error.issues) errors[String(issue.path[0] ?? '')] ??= issue.message;
	return errors;
}

/** Throws `invalid` when there is a sentence for any field. */
export function refuseWith(sentence: string, fields: Record<string, string>): void {
	if (Object.keys(fields).length > 0) throw new DomainError('invalid', sentence, { fields });
}
