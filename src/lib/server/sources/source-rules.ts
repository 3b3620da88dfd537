/** What adding links and files share: the round is open, and there is room for one more. */
import { DomainError } from '#lib/domain/errors.ts';
import { MOST_SOURCES } from '#lib/domain/source.ts';
import type { Db } from '../db/open.ts';
import { refuseClosedRound } from '../db/round-writing.ts';
import { countSources, type SourcesSubject } from './sources.repo.ts';

export function refuseNoRoom(db: Db, subject: SourcesSubject): void {
	refuseClosedRound(subject.round, 'Er kan nu geen bron bij.');
	if (countSources(db, subject) < MOST_SOURCES) return;
	throw new DomainError(
		'wrong-state',
		`Bij deze status staan al ${MOST_SOURCES} bronnen. Haal er eerst een weg, of bundel ze in één bestand.`,
	);
}
