/** What adding links and files share: the round is open, and there is room for one more. */
import { DomainError } from '#lib/domain/errors.ts';
import { MOST_SOURCES } from '#lib/domain/source.ts';
import { refuseClosedRound } from '../db/round-writing.ts';
import type { Context } from '../use-case.ts';
import { countSources, type SourcesSubject } from './sources.repo.ts';

export function refuseNoRoom(context: Context, subject: SourcesSubject): void {
	refuseClosedRound(context, subject, 'Er kan nu geen bron bij.');
	if (countSources(context.db, subject) < MOST_SOURCES) return;
	throw new DomainError(
		'wrong-state',
		`Bij deze status staan al ${MOST_SOURCES} bronnen. Haal er eerst een weg, of bundel ze in één bestand.`,
	);
}
