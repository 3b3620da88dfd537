/** The moments that a Dutch goal text names: days, months, quarters, half years, schooljaren, and words such as "uiterlijk". */
import { MONTH_NAMES } from './day.ts';

export interface Moment {
	/** Where it stands in the text. */
	start: number;
	end: number;
	/** The last day of it, `YYYY-MM-DD`, for comparing; null when the text does not give the year. */
	lastDay: string | null;
}

const MONTH = MONTH_NAMES.join('|');
const ORDINAL: Record<string, number> = { eerste: 1, tweede: 2, derde: 3, vierde: 4, laatste: 4 };
const PART = '[1-4]|1e|2e|3e|4e|eerste|tweede|derde|vierde|laatste';

type Reader = (parts: Record<string, string | undefined>) => string | null;

const endOf = (year: string | undefined, month: number): string | null =>
	year ? `${year}-${String(month).padStart(2, '0')}-31` : null;
const partNumber = (text = '') => ORDINAL[text.toLowerCase()] ?? Number(text.charAt(0));
const monthNumber = (name = '') => MONTH_NAMES.indexOf(name.toLowerCase()) + 1;
const quarter: Reader = ({ year, part }) => endOf(year, partNumber(part) * 3);
const half: Reader = ({ year, part }) => endOf(year, Math.min(partNumber(part), 2) * 6);

const PATTERNS: readonly [pattern: RegExp, lastDay: Reader][] = [
	[/(?<year>20\d\d)-K(?<part>[1-4])/giu, quarter],
	[/(?<year>20\d\d)-H(?<part>[12])/giu, half],
	[new RegExp(`(?:kwartaal|K) ?(?<part>[1-4])(?: van| in)? (?<year>20\\d\\d)`, 'giu'), quarter],
	[new RegExp(`(?<part>${PART}) kwartaal(?: (?:van |in )?(?<year>20\\d\\d))?`, 'giu'), quarter],
	[new RegExp(`(?<part>${PART}) half ?jaar(?: (?:van |in )?(?<year>20\\d\\d))?`, 'giu'), half],
	[
		/(?<!dan in (?:schooljaar )?)(?:schooljaar )?20\d\d\s?[-–/]\s?(?<year>20\d\d)/giu,
		({ year }) => (year ? `${year}-07-31` : null),
	],
	[
		/(?<!dan in )schooljaar 20(?<start>\d\d)\s?[-–/]\s?(?<end>\d\d)(?!\d)/giu,
		({ end }) => (end ? `20${end}-07-31` : null),
	],
	[
		/(?<year>20\d\d)-(?<month>0[1-9]|1[0-2])-(?<day>\d\d)/gu,
		({ year, month, day }) => `${year}-${month}-${day}`,
	],
	[
		/(?<day>\d{1,2})-(?<month>0?[1-9]|1[0-2])-(?<year>20\d\d)/gu,
		({ day, month, year }) => `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`,
	],
	[
		new RegExp(`(?<day>\\d{1,2}) (?<month>${MONTH})(?: (?<year>20\\d\\d))?`, 'giu'),
		({ day = '', month, year }) =>
			year ? `${year}-${String(monthNumber(month)).padStart(2, '0')}-${day.padStart(2, '0')}` : null,
	],
	[
		new RegExp(`(?<![\\p{L}])(?<month>${MONTH})(?![\\p{L}])(?: (?<year>20\\d\\d))?`, 'giu'),
		({ month, year }) => endOf(year, monthNumber(month)),
	],
	[
		/(?<![\p{L}])(?:in|eind|einde|begin|medio|voor|vóór|uiterlijk|per|vanaf|zomer) (?<year>20\d\d)/giu,
		({ year }) => endOf(year, 12),
	],
	[/(?<![\p{L}])uiterlijk(?! (?:één|twee|drie|\d+) (?:dag|dagen|werkdagen|week|weken))/giu, () => null],
	[
		/(?<![\p{L}])(?:voor|vóór|na|in) de (?:zomer|kerst|herfst|voorjaars|mei)(?:vakantie)?(?![\p{L}])/giu,
		() => null,
	],
	[/(?:eind|einde|begin) van (?:het|dit|de) (?:school|kalender)?(?:jaar|agenda|looptijd)/giu, () => null],
	[/(?<![\p{L}])(?:dit|volgend|komend) (?:school)?jaar/giu, () => null],
	[/(?<![\p{L}])binnen (?:een|één|twee|drie|vier|vijf|\d+) jaar/giu, () => null],
];

/** In order of the patterns; a moment inside an earlier one is left out. */
export function momentsIn(text: string): Moment[] {
	const found: Moment[] = [];
	/** Per sign whether it is part of a moment already. */
	const isTaken = new Uint8Array(text.length);
	for (const [pattern, lastDay] of PATTERNS) {
		for (const match of text.matchAll(pattern)) {
			const [start, end] = [match.index, match.index + match[0].length];
			if (isTaken.subarray(start, end).includes(1)) continue;
			isTaken.fill(1, start, end);
			found.push({ start, end, lastDay: lastDay(match.groups ?? {}) });
		}
	}
	return found;
}

/** The text with its moments taken out, so that a year is not read as a number of things. */
export function withoutMoments(text: string): string {
	let [rest, reached] = ['', 0];
	for (const { start, end } of momentsIn(text).sort((a, b) => a.start - b.start)) {
		rest += `${text.slice(reached, start)} `;
		reached = end;
	}
	return rest + text.slice(reached);
}

/** The latest day that the text names; null when it names none with a year. */
export function lastDayIn(text: string): string | null {
	const days = momentsIn(text).flatMap(({ lastDay }) => (lastDay === null ? [] : [lastDay]));
	return days.sort().at(-1) ?? null;
}
