/** The first quantity in a goal text that can be compared with that of another rung: a percentage, a count or a span. */
import { NUMBER_WORDS, words } from './smart-words.ts';
import { withoutMoments } from './smart-moments.ts';

export interface Quantity {
	/** What is counted: `%` or the word after the number. */
	unit: string;
	/** From the smallest to the greatest number the text allows. */
	least: number;
	most: number;
}

const VALUES: Record<string, number> = Object.fromEntries([
	...NUMBER_WORDS.slice(0, 12).map((word, index) => [word, index + 1] as const),
	...([
		['vijftien', 15],
		['twintig', 20],
		['dertig', 30],
		['veertig', 40],
		['vijftig', 50],
		['honderd', 100],
	] as const),
]);
const NUMBER = `\\d+(?:\\.\\d{3})*(?:,\\d+)?|${words(...NUMBER_WORDS).source}`;
const QUANTITY = new RegExp(
	`(?:(?<edge>minder dan|lager dan|korter dan|hoogstens|hooguit|maximaal|meer dan|hoger dan|langer dan|minstens|minimaal|ten minste)\\s*)?` +
		`(?<!\\d)(?<low>${NUMBER})(?:\\s?(?:-|–|tot en met|t/m)\\s?(?<high>${NUMBER}))?` +
		`(?:\\s?(?<percent>%|procent)|(?: van de (?:${NUMBER}))?\\s(?<unit>\\p{L}+))`,
	'iu',
);
const BELOW = /^(?:minder|lager|korter|hoogstens|hooguit|maximaal)/i;
const ABOVE = /^(?:meer|hoger|langer|minstens|minimaal|ten minste)/i;

/** Null when the text holds no number with something that is counted. */
export function firstQuantity(text: string): Quantity | null {
	const groups = QUANTITY.exec(withoutMoments(text))?.groups;
	if (!groups) return null;
	const low = valueOf(groups['low'] ?? '');
	const high = groups['high'] === undefined ? low : valueOf(groups['high']);
	const edge = groups['edge'] ?? '';
	return {
		unit: groups['percent'] ? '%' : (groups['unit'] ?? '').toLowerCase(),
		least: BELOW.test(edge) ? Number.NEGATIVE_INFINITY : low,
		most: ABOVE.test(edge) ? Number.POSITIVE_INFINITY : high,
	};
}

function valueOf(text: string): number {
	return VALUES[text.toLowerCase()] ?? Number(text.replaceAll('.', '').replace(',', '.'));
}

/** 1 when `b` lies higher than `a`, -1 when lower, 0 when neither can be said. */
export function directionOf(a: Quantity, b: Quantity): -1 | 0 | 1 {
	if (a.unit !== b.unit) return 0;
	const [least, most] = [Math.sign(compare(b.least, a.least)), Math.sign(compare(b.most, a.most))];
	const sum = least + most;
	return sum > 0 ? 1 : sum < 0 ? -1 : 0;
}

const compare = (a: number, b: number) => (a === b ? 0 : a > b ? 1 : -1);
