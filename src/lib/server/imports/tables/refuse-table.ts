/** How a file is refused that cannot be read as tables: one sentence at the field where it was chosen. */
import { DomainError } from '#lib/domain/errors.ts';

export const DAMAGED =
	'Dit bestand is beschadigd en niet te lezen. Open het in uw eigen programma, sla het opnieuw op en kies het daarna weer.';

export const TOO_LARGE =
	'Dit bestand is uitgepakt te groot. Haal afbeeldingen en andere bijlagen weg, of zet de tabel in een nieuw bestand.';

export function refuseTable(sentence: string): DomainError {
	return new DomainError('invalid', sentence, { fields: { bestand: sentence } });
}
