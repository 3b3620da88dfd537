/** The refusal of a use case as a value, so that a test can look at its code and its sentences. */
import { DomainError } from '#lib/domain/errors.ts';

/** Throws when the work was not refused, and passes on anything that is no refusal. */
export function refusalOf(work: () => unknown): DomainError {
	try {
		work();
	} catch (failure) {
		if (failure instanceof DomainError) return failure;
		throw failure;
	}
	throw new Error('This was expected to be refused, and was not');
}

export async function refusalOfAsync(work: () => Promise<unknown>): Promise<DomainError> {
	try {
		await work();
	} catch (failure) {
		if (failure instanceof DomainError) return failure;
		throw failure;
	}
	throw new Error('This was expected to be refused, and was not');
}
