/** What a letter is built of: sections with a heading, each filled by a field, by the region, or by the gemeente itself. */

/** Short values, set as a line of their own: "Kenmerk: Z/20/1234". */
export const LETTER_FIELDS = [
	'letter-date',
	'addressee',
	'subject',
	'take-note',
	'case-number',
	'advice-date',
	'openness',
	'argument',
	'portfolio',
	'college-date',
	'attachments',
	'adviser',
] as const;
export type LetterField = (typeof LETTER_FIELDS)[number];

/** Texts that are computed from the adoption alone, so that every letter tells the same. */
export const REGION_PARTS = [
	'introduction',
	'aim',
	'summary',
	'decisions',
	'story',
	'plans',
	'follow-up',
	'core',
	'annex',
] as const;
export type RegionPart = (typeof REGION_PARTS)[number];

/**
 * `salutation` has no heading in the letter, `local` is the paragraph of this gemeente, `own` any text of it under a
 * heading of its own.
 */
export const OWN_FILLS = ['salutation', 'local', 'own', 'signature'] as const;
export type OwnFill = (typeof OWN_FILLS)[number];

export const SECTION_FILLS = [...LETTER_FIELDS, ...REGION_PARTS, ...OWN_FILLS] as const;
export type SectionFill = (typeof SECTION_FILLS)[number];

export interface LetterSection {
	/** Unique within the template, and the key of the own text in a letter. */
	id: string;
	heading: string;
	fill: SectionFill;
}

export function isLetterField(fill: SectionFill): fill is LetterField {
	return LETTER_FIELDS.some((one) => one === fill);
}

/** Under which a letter keeps what was typed in this section; null when nothing is typed there. */
export function keyOf({ id, fill }: LetterSection): string | null {
	if (isLetterField(fill) || fill === 'signature' || fill === 'salutation') return fill;
	return fill === 'own' ? `own-${id}` : null;
}

/** Fields that can be the same in every letter of a gemeente. */
export const FIXED_FIELDS = ['addressee', 'salutation', 'portfolio', 'adviser', 'signature'] as const;
export type FixedField = (typeof FIXED_FIELDS)[number];

/** Everything but an own text stands in a letter at most once. */
export function repeatedFill(sections: readonly LetterSection[]): SectionFill | null {
	const seen = new Set<SectionFill>();
	for (const { fill } of sections) {
		if (fill === 'own') continue;
		if (seen.has(fill)) return fill;
		seen.add(fill);
	}
	return null;
}

/** The first free id: `s1`, `s2`, and so on. */
export function freshId(sections: readonly { id: string }[]): string {
	const taken = new Set(sections.map(({ id }) => id));
	let number = sections.length + 1;
	while (taken.has(`s${number}`)) number += 1;
	return `s${number}`;
}
