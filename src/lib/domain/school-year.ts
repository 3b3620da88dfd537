/** Schooljaren, written as `2019-2020`: from 1 August up to and including 31 July. */
import { parseDay, type Day } from './day.ts';
import { measuredIn, type Period } from './period.ts';

declare const schoolYearMark: unique symbol;
/** Only the functions here make one, so `2019-2021` cannot exist. */
export type SchoolYear = string & { readonly [schoolYearMark]: true };

const FIRST_MONTH = 8;

function isSchoolYear(text: string): text is SchoolYear {
	const match = /^(\d{4})-(\d{4})$/.exec(text);
	return match !== null && Number(match[2]) === Number(match[1]) + 1;
}

/** Null for anything that is not a schooljaar. */
export function parseSchoolYear(text: string): SchoolYear | null {
	return isSchoolYear(text) ? text : null;
}

function startingIn(year: number): SchoolYear {
	const schoolYear = parseSchoolYear(`${String(year).padStart(4, '0')}-${String(year + 1).padStart(4, '0')}`);
	if (schoolYear === null) throw new RangeError(`No schooljaar starts in ${year}`);
	return schoolYear;
}

export function schoolYearOf(day: Day): SchoolYear {
	const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
	return startingIn(month >= FIRST_MONTH ? year : year - 1);
}

/** The schooljaar in which the period ends: kwartaal 2 of 2020 is 2019-2020, kwartaal 3 is 2020-2021. */
export function schoolYearOfPeriod(period: Period): SchoolYear {
	const { year, month } = measuredIn(period);
	const [lastYear, lastMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
	const day = parseDay(`${lastYear}-${String(lastMonth).padStart(2, '0')}-01`);
	if (day === null) throw new RangeError(`No last month in ${period}`);
	return schoolYearOf(day);
}

/** Every schooljaar that has a day in these calendar years. */
export function schoolYearsBetween(startYear: number, endYear: number): SchoolYear[] {
	const years: SchoolYear[] = [];
	for (let year = startYear - 1; year <= endYear; year += 1) years.push(startingIn(year));
	return years;
}
