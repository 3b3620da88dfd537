/** What goes with a placeholder that stays empty, and how the name of a gemeente is written behind the words before it. Pure. */

/** From and to within a text, and what comes there. */
export interface Place {
	from: number;
	to: number;
	value: string;
}

/** How far back a label is looked for; a longer text is no label. */
const LONGEST_LABEL = 60;
/** "Ons kenmerk:", from the start of its line or the placeholder before it. */
const LABEL = /^[^:.!?]{1,60}:\s{0,9}$/;
/** "nr." behind a name, as in "Raadsinformatiebrief nr. ". */
const NUMBER_WORD =
	/[\s,(]{0,9}(?<![\p{L}\p{N}])(?:met )?(?:ons |uw )?(?:nr|nummer|no|kenmerk|zaaknummer|zaaknr|registratienummer)\.?\s{0,9}$/iu;

/** The places with those that stay empty made larger: over the label that says what would come there. */
export function withLabels(text: string, places: readonly Place[]): Place[] {
	return places.map((place, index) => {
		if (place.value.trim() !== '') return place;
		const before = Math.max(places[index - 1]?.to ?? 0, text.lastIndexOf('\n', place.from - 1) + 1);
		return { ...place, from: place.from - lengthOfLabel(text.slice(before, place.from)) };
	});
}

function lengthOfLabel(before: string): number {
	if (before.length <= LONGEST_LABEL && LABEL.test(before)) return before.length;
	return NUMBER_WORD.exec(before.slice(-LONGEST_LABEL))?.[0].length ?? 0;
}

const WORD_GEMEENTE = /^gemeente\s+/i;
/** Words behind which a name stands in the middle of a sentence. */
const IN_SENTENCE = /(?:^|\s)(?:aan|bij|binnen|door|in|met|namens|naar|uit|van|voor)\s$/i;

/** "Gemeente Bee" as it reads behind "Gemeente ", "van de " or "van ". */
export function nameBehind(before: string, name: string): string {
	if (!WORD_GEMEENTE.test(name)) return name;
	const bare = name.replace(WORD_GEMEENTE, '');
	const end = before.slice(-LONGEST_LABEL);
	if (/(?:^|[\s"“‘(])gemeente\s$/i.test(end)) return bare;
	if (/(?:^|\s)de\s$/i.test(end)) return `gemeente ${bare}`;
	return IN_SENTENCE.test(end) ? `de gemeente ${bare}` : name;
}
