/** A day as people and spreadsheets write it in a cell. */
import { addDays, MONTH_NAMES, parseDay, type Day } from '#lib/domain/day.ts';

/** Excel counts days from here, so that 1 March 1900 and later come out right. */
const DAY_ZERO = parseDay('1899-12-30');
/** 2000 to 2099; other numbers are no dates. */
const [FIRST, LAST] = [36_526, 73_050];

/** From `2027-08-01`, `1-8-2027`, `1/8/2027`, `1 augustus 2027`, `1 aug 2027` or the number of Excel; null for anything else. */
export function readDayText(text: string): Day | null {
	const words = text.trim().toLowerCase();
	const iso = /^\d{4}-\d{2}-\d{2}/.exec(words)?.[0];
	if (iso !== undefined) return parseDay(iso);
	if (/^\d{5}$/.test(words)) return ofNumber(Number(words));
	const [, day = '', month = '', year = ''] =
		/^(\d{1,2})[-/. ]+([a-z]+|\d{1,2})[-/. ]+(\d{4})$/.exec(words) ?? [];
	const number = /^\d+$/.test(month) ? month : String(monthOf(month));
	return parseDay(`${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function ofNumber(days: number): Day | null {
	return DAY_ZERO === null || days < FIRST || days > LAST ? null : addDays(DAY_ZERO, days);
}

/** 0 for a word that is no month. */
function monthOf(word: string): number {
	if (word.length < 3) return 0;
	const found = MONTH_NAMES.findIndex(
		(name) => name.startsWith(word) || (word === 'mrt' && name === 'maart'),
	);
	return found + 1;
}
