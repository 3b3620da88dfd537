/** The rules that the use cases of letters share: who sees one, and when its text may still change. */
import { sightOf, type Actor } from '#lib/domain/access.ts';
import { isLetterVisible, isLocked } from '#lib/domain/council-letter.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { Db } from '../db/open.ts';
import { findLetterSubject, type LetterSubject } from './letters.repo.ts';

/** Null when it does not exist for this person: outside the REA a letter exists once it is with the council. */
export function findVisibleLetter(
	{ db, actor }: { db: Db; actor: Actor },
	input: { round: string; organisation: string },
): LetterSubject | null {
	const subject = findLetterSubject(db, input);
	if (!subject || actor.kind !== 'person') return subject;
	const sight = sightOf(actor, subject.region.id);
	// Of another region: the choke point says that it does not exist.
	if (sight === null) return subject;
	return isLetterVisible(subject.letter?.state ?? 'draft', sight) ? subject : null;
}

export function refuseLocked({ letter }: Pick<LetterSubject, 'letter'>): void {
	if (letter === null || !isLocked(letter.state)) return;
	throw new DomainError(
		'wrong-state',
		'Deze brief is al naar het college: de tekst ligt vast. Neem de brief eerst terug, met een reden.',
	);
}
