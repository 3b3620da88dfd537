/** Doing the same with several statuses in one transaction: each is judged by itself, and what cannot stays as it was. */
import type { Scope } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { ManyStatuses } from '#lib/input/status-many.ts';
import type { Db } from '../db/open.ts';
import { authorize, type Authorized, type Unit } from '../use-case.ts';
import { findStatusSubject, type StatusSubject } from './status.repo.ts';

export interface ManySubject {
	scope: Scope;
	chosen: { ref: string; version: number; subject: StatusSubject }[];
}

export interface ManyOutcome {
	/** Items that it was done with. */
	done: string[];
	/** The others, each with what has to happen first. */
	left: { item: string; sentences: string[] }[];
}

/** Null when one of them does not exist. The scope is of everybody who may write at least one; `judgeEach` asks again. */
export function findManySubject(db: Db, input: ManyStatuses): ManySubject | null {
	const chosen = input.items.flatMap(({ item, version }) => {
		const subject = findStatusSubject(db, { round: input.round, item });
		return subject ? [{ ref: item, version, subject }] : [];
	});
	const scopes = chosen.flatMap(({ subject: { scope } }) => (scope.kind === 'region' ? [scope] : []));
	const [first] = scopes;
	if (!first || chosen.length < input.items.length) return null;
	return { scope: { ...first, organisationIds: scopes.flatMap((scope) => scope.organisationIds) }, chosen };
}

/** `work` writes one status or throws why not; nothing of that one may be written before it throws. */
export function judgeEach(
	{ actor, nothingChanged }: Pick<Unit, 'actor' | 'nothingChanged'>,
	{ chosen }: ManySubject,
	work: (subject: Authorized<StatusSubject>, version: number) => void,
): ManyOutcome {
	const outcome: ManyOutcome = { done: [], left: [] };
	for (const { ref, version, subject } of chosen) {
		authorize(actor, 'status.write', subject);
		const sentences = refusalOf(() => work(subject, version));
		if (sentences) outcome.left.push({ item: ref, sentences });
		else outcome.done.push(ref);
	}
	if (outcome.done.length === 0) nothingChanged();
	return outcome;
}

/** Null when it was done. */
function refusalOf(work: () => void): string[] | null {
	try {
		work();
		return null;
	} catch (failure) {
		if (!(failure instanceof DomainError)) throw failure;
		const fields = [...new Set(Object.values(failure.detail.fields ?? {}))];
		return fields.length > 0 ? fields : [failure.message];
	}
}
