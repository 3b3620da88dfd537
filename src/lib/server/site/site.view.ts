/** What the pages on privacy and accessibility say, from what the platformbeheerder filled in. Pure. */
import { parseDay } from '#lib/domain/day.ts';
import type { SiteFacts } from '#lib/domain/site.ts';
import { longDate } from '#lib/text/nl.ts';
import { ACCESSIBILITY_STATUS_SENTENCE } from '#lib/text/site.ts';

const SOMEBODY = 'De organisatie die deze site beheert';

/** An empty text is what nobody filled in; the page then says so. */
export function siteView(facts: SiteFacts) {
	const on = parseDay(facts.accessibilityOn);
	return {
		...facts,
		hasOrganisation: facts.organisation !== '',
		/** As the subject of a sentence. */
		who: facts.organisation || SOMEBODY,
		processors: paragraphs(facts.processors),
		retention: paragraphs(facts.retention),
		accessibilityGaps: paragraphs(facts.accessibilityGaps),
		accessibilitySentence: ACCESSIBILITY_STATUS_SENTENCE[facts.accessibilityStatus],
		accessibilityOn: on === null ? null : longDate(on),
	};
}

function paragraphs(text: string): string[] {
	return text.split(/\n+/).filter((line) => line.trim() !== '');
}
