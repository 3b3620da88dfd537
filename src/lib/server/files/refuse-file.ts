/** How a file is refused: one sentence at the field where it was chosen. */
import { DomainError } from '#lib/domain/errors.ts';

export function refuseFile(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { bestand: sentence } });
}

export const TOO_LARGE =
	'Dit bestand is te groot: hoogstens 10 MB. Maak het kleiner, of zet het op een eigen plek en voeg een link toe.';
