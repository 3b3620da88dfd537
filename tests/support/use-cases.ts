/** Every use case of the product, with its own name; loading the files is what registers them. */
import { allUseCases, type UseCase } from '#lib/server/use-case.ts';

const FILES = import.meta.glob<unknown>(['../../src/lib/server/**/*.ts', '!**/*.test.ts'], { eager: true });
const SOURCES = import.meta.glob<string>(['../../src/lib/server/**/*.ts', '!**/*.test.ts'], {
	eager: true,
	query: '?raw',
	import: 'default',
});

/** Without those that a test makes for itself. */
export const USE_CASES: readonly UseCase[] = Object.keys(FILES).length > 0 ? registered() : [];

function registered(): UseCase[] {
	return [...allUseCases().values()].filter((one) => !one.useCase.name.startsWith('test.'));
}

/** The names as they stand in the sources, also when two use cases have the same one. */
export const NAMES_IN_SOURCES: readonly string[] = Object.values(SOURCES).flatMap((source) =>
	[...source.matchAll(/(?:query|command)\(\{\s*name: '([^']+)'/g)].map((match) => match[1] ?? ''),
);

/** Throws when there is no such use case. */
export function useCase(name: string): UseCase {
	const found = allUseCases().get(name);
	if (!found) throw new Error(`There is no use case ${name}`);
	return found;
}
