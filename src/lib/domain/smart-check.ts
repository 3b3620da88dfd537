/**
 * The quiet check: which of the five SMART criteria a goal text shows. It recognises words, it does not understand them,
 * so it only ever gives hints; smart-check.test.ts says how often it agrees with a reader.
 */
import { momentsIn, withoutMoments } from './smart-moments.ts';
import {
	ABSOLUTE,
	ABSOLUTE_FIGURES,
	AGREED,
	ALL_OF_A_KIND,
	BOUND,
	BOUND_FIGURES,
	COUNTED_GROUP,
	DENIED,
	EVERY,
	FACT,
	NUMBER_WORDS,
	VAGUE,
	WHO,
	words,
} from './smart-words.ts';

export const SMART_CRITERIA = ['specific', 'measurable', 'acceptable', 'realistic', 'timely'] as const;
export type SmartCriterion = (typeof SMART_CRITERIA)[number];
/** True: seen in the text. False: not seen, which is no proof that it is not there. */
export type SmartCheck = Record<SmartCriterion, boolean>;

const FIGURE = new RegExp(`\\d|${words(...NUMBER_WORDS).source}`, 'iu');

export function checkText(text: string): SmartCheck {
	const rest = withoutMoments(text);
	return {
		specific: isSpecific(rest),
		measurable: isMeasurable(rest),
		acceptable: isAgreed(rest),
		realistic: isRealistic(rest),
		timely: momentsIn(text).length > 0,
	};
}

/** Somebody is named, and it is not only a direction: a direction with a figure is enough. */
function isSpecific(text: string): boolean {
	if (!WHO.test(text)) return false;
	return !VAGUE.test(text) || FIGURE.test(text);
}

function isMeasurable(text: string): boolean {
	if (FIGURE.test(text) || FACT.test(text)) return true;
	return EVERY.test(text) && !VAGUE.test(text);
}

function isAgreed(text: string): boolean {
	const match = AGREED.exec(text);
	return match !== null && !DENIED.test(text.slice(0, match.index));
}

function isRealistic(text: string): boolean {
	if (ABSOLUTE.test(text) || ABSOLUTE_FIGURES.test(text)) return false;
	if (BOUND.test(text) || BOUND_FIGURES.test(text)) return true;
	return COUNTED_GROUP.test(text) && !ALL_OF_A_KIND.test(text);
}
