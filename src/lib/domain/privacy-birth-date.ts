/** Dates on which a child may have been born: written as a birth date, or bare and of the age of a pupil. */
import { MONTH_NAMES } from './day.ts';
import { spansOf, type Span } from './privacy-span.ts';

const MONTH = `(?:${[...MONTH_NAMES, 'jan', 'feb', 'mrt', 'apr', 'jun', 'jul', 'aug', 'sept?', 'okt', 'nov', 'dec'].join('|')})\\.?`;
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH_NUMBER = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:19|20)\\d{2}';
const WRITTEN = `(?<day>${DAY}) ${MONTH} (?<year>${YEAR})`;
const IN_FIGURES = `(?<day>${DAY})(?<mark>[-/.])${MONTH_NUMBER}\\k<mark>(?<year>${YEAR})`;
const BACKWARDS = `(?<year>${YEAR})-${MONTH_NUMBER}-(?<day>${DAY})`;

const BORN = new RegExp(
	`(?<!\\p{L})(?:geboren(?: op)?|geb\\.?|geboortedatum(?: is)?)[: ]*(?:${DAY} ${MONTH} (?:${YEAR}|'?\\d{2})|${DAY}[-/.]${MONTH_NUMBER}[-/.](?:${YEAR}|\\d{2})|${YEAR}-${MONTH_NUMBER}-${DAY})(?!\\d)`,
	'giu',
);
const BARE = [WRITTEN, IN_FIGURES, BACKWARDS].map(
	(date) => new RegExp(`(?<![\\d./-])${date}(?![\\d/-])`, 'giu'),
);
/** Laws, decisions and letters have dates of their own. */
const OF_A_PAPER =
	/(?:wet|besluit|brief|verordening|convenant|overeenkomst|regeling|nota|notulen|verslag|statuten|beleid|plan|akkoord|verdrag|vastgesteld|ondertekend|opgericht|sinds|vanaf|per|d\.d\.|dd\.?)(?: (?:van|d\.d\.|dd\.?|op))? $/iu;

const YOUNGEST = 4;
const OLDEST = 24;

/** A bare date counts when it lies more than 4 and less than 24 years before the agenda, not on a first of the month. */
export function findBirthDates(text: string, startYear: number): Span[] {
	const bare = BARE.flatMap((pattern) =>
		spansOf(text, pattern, ({ groups = {}, index }) => {
			const age = startYear - Number(groups['year']);
			if (age <= YOUNGEST || age >= OLDEST) return false;
			if (Number(groups['day']) === 1) return false;
			return !OF_A_PAPER.test(text.slice(Math.max(0, index - 40), index));
		}),
	);
	return [...spansOf(text, BORN), ...bare];
}
