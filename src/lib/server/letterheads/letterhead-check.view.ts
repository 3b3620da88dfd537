/** The findings on a letterhead in words. Pure. */
import { BODY_PLACEHOLDER, FIELD_PLACEHOLDERS } from '#lib/domain/letter-placeholders.ts';
import { listing } from '#lib/text/nl.ts';
import type { LetterheadFindings, Spot } from './inspect-letterhead.ts';

const SPOT_WORD = {
	header: 'koptekst',
	footer: 'voettekst',
	text: 'tekst',
	box: 'tekstvak',
	note: 'voetnoot',
} as const satisfies Record<Spot, string>;

const braced = (name: string) => `{{${name}}}`;

export interface Problem {
	place: string;
	sentence: string;
}

const BODY_PROBLEM = {
	missing: 'Zet {{brief}} op een eigen regel, op de plek waar de brief moet komen.',
	twice: '{{brief}} staat er meer dan één keer. Laat er één staan.',
	'not-alone': '{{brief}} staat in een regel met andere tekst. Zet het alleen op een eigen regel.',
	'not-in-text': '{{brief}} staat in een koptekst, voettekst of tekstvak. Zet het in de gewone tekst.',
} as const satisfies Record<Exclude<LetterheadFindings['body'], 'right'>, string>;

/** What must change before letters can be made on it; empty when nothing must. */
export function problemsOf({ unknown, broken, body }: LetterheadFindings): Problem[] {
	return [
		...(body === 'right' ? [] : [{ place: braced(BODY_PLACEHOLDER), sentence: BODY_PROBLEM[body] }]),
		...unknown.map(({ typed, spot, meant }) => ({
			place: `${braced(typed)} in de ${placeWord(spot)}`,
			sentence:
				meant === null
					? 'Deze invulplaats kennen wij niet. Kies er een uit de lijst, of haal hem weg.'
					: `Deze invulplaats kennen wij niet. Bedoelde u ${braced(meant)}?`,
		})),
		...broken.map(({ typed, spot }) => ({
			place: `${typed} in de ${placeWord(spot)}`,
			sentence:
				'Dit lijkt op een invulplaats, maar de accolades kloppen niet. Schrijf er twee voor en twee achter, in één regel.',
		})),
	];
}

const placeWord = (spot: Spot) => (spot === 'box' ? 'tekst van een tekstvak' : SPOT_WORD[spot]);

export interface CheckView {
	found: { placeholder: string; meaning: string; where: string }[];
	missing: { placeholder: string; meaning: string }[];
	/** "Uit uw briefpapier: Kop 1 en Kop 2." */
	styles: string[];
	notices: string[];
}

export function checkView({ found, styles, hasMovingDate }: LetterheadFindings): CheckView {
	const meaningOf = (name: string) =>
		FIELD_PLACEHOLDERS.find((one) => one.name === name)?.meaning ?? 'De tekst van de brief zelf';
	const own = styles.filter(({ theirs }) => theirs !== null).map(({ ours }) => ours);
	const added = styles.filter(({ theirs }) => theirs === null).map(({ ours }) => ours);
	return {
		found: found.map(({ name, spots }) => ({
			placeholder: braced(name),
			meaning: meaningOf(name),
			where: listing(spots.map((spot) => SPOT_WORD[spot])),
		})),
		missing: FIELD_PLACEHOLDERS.filter(({ name }) => !found.some((one) => one.name === name)).map(
			({ name, meaning }) => ({ placeholder: braced(name), meaning }),
		),
		styles: [
			...(own.length === 0 ? [] : [`Uit uw briefpapier: ${listing(own)}.`]),
			...(added.length === 0
				? []
				: [`Met onze eigen opmaak, omdat uw briefpapier er geen stijl voor heeft: ${listing(added)}.`]),
		],
		notices: hasMovingDate
			? [
					'Er staat een datumveld in dat meeloopt met de dag waarop iemand de brief opent. Gebruik liever {{datum}}.',
				]
			: [],
	};
}
