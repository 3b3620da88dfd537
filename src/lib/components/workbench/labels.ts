/** What the fields of a status are called where two texts are compared. */
import { isLevel } from '#lib/domain/level.ts';
import { LEVEL_WORD } from '#lib/text/nl.ts';

export const FIELD_LABEL = {
	level: 'Niveau',
	narrative: 'Stand van zaken',
	cause: 'Oorzaak',
	consequence: 'Gevolg',
	correction: 'Bijsturing',
	measured: 'Gemeten waarde',
	differsBecause: 'Waarom een ander niveau',
	success: 'Succes',
	lesson: 'Les',
	expectation: 'Verwachting',
	expectationReason: 'Toelichting op de verwachting',
	escalation: 'Vraag aan het bestuur',
	privacyReason: 'Waarom de tekst zo mag blijven',
} as const;

const EXPECTATION: Readonly<Record<string, string>> = { yes: 'Ja', doubt: 'Twijfel', no: 'Nee' };

/** A value of a field as a person reads it. */
export function shownText(field: string, value: string): string {
	if (value === '') return 'niets ingevuld';
	if (field === 'expectation') return EXPECTATION[value] ?? value;
	if (field !== 'level') return value;
	return isLevel(value) ? LEVEL_WORD[value] : 'Niet van toepassing';
}
