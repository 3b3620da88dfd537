/** What the fields of a status are called where two texts are compared. */
import { isExpectation } from '#lib/domain/expectation.ts';
import { isLevelAnswer } from '#lib/domain/level.ts';
import { EXPECTATION_WORD, LEVEL_WORD } from '#lib/text/nl.ts';

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

/** A value of a field as a person reads it. */
export function shownText(field: string, value: string): string {
	if (value === '') return 'niets ingevuld';
	if (field === 'expectation') return isExpectation(value) ? EXPECTATION_WORD[value] : value;
	if (field !== 'level') return value;
	return isLevelAnswer(value) ? LEVEL_WORD[value] : value;
}
