/** What checking and importing an agenda file share: whose it is, what it may refer to, and how it is refused. */
import type { Scope } from '#lib/domain/access.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { readAgendaFile, regionOfFile, type AgendaFileReading } from '#lib/input/agenda-file.ts';
import type { Problem } from '#lib/input/agenda-file-part.ts';
import type { Context } from '../use-case.ts';
import { findRegion, findSurroundings, type RegionRow } from './imports.repo.ts';

export interface ImportSubject {
	scope: Scope;
	/** Null when the import makes it. */
	region: RegionRow | null;
}

interface Input {
	region: string;
	text: string;
}

/** Only a command on the server may make a region; to anyone else an unknown region does not exist. */
export function findImportSubject({ db, actor }: Context, input: Input): ImportSubject | null {
	const slug = input.region || regionOfFile(input.text);
	const region = slug === null ? null : findRegion(db, slug);
	if (region) return { region, scope: { kind: 'region', regionId: region.id, organisationIds: [] } };
	return actor.kind === 'system' ? { region: null, scope: { kind: 'platform' } } : null;
}

export function readForRegion(
	{ db }: Pick<Context, 'db'>,
	input: Input,
	region: RegionRow | null,
): AgendaFileReading {
	return readAgendaFile(input.text, {
		...findSurroundings(db, region?.id ?? null),
		region: input.region || null,
	});
}

export function refuseFile(problems: Problem[]): DomainError {
	const count = problems.length === 1 ? 'Er is 1 fout' : `Er zijn ${problems.length} fouten`;
	return new DomainError(
		'invalid',
		`${count} in het bestand. Er is niets geïmporteerd. Verbeter het bestand en kies het opnieuw.`,
		{
			problems,
		},
	);
}
