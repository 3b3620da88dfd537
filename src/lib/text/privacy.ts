/** What the privacy guard says, in Dutch. */
import {
	GUARDED_FIELDS,
	type GuardedField,
	type PrivacyFinding,
	type PrivacyFindings,
} from '#lib/domain/privacy-findings.ts';
import type { PrivacyKind } from '#lib/domain/privacy-guard.ts';
import { listing } from './nl.ts';

export const GUARDED_FIELD_WORD = {
	narrative: 'Stand van zaken',
	cause: 'Oorzaak',
	consequence: 'Gevolg',
	correction: 'Bijsturing',
	success: 'Succes',
	lesson: 'Les',
	expectationReason: 'Waarom (bij de verwachting)',
	escalation: 'Vraag aan het bestuur',
	differsBecause: 'Waarom een ander niveau',
} as const satisfies Record<GuardedField, string>;

/** After "lijkt op". */
export const PRIVACY_KIND_WORD = {
	count: 'een aantal kleiner dan 5',
	name: 'een naam',
	bsn: 'een burgerservicenummer',
	'birth-date': 'een geboortedatum',
	email: 'een e-mailadres',
} as const satisfies Record<PrivacyKind, string>;

/** Per field one sentence about what was found in it: "Hier staat een naam: “J. de Vries”. ...". */
export function privacySentences(findings: PrivacyFindings): Partial<Record<GuardedField, string>> {
	const sentences: Partial<Record<GuardedField, string>> = {};
	for (const field of GUARDED_FIELDS) {
		const found = findings[field];
		if (!found) continue;
		sentences[field] = spotsSentence(found);
	}
	return sentences;
}

/** "Hier staat wat lijkt op een naam (“Jan de Vries”). Schrijf het algemener op." */
export function spotsSentence(found: readonly PrivacyFinding[]): string {
	const spots = found.map(({ kind, spot }) => `${PRIVACY_KIND_WORD[kind]} (“${spot}”)`);
	return `Hier staat wat lijkt op ${listing(spots)}. Schrijf het algemener op.`;
}

/** The sentence at the field for the reason. */
export const PRIVACY_REASON_SENTENCE =
	'Haal de gegevens over personen weg, of schrijf op waarom ze toch mogen blijven staan.';
